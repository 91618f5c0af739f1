// Starts the app, from a web host or from a file, and says so where it cannot. Plain script: browsers load
// no modules and fetch nothing from `file://`, but they run scripts from there.
(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  // Scripts run here: the list does not show by itself (see plain.css).
  one(".plain")?.setAttribute("hidden", "");

  // `window.dateline`, for the page around this one. `ready` is fulfilled when the app is in the page.
  let started, refused;
  const ready = new Promise((resolve, reject) => { started = resolve; refused = reject; });
  ready.catch(() => {});
  const api = (window.dateline = { ready });

  let failed = false;
  const fail = (why) => {
    if (failed) return;
    failed = true;
    one(".app")?.remove();
    const trouble = one(".plain-trouble");
    if (trouble) trouble.textContent = `The explorer cannot run here: ${why}. These are its articles.`;
    one(".plain")?.removeAttribute("hidden");
    one(".plain")?.classList.add("plain-now");
    refused(new Error(why));
  };
  const sentence = (error) => String(error?.message ?? error).replace(/\.$/, "");
  addEventListener("dateline-failed", (event) => fail(`it stopped (${event.detail})`));
  addEventListener("error", (event) => {
    if (event.error instanceof WebAssembly.RuntimeError) fail(`it stopped (${sentence(event.error)})`);
  });

  const script = (url) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = url;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`the file ${url} is missing`));
    document.head.append(element);
  });

  // Gzipped bytes in base64, as `dateline build` writes them.
  const unpack = async (base64) => {
    const binary = atob(base64.trim());
    const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0));
    return gunzip(new Blob([bytes]).stream());
  };
  const gunzip = async (stream) => {
    const plain = stream.pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  };
  // A file beside the page that is also there as a script, for `file://`.
  const beside = async (name) => {
    await script(`${name}.js`);
    return unpack(window.datelineFiles[name.replace(/^\.\//, "")]);
  };
  const fetched = async (name) => {
    const response = await fetch(name);
    if (!response.ok) throw new Error(`the file ${name} is missing (${response.status})`);
    return response;
  };

  const isFile = location.protocol === "file:";
  const files = () => JSON.parse(one("#app-files").textContent);

  const program = async () => {
    const [inlineJs, inlineWasm] = [one("#js"), one("#wasm")];
    if (inlineJs && inlineWasm) {
      // From an address of its own, because wasm-bindgen's script looks for the one it came from.
      const source = new Blob([await unpack(inlineJs.textContent)], { type: "text/javascript" });
      await script(URL.createObjectURL(source));
      return unpack(inlineWasm.textContent);
    }
    const { js, wasm } = files();
    await script(js);
    return isFile ? beside(wasm) : fetched(wasm);
  };
  // A binary that `dateline build` wrote: in the page, or a file beside it.
  const stored = async (id, lost) => {
    const element = one(`#${id}`);
    if (!element) throw new Error(lost);
    const file = element.dataset.file;
    const damaged = () => { throw new Error(`the ${id} ${id === "pack" ? "is" : "are"} damaged; copy or build the page again`); };
    if (!file) return unpack(element.textContent).catch(damaged);
    if (isFile) return beside(file).catch((error) => { if (error.message.includes("missing")) throw error; damaged(); });
    return fetched(file).then((response) => gunzip(response.body).catch(damaged));
  };
  const pack = () => stored("pack", "the page has no articles yet; fill it with `dateline build`");
  // The app asks for the source texts when a reader opens one.
  addEventListener("dateline-sources", () => {
    const lost = "the page was built without them; build it again";
    stored("sources", lost).then(wasm_bindgen.sources, (error) => wasm_bindgen.sources(new Uint8Array(), sentence(error)));
  });

  const start = async () => {
    if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
    if (typeof DecompressionStream !== "function") throw new Error("this browser is too old (it has no DecompressionStream)");
    const [module_or_path, bytes] = await Promise.all([program(), pack()]);
    const { memory } = await wasm_bindgen({ module_or_path });
    wasm_bindgen.start(bytes);
    // What callers give is made what the app expects: it trusts the type of what it gets.
    const text = (value) => String(value ?? "");
    const day = (value) => (value == null ? undefined : String(value));
    // Articles and scores are read from where the app keeps them; the rest, which takes longer than to rank, is made
    // when it is read. To share the getters is faster than to make them for each answer.
    let names, floats, words = [];
    const reports = new WeakMap();
    const report = (found) => {
      if (!reports.has(found)) reports.set(found, wasm_bindgen.search(found.query));
      return reports.get(found);
    };
    const later = (get) => ({ get, enumerable: true, configurable: true });
    const problems = later(function () { return report(this).problems; });
    const hits = later(function () { return report(this).hits; });
    api.search = (query) => {
      const asked = text(query);
      names ??= wasm_bindgen.names();
      const total = wasm_bindgen.ranked(asked);
      let at = wasm_bindgen.answer_at() / 4;
      // Memory that has grown is another.
      if (!words.length) [words, floats] = [new Uint32Array(memory.buffer), new Float32Array(memory.buffer)];
      const found = { query: asked, total, articles: new Array(total), scores: new Float32Array(total) };
      for (let i = 0; i < total; i++) {
        found.articles[i] = names[words[at++]];
        found.scores[i] = floats[at++];
      }
      Object.defineProperty(found, "problems", problems);
      return Object.defineProperty(found, "hits", hits);
    };
    api.facets = (query, from, to) => wasm_bindgen.facets(text(query), day(from), day(to));
    api.mentions = (actor) => wasm_bindgen.mentions(text(actor));
    api.view = () => wasm_bindgen.view();
    api.setView = (view) => {
      if (Object.prototype.toString.call(view) !== "[object Object]") {
        throw new Error(`expected a view, as \`dateline.view()\` gives it: found ${JSON.stringify(view) ?? typeof view}`);
      }
      wasm_bindgen.setView(view);
    };
    started();
  };
  start().catch((error) => fail(sentence(error)));
})();
