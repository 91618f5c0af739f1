// Tells when the effect of an event is in the picture. `painted` gives, for the event it was armed for, milliseconds
// from the event to the end of the first frame after it that shows another view, and the work among them: handling
// the event, and making that frame. The frame is asked for while the event is handled: a browser hurries to show what
// a reader has done, before any message that was sent meanwhile, and who asks later is told of the frame after. A
// frame's callbacks run before it is laid out and painted, and a message sent from them arrives after that.
window.painted = null;
// Added before the page's own: listeners on the window are called in their order.
let back = null;
addEventListener('popstate', () => back?.());
window.arm = (type) => {
  let answer;
  window.painted = new Promise((resolve) => (answer = resolve));
  const after = (act) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = act;
    channel.port2.postMessage(0);
  };
  const before = location.href;
  const seen = (start) => {
    const begun = performance.now();
    let handled;
    after(() => (handled = performance.now() - begun));
    const frame = () => {
      // What a key writes into a field may come in a task of its own.
      if (location.href === before) return requestAnimationFrame(frame);
      const framed = performance.now();
      // Without waiting where the frame follows at once.
      const working = handled ?? framed - begun;
      after(() => {
        const now = performance.now();
        answer([now - start, working + now - framed]);
      });
    };
    requestAnimationFrame(frame);
  };
  if (type === 'back') {
    const start = performance.now();
    back = () => {
      back = null;
      seen(start);
    };
    history.back();
  } else {
    addEventListener(type, (event) => seen(event.timeStamp), { capture: true, once: true });
  }
};
