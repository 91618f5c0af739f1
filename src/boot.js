// Starts the app, from a web host or from a file, shows what is on its way, and says so where it cannot. Plain script:
// browsers load no modules and fetch nothing from `file://`, but they run scripts from there.
(() => {
  "use strict";
  const one = (selector) => document.querySelector(selector);
  const root = document.documentElement;

  // `window.dateline`, for the page around this one. `ready` is fulfilled when the app is in the page.
  let started, refused;
  const ready = new Promise((resolve, reject) => { started = resolve; refused = reject; });
  ready.catch(() => {});
  const api = (window.dateline = { ready });

  // What stands in for the app, and the ways on from there. Nothing of it needs the app.
  let failed = false;
  const fail = (why) => {
    if (failed) return;
    failed = true;
    clearInterval(watch);
    one(".app")?.remove();
    const trouble = one(".plain-trouble");
    if (trouble) trouble.textContent = `The explorer cannot run here: ${why}.${one(".plain-list > li") ? " These are its articles." : ""}`;
    one(".loading")?.remove();
    one(".plain-ways")?.removeAttribute("hidden");
    if (!location.hash) one(".plain-without-view")?.remove();
    root.dataset.load = "failed";
    refused(new Error(why));
  };
  const report = () => {
    const says = (selector) => one(selector)?.textContent.trim() ?? "";
    return [says(".plain-trouble"), document.title, location.href, one("meta[name=generator]")?.content, navigator.userAgent].join("\n");
  };
  addEventListener("click", (event) => {
    const way = event.target instanceof Element && event.target.closest(".plain-ways button");
    if (!way) return;
    if (way.matches(".plain-copy")) {
      const field = one(".plain-report");
      field.value = report();
      field.hidden = false;
      field.select();
      // Where the browser forbids it, the report is there to be copied by hand.
      try { navigator.clipboard?.writeText(field.value).catch(() => {}); } catch {}
      return;
    }
    if (way.matches(".plain-without-view")) history.replaceState(null, "", location.href.split("#")[0]);
    location.reload();
  });
  const sentence = (error) => String(error?.message ?? error).replace(/\.$/, "");
  addEventListener("dateline-failed", (event) => fail(`it stopped (${event.detail})`));
  const stopped = (error) => {
    if (!(error instanceof WebAssembly.RuntimeError) || window.datelineHost?.trapped(error)) return;
    fail(`it stopped (${sentence(error)})`);
  };
  addEventListener("error", (event) => stopped(event.error));

  // What is on its way: bytes that have come, of how many, and when the last one came.
  const SHOWN_AFTER = 300, STALLED_AFTER = 10000;
  const coming = { begun: performance.now(), last: performance.now(), come: 0, all: 0 };
  const kilobytes = (bytes) => Math.ceil(bytes / 1024).toLocaleString("en");
  const show = () => {
    const now = performance.now();
    const [line, bar] = [one(".loading"), one(".loading-bar")];
    if (!line || now - coming.begun < SHOWN_AFTER) return;
    line.hidden = false;
    const [come, all] = [Math.min(coming.come, coming.all), coming.all];
    if (all) [bar.max, bar.value] = [all, come];
    const seconds = Math.floor((now - coming.last) / 1000);
    one(".loading-says").textContent =
      (!all || come < all) && now - coming.last > STALLED_AFTER ? `Nothing has come for ${seconds} seconds. Load the page again, or wait.`
      : !all ? "Loading the explorer"
      : come < all ? `Loading the explorer: ${kilobytes(come)} of ${kilobytes(all)} KB`
      : "Starting the explorer";
  };
  const watch = setInterval(show, 100);

  const policy = window.trustedTypes?.createPolicy("dateline", { createScriptURL: (url) => url });
  // Leptos makes its templates of text that is part of the program; nothing else of the page makes elements of text.
  window.trustedTypes?.createPolicy("default", {
    createHTML: (html) => (/<script|<[^>]*\son\w+\s*=|javascript:/i.test(html) ? null : html),
  });
  const address = (url) => (policy ? policy.createScriptURL(url) : url);
  const scriptOf = (parts) => URL.createObjectURL(new Blob(parts, { type: "text/javascript" }));
  const script = (url, sha256) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    // A browser checks what it can read, and from a file it reads none.
    if (sha256 && !isLocal) element.integrity = `sha256-${sha256}`;
    element.src = address(url);
    element.onload = () => {
      element.remove();
      resolve();
    };
    element.onerror = () => reject(new Error(`the file ${url} is missing, or is not the one that this page was built with`));
    document.head.append(element);
  });

  // Gzipped bytes in base64, as `dateline build` writes them.
  const decode = (base64) => Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));
  const joined = (all) => {
    const bytes = new Uint8Array(all.reduce((sum, one) => sum + one.length, 0));
    let at = 0;
    for (const one of all) {
      bytes.set(one, at);
      at += one.length;
    }
    return bytes;
  };
  const gunzip = async (bytes) => {
    const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Uint8Array(await new Response(plain).arrayBuffer());
  };
  const unpack = async (base64) => gunzip(decode(base64));
  // Browsers fetch nothing from `file://`, nor in a frame that is kept apart from its own host; scripts they load.
  const isLocal = location.protocol === "file:" || window.origin === "null";
  const spoiled = (name) => new Error(`the file ${name} is damaged, or is not the one that this page was built with; copy or build the page again`);
  const checked = async (bytes, sha256, name) => {
    if (!sha256 || !window.crypto?.subtle) return bytes;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    if (btoa(String.fromCharCode(...digest)) !== sha256) throw spoiled(name);
    return bytes;
  };
  // A file beside the page that is also there as a script.
  const beside = async (name) => {
    await script(`${name}.js`);
    const base64 = window.datelineFiles?.[name.replace(/^\.\//, "")];
    if (!base64) throw spoiled(`${name}.js`);
    return decode(base64);
  };
  const fetched = async (name, size) => {
    coming.all += size;
    const response = await fetch(name);
    if (!response.ok || !response.body) throw new Error(`the file ${name} is missing (${response.status})`);
    const [reader, parts] = [response.body.getReader(), []];
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      coming.come += value.length;
      coming.last = performance.now();
    }
    return new Uint8Array(await new Blob(parts).arrayBuffer());
  };

  const files = () => JSON.parse(one("#app-files").textContent);
  const program = async () => {
    const inline = one("#js");
    if (inline) {
      // From an address of its own, because wasm-bindgen's script looks for the one it came from.
      await script(scriptOf([await unpack(inline.textContent)]));
      return binary();
    }
    const { js, sha256 = {} } = files();
    return (await Promise.all([binary(), script(js, sha256.js)]))[0];
  };
  // The app's WebAssembly.
  const binary = async () => {
    const inline = one("#wasm");
    if (inline) return unpack(inline.textContent);
    const { wasm, sha256 = {}, bytes = 0 } = files();
    return checked(await (isLocal ? beside(wasm).then(gunzip) : fetched(wasm, bytes)), sha256.wasm, wasm);
  };
  // A binary that `dateline build` wrote: in the page, or a file beside it.
  const gzipped = async (element) => {
    const { file, sha256, bytes } = element.dataset;
    if (!file) return decode(element.textContent);
    return checked(await (isLocal ? beside(file) : fetched(file, Number(bytes ?? 0))), sha256, file);
  };
  const stored = async (id, lost) => {
    const element = one(`#${id}`);
    if (!element) throw new Error(lost);
    const damaged = () => { throw new Error(`the ${id} ${id === "pack" ? "is" : "are"} damaged; copy or build the page again`); };
    if (!element.dataset.file) return unpack(element.textContent).catch(damaged);
    return gunzip(await gzipped(element)).catch(damaged);
  };
  const pack = () => stored("pack", "the page has no articles yet; fill it with `dateline build`");
  // The files of a corpus that is in many: what their names begin with, and how many there are. The app asks for those
  // that it lacks, by their numbers, whenever that changes; what it asks for no more is called off.
  const [prefix, parts] = JSON.parse(one("#parts")?.textContent ?? "[]");
  const AT_ONCE = 12;
  const queue = [], loading = new Map();
  let running = 0;
  const part = async (number, stop) => {
    const name = `./${prefix}${number}.bin`;
    const come = async () => {
      if (isLocal) {
        const bytes = await beside(name);
        // There may be thousands of them.
        delete window.datelineFiles[`${prefix}${number}.bin`];
        return bytes;
      }
      const response = await fetch(name, { signal: stop.signal });
      if (!response.ok) throw new Error(`the file ${name} is missing (${response.status})`);
      return new Uint8Array(await response.arrayBuffer());
    };
    const zipped = await come();
    return gunzip(zipped).catch(() => { throw spoiled(name); });
  };
  const next = () => {
    while (running < AT_ONCE && queue.length) {
      const number = queue.shift();
      const it = loading.get(number);
      if (!it || it.runs) continue;
      it.runs = true;
      running++;
      part(number, it.stop).then(it.done, it.failed).finally(() => {
        running--;
        if (loading.get(number) === it) loading.delete(number);
        next();
      });
    }
  };
  // The bytes of a file, which is loaded once, whoever asks.
  const load = (number, isKept = true) => {
    if (!loading.has(number)) {
      const it = { stop: new AbortController() };
      it.bytes = new Promise((resolve, reject) => { it.done = resolve; it.failed = reject; });
      loading.set(number, it);
      queue.push(number);
      next();
    }
    const it = loading.get(number);
    it.isKept ||= isKept;
    return it.bytes;
  };
  addEventListener("dateline-files", ({ detail }) => {
    const wanted = new Set(detail ? detail.split(",").map(Number) : []);
    for (const [number, it] of loading) {
      if (wanted.has(number) || it.isKept) continue;
      it.stop.abort();
      it.failed(new DOMException("", "AbortError"));
      loading.delete(number);
    }
    for (const number of wanted) {
      const bytes = load(number, false);
      const it = loading.get(number);
      if (it.isApps) continue;
      it.isApps = true;
      bytes.then((bytes) => wasm_bindgen.put(number, bytes)).catch((error) => error.name === "AbortError" || wasm_bindgen.lost(sentence(error)));
    }
  });
  // What a call gives, asked again until no file is lacking for it.
  const whole = async (call) => {
    for (;;) {
      const given = call();
      const lacking = [...wasm_bindgen.lacking()];
      if (!lacking.length) return given;
      await Promise.all(lacking.map(async (number) => wasm_bindgen.put(number, await load(number))));
    }
  };
  // The app asks for the source texts when a reader opens one.
  const sources = () => own?.sources ?? stored("sources", "the page was built without them; build it again");
  addEventListener("dateline-sources", async () => {
    try { wasm_bindgen.sources(await sources()); } catch (error) { wasm_bindgen.sources(new Uint8Array(), sentence(error)); }
  });

  // The texts of a reader, in place of those that the page was built with.
  let own;
  // What reads them is a second app in a file of its own, which is loaded when somebody brings texts.
  const kit = async () => {
    const element = one("#open");
    const zipped = await gzipped(element);
    const bytes = await gunzip(zipped);
    let at = 4 + new DataView(bytes.buffer).getUint32(0, true);
    const files = {};
    for (const [name, length] of JSON.parse(new TextDecoder().decode(bytes.subarray(4, at)))) files[name] = bytes.subarray(at, at += length);
    const page = {
      kit: zipped,
      wasm: binary,
      packs: async () => own ?? (prefix
        // A head with all its files behind it.
        ? { pack: joined([await pack(), ...await Promise.all(Array.from({ length: parts }, (_, number) => load(number)))]), sources: new Uint8Array() }
        : { pack: await pack(), sources: await sources() }),
      show: async ({ pack, sources }, keepsEdits) => {
        const before = own;
        own = { pack, sources };
        try {
          if (root.dataset.load === "empty") return await start(pack);
          wasm_bindgen.start(pack, keepsEdits);
          forget();
        } catch (error) {
          own = before;
          throw error;
        }
      },
      // In a block, because each program calls its own functions `wasm_bindgen`.
      run: (parts) => script(scriptOf(["{", ...parts, "}"])),
      address, scriptOf,
      again: () => { opening = undefined; },
    };
    window.datelineKit = { files, page };
    await page.run([files["dateline-open.js"], files["dateline-open-host.js"]]);
    return window.datelineOpen;
  };
  let opening, forget = () => {};
  const open = async (items, button = one("[data-open]")) => {
    const says = (text) => {
      if (button) button.textContent = text;
      else if (failed) one(".plain-trouble").textContent = text;
    };
    const said = button && (button.dataset.says ??= button.textContent);
    if (!opening) says("Loading what reads texts…");
    try {
      if (!isEmpty) await ready;
      opening ??= kit().catch((error) => { opening = undefined; throw error; });
      const panel = await opening;
      if (button) {
        button.textContent = said;
        delete button.dataset.says;
      }
      await panel.open(items, button?.dataset.open);
    } catch (error) {
      says(`Texts cannot be read here: ${sentence(error)}`);
    }
  };
  if (one("#open")) {
    root.dataset.takesTexts = "";
    addEventListener("click", (event) => {
      const button = event.target instanceof Element && event.target.closest("[data-open]");
      if (button) open([], button);
    });
    // Where the page around asks that what is counted stays, nothing is taken.
    const brings = (event) => event.dataTransfer?.types.includes("Files") && !("lock" in root.dataset);
    addEventListener("dragover", (event) => brings(event) && event.preventDefault());
    addEventListener("drop", (event) => {
      if (!brings(event)) return;
      event.preventDefault();
      // Asked for at once: later the browser has forgotten them. From `file://` Chrome gives files, but none by its entry.
      const given = (item) => {
        const entry = item.webkitGetAsEntry?.();
        return entry?.isDirectory ? entry : item.getAsFile();
      };
      open([...event.dataTransfer.items].filter((item) => item.kind === "file").map(given));
    });
  }

  // A page without articles waits for those of its reader.
  const isEmpty = Boolean(one(".start"));
  const start = async (given) => {
    if (typeof WebAssembly !== "object") throw new Error("this browser has no WebAssembly");
    if (typeof DecompressionStream !== "function") throw new Error("this browser is too old (it has no DecompressionStream)");
    const [wasm, bytes] = await Promise.all([program(), given ?? pack()]);
    const damaged = (error) => {
      if (error instanceof WebAssembly.CompileError) throw new Error("the program is damaged; copy or build the page again");
      throw error;
    };
    const { memory } = await wasm_bindgen({ module_or_path: wasm }).catch(damaged);
    wasm_bindgen.start(bytes, false);
    clearInterval(watch);
    one(".loading")?.remove();
    if (!failed) root.dataset.load = "done";
    // What callers give is made what the app expects: it trusts the type of what it gets.
    const text = (value) => String(value ?? "");
    const day = (value) => (value == null ? undefined : String(value));
    // Articles and scores are read from where the app keeps them; the rest, which takes longer than to rank, is made
    // when it is read. To share the getters is faster than to make them for each answer.
    let names, floats, words = [];
    forget = () => { names = undefined; };
    const reports = new WeakMap();
    const full = (found) => {
      if (!reports.has(found)) reports.set(found, wasm_bindgen.search(found.query));
      return reports.get(found);
    };
    const later = (get) => ({ get, enumerable: true, configurable: true });
    const problems = later(function () { return (prefix && !own ? wasm_bindgen.problems(this.query) : full(this)).problems; });
    const hits = later(function () {
      if (!prefix || own) return full(this).hits;
      return whole(() => {
        reports.delete(this);
        return full(this).hits;
      });
    });
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
    // A trap in a call is told to the reader, too. Of a corpus in many files, answers are promises.
    for (const [name, call] of Object.entries(api)) {
      if (typeof call !== "function") continue;
      const told = (...given) => {
        try { return call(...given); } catch (error) { stopped(error); throw error; }
      };
      const asks = () => prefix && !own && ["search", "facets", "mentions"].includes(name);
      api[name] = (...given) => (asks() ? whole(() => told(...given)) : told(...given));
    }
    started();
  };
  if (isEmpty) {
    clearInterval(watch);
    root.dataset.load = "empty";
  } else start().catch((error) => fail(sentence(error)));

  // In a frame: tells the page around it how high it is, whenever that changes, in the shapes that hosts know. What they
  // add to the address to know the frame again is told with it: WordPress `#?secret=…`, Pym `?childId=…`.
  const tellHeight = () => {
    const secret = location.hash.match(/\?secret=(\w+)/)?.[1];
    const child = new URLSearchParams(location.search).get("childId") ?? "";
    let told = 0;
    const tell = () => {
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      if (Math.abs(height - told) < 2) return;
      told = height;
      const says = (message) => parent.postMessage(message, "*");
      says({ dateline: "height", height });
      says(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
      says({ sentinel: "amp", type: "embed-size", height });
      // Without the fragment, which says what the reader looks for.
      says(JSON.stringify({ src: location.href.split("#")[0], context: "iframe.resize", height }));
      if (secret) says({ message: "height", value: height, secret });
    };
    new ResizeObserver(tell).observe(document.body);
  };

  // What the page around this one may ask, by messages. Any may show a view, as it may with the link of its frame; which
  // one shows, which is what the reader does, is told to the page's own site and to those that it was built for alone.
  const listen = () => {
    const friends = [location.origin, ...(one("meta[name=dateline-embedded-by]")?.content.split(" ") ?? [])];
    // Who has asked is told each change.
    let told;
    addEventListener("message", async ({ source, origin, data }) => {
      if (source !== parent || !["setView", "getView"].includes(data?.dateline)) return;
      const to = origin === "null" ? "*" : origin;
      const answer = (message) => source.postMessage({ ...message, id: data.id }, to);
      try {
        await ready;
        const isFriend = origin !== "null" && friends.includes(origin);
        if (data.dateline === "setView") api.setView(data.view);
        else if (!isFriend) throw new Error(`the page was not built to tell ${origin} what its readers look at; build it with --embedded-by ${origin}`);
        else told = to;
        answer(isFriend ? { dateline: "view", view: api.view() } : { dateline: "view" });
      } catch (error) { answer({ dateline: "refused", says: sentence(error) }); }
    });
    addEventListener("dateline-view", () => told && parent.postMessage({ dateline: "changed", view: api.view() }, told));
    const say = (message) => parent.postMessage(message, "*");
    ready.then(() => say({ dateline: "ready" }), (error) => say({ dateline: "failed", says: sentence(error) }));
  };
  if (parent !== window) {
    tellHeight();
    listen();
  }
})();
