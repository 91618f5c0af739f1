// Shows pages of Dateline in another page. Each link
//   <a data-dateline href="https://example.org/page/#embed&plain&q=kim">Who is mentioned</a>
// becomes a frame that is as high as its content. `frame.dateline.setView(view)` shows another view; `.view()` tells the
// one that shows where the page was built with `--embedded-by` this site, and then the frame has an event
// `dateline-view` with each change. Both are promises.
(() => {
  "use strict";
  const frames = new Map();
  const asked = new Map();
  let last = 0;
  const ask = (frame, message) =>
    new Promise((resolve, reject) => {
      const id = ++last;
      asked.set(id, { resolve, reject });
      frame.ready.then(() => frame.contentWindow.postMessage({ ...message, id }, frame.origin), reject);
    });
  addEventListener("message", ({ source, origin, data }) => {
    const frame = frames.get(source);
    // Only the page that was put into the frame is listened to, whatever it has become since.
    if (!frame || origin !== frame.host || typeof data?.dateline !== "string") return;
    if (data.dateline === "ready") {
      frame.started();
      // So that it tells each change, where it does.
      source.postMessage({ dateline: "getView" }, frame.origin);
    }
    if (data.dateline === "failed") frame.failed(new Error(data.says));
    if (data.dateline === "height" && data.height > 0) frame.element.style.height = `${Math.ceil(data.height)}px`;
    if (data.dateline === "changed") {
      frame.element.dispatchEvent(new CustomEvent("dateline-view", { detail: data.view }));
    }
    const { resolve, reject } = asked.get(data.id) ?? {};
    if (data.dateline === "view") resolve?.(data.view);
    if (data.dateline === "refused") reject?.(new Error(data.says));
    if (resolve) asked.delete(data.id);
  });
  const show = (link) => {
    const element = document.createElement("iframe");
    const { origin } = new URL(link.href);
    Object.assign(element, { src: link.href, title: link.textContent.trim(), loading: "lazy", allow: "clipboard-write" });
    Object.assign(element.style, { width: "100%", height: "700px", border: 0 });
    const frame = { element, host: origin, origin: origin === "null" ? "*" : origin };
    frame.ready = new Promise((resolve, reject) => Object.assign(frame, { started: resolve, failed: reject }));
    frame.ready.catch(() => {});
    element.dateline = {
      setView: (view) => ask(frame, { dateline: "setView", view }),
      view: () => ask(frame, { dateline: "getView" }),
    };
    link.replaceWith(element);
    frame.contentWindow = element.contentWindow;
    frames.set(element.contentWindow, frame);
  };
  const all = () => document.querySelectorAll("a[data-dateline][href]").forEach(show);
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", all);
  else all();
})();
