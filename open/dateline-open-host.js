// What the panel asks of the browser that takes fewer words here: folders that were dropped, a worker, and what is kept.
// It runs in one block with wasm-bindgen's script, whose `wasm_bindgen` is the panel's, not the page's.
const { files, page } = window.datelineKit;
const source = files["dateline-worker.js"];
const compiled = WebAssembly.compile(files["dateline-worker_bg.wasm"]);
compiled.catch(() => {});
const promised = (call) => new Promise((resolve, reject) => call(resolve, reject));

// Every file under an entry of what was dropped, as [path, File]; one that the browser does not give as [path].
const walk = async (entry, path, found) => {
  const name = path + entry.name;
  try {
    if (entry.isFile) return found.push([name, await promised((yes, no) => entry.file(yes, no))]);
    const reader = entry.createReader();
    for (;;) {
      const some = await promised((yes, no) => reader.readEntries(yes, no));
      if (!some.length) return;
      for (const inner of some) await walk(inner, `${name}/`, found);
    }
  } catch {
    found.push([name]);
  }
};
// What was dropped or chosen: entries of the file system, or files.
const listed = async (items) => {
  const found = [];
  for (const item of items) {
    if (item.createReader) await walk(item, "", found);
    else found.push([item.webkitRelativePath || item.name, item]);
  }
  return found;
};

const inWorker = () => {
  self.onmessage = async ({ data: { program, job } }) => {
    try {
      await wasm_bindgen({ module_or_path: program });
      const done = await wasm_bindgen.work(job, (says) => postMessage({ says }));
      postMessage({ done }, Object.values(done).filter((it) => it instanceof Uint8Array).map((it) => it.buffer));
    } catch (error) {
      postMessage({ trouble: String(error?.message ?? error) });
    }
  };
};

// One job at a time: in a worker, or where none can start, here, in slices.
let job, reader, program, begun = Promise.resolve(), trap = () => {};
const here = async (mine, compiled, what, say) => {
  // One that was stopped goes on to the end of its slice.
  await begun.catch(() => {});
  const trapped = new Promise((_, reject) => { trap = reject; });
  begun = (async () => {
    if (mine.halted) throw new Error("stopped");
    program ??= page.run([source, ";window.datelineWorker = wasm_bindgen"])
      .then(() => window.datelineWorker({ module_or_path: compiled }));
    await program.catch((error) => { program = undefined; throw error; });
    work.isHalted = () => mine.halted;
    return Promise.race([window.datelineWorker.work(what, say), trapped]);
  })();
  return begun.finally(() => { trap = () => {}; });
};
const work = {
  run: async (what, say) => {
    work.stop();
    const mine = job = { halted: false, halt() {} };
    const compiledNow = await compiled;
    return promised((resolve, reject) => {
      let worker, answered = false;
      const end = (how, value) => {
        worker?.terminate();
        if (job === mine) job = undefined;
        how(value);
      };
      mine.halt = () => end(reject, new Error("stopped"));
      if (mine.halted) return mine.halt();
      const instead = () => {
        worker?.terminate();
        worker = undefined;
        here(mine, compiledNow, what, say).then((done) => end(resolve, done), (error) => end(reject, error));
      };
      try {
        worker = new Worker(page.address((reader ??= page.scriptOf([source, `;(${inWorker})()`]))));
      } catch {
        return instead();
      }
      worker.onmessage = ({ data }) => {
        answered = true;
        if (data.says) say(data.says);
        else if (data.done) end(resolve, data.done);
        else end(reject, new Error(data.trouble));
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (answered) end(reject, new Error(event.message || "the worker stopped"));
        else instead();
      };
      worker.onmessageerror = instead;
      worker.postMessage({ program: compiledNow, job: what });
    });
  },
  stop: () => {
    if (job) job.halted = true;
    job?.halt();
  },
  isHalted: () => false,
};
// A trap of the panel, or of a job that runs here, is none of the app's; the next time each is loaded anew.
let died = false;
const trapped = (error) => {
  if (died) {
    died = false;
    document.querySelector("dialog.open")?.remove();
    page.again();
    return true;
  }
  if (!program || !job) return false;
  program = undefined;
  trap(new Error(`it stopped (${error.message}); perhaps the texts are too many for this browser`));
  return true;
};

// What a reader keeps on this computer: `about` says what there is without loading it, `packs` has the bytes.
const database = () => promised((resolve, reject) => {
  const asked = indexedDB.open("dateline", 1);
  asked.onupgradeneeded = () => {
    asked.result.createObjectStore("about", { keyPath: "id", autoIncrement: true });
    asked.result.createObjectStore("packs");
  };
  asked.onsuccess = () => resolve(asked.result);
  asked.onerror = () => reject(asked.error);
  asked.onblocked = () => reject(new Error("another page holds it"));
});
const transaction = async (mode, act) => {
  const db = await database();
  try {
    return await promised((resolve, reject) => {
      const all = db.transaction(["about", "packs"], mode);
      let answer;
      const ask = (request, then) => { request.onsuccess = () => then(request.result); };
      act(all.objectStore("about"), all.objectStore("packs"), ask, (value) => { answer = value; });
      all.oncomplete = () => resolve(answer);
      all.onabort = all.onerror = ({ target }) => reject(target.error ?? all.error ?? new Error("the browser refused"));
    });
  } finally {
    db.close();
  }
};
const kept = {
  list: () => transaction("readonly", (about, _, ask, give) => ask(about.getAll(), give)),
  keep: (says, packs) => transaction("readwrite", (about, store, ask, give) =>
    ask(about.add(says), (id) => { give(id); store.put({ pack: packs.pack, sources: packs.sources }, id); })),
  open: (id) => transaction("readonly", (_, store, ask, give) => ask(store.get(id), give)),
  rename: (id, name) => transaction("readwrite", (about, _, ask) =>
    ask(about.get(id), (says) => says && about.put({ ...says, name }))),
  remove: (id) => transaction("readwrite", (about, store) => { about.delete(id); store.delete(id); }),
};

const style = new CSSStyleSheet();
style.replaceSync(new TextDecoder().decode(files["dateline-open.css"]));
document.adoptedStyleSheets.push(style);
window.datelineHost = { ...page, listed, work, kept, trapped, die: () => { died = true; } };
const ready = wasm_bindgen({ module_or_path: files["dateline-open_bg.wasm"] }).then(() => wasm_bindgen.begin());
window.datelineOpen = {
  // Shows the panel; reads what was dropped, or the example, if either was asked for.
  open: async (items, example) => {
    await ready;
    if (!items.length && example) return wasm_bindgen.example();
    return wasm_bindgen.open(items);
  },
};
