// Tells when the effect of an event is in the picture. `painted()` gives, for the event it was armed for, milliseconds
// from the event to the end of the frame that shows it, and the work among them: handling the event, and making that
// frame. A frame's callbacks run before it is laid out and painted, and a message sent from them arrives after that.
window.painted = null;
window.arm = (type) => {
  let answer;
  window.painted = new Promise((resolve) => (answer = resolve));
  const after = (act) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    channel.port2.postMessage(0);
  };
  const seen = (start) => {
    const begun = performance.now();
    let handled;
    after(() => {
      handled = performance.now() - begun;
      requestAnimationFrame(() => {
        const frame = performance.now();
        after(() => {
          const now = performance.now();
          answer([now - start, handled + now - frame]);
        });
      });
    });
  };
  if (type === 'back') {
    const start = performance.now();
    addEventListener('popstate', () => seen(start), { capture: true, once: true });
    history.back();
  } else {
    addEventListener(type, (event) => seen(event.timeStamp), { capture: true, once: true });
  }
};
