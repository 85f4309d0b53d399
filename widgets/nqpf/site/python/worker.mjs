// Python in a worker: it answers checks of exercises, ranks tables, and can reach nothing else.
// The page creates it from a blob, so that the page's content policy holds in here too.

const here = new URL(".", import.meta.url).href;
const asked = self.fetch;
self.fetch = typed;
const { loadPyodide } = await import(`${here}pyodide.mjs`);

const [python, book] = await Promise.all([
  loadPyodide({
    indexURL: here,
    stdLibURL: `${here}stdlib.zip`,
    lockFileURL: `${here}lock.json`,
    stdin: () => null, // nothing can be typed in: input() finds the end at once
  }),
  fetch(`${here}book.zip`).then((answer) => answer.arrayBuffer()),
]);
python.unpackArchive(book, "zip", { extractDir: "/book" });
python.globals.set("language", self.nqpfLanguage ?? "en");
python.runPython(`
import os, sys
os.environ["NQPF_LANGUAGE"] = language
sys.path.insert(0, "/book")
`);
// What is asked for: a check of an exercise, or something about a table or a model of the reader's own.
const doors = {
  check: "nqpf.exercises.in_page",
  table: "nqpf.own_table.in_page",
  model: "nqpf.own_model.in_page",
};
const check = python.pyimport(doors.check).run;
harden();

self.onmessage = ({ data: { id, request } }) => {
  const answer = () => {
    const run = doors[request.door] ? python.pyimport(doors[request.door]).run : check;
    self.postMessage({ id, response: JSON.parse(run(JSON.stringify(request))) });
  };
  if (request.door !== "model") return answer();
  // The page hears of what is thrown here, not of a promise that is broken.
  const fail = (error) => setTimeout(() => { throw error; });
  (models ??= loadModels()).then(answer).catch(fail);
};
let models;
self.postMessage({ ready: true });

/** Load explorers and their models, which only a change of a model needs. */
async function loadModels() {
  const answer = await asked(`${here}models.zip`);
  if (!answer.ok) throw new Error(`models.zip: ${answer.status}`);
  python.unpackArchive(await answer.arrayBuffer(), "zip", { extractDir: "/book" });
  // Python knows the folders that it has looked into before.
  python.runPython("import importlib; importlib.invalidate_caches()");
}

/** Give WebAssembly its type, which browsers insist on and some hosts do not know. */
async function typed(...request) {
  const answer = await asked(...request);
  if (!answer.ok || !new URL(answer.url).pathname.endsWith(".wasm")) return answer;
  return new Response(answer.body, { headers: { "Content-Type": "application/wasm" } });
}

/** Take away what a reader's code has no use for: network, storage, channels, more workers. */
function harden() {
  const unwanted = [
    "fetch",
    "XMLHttpRequest",
    "WebSocket",
    "WebSocketStream",
    "WebTransport",
    "EventSource",
    "indexedDB",
    "caches",
    "cookieStore",
    "BroadcastChannel",
    "Worker",
    "SharedWorker",
    "importScripts",
    "Notification",
    "RTCPeerConnection",
  ];
  for (const name of unwanted) {
    for (let owner = self; owner !== null; owner = Object.getPrototypeOf(owner)) {
      delete owner[name];
    }
  }
  for (const name of ["storage", "locks", "serviceWorker", "usb", "serial", "hid", "sendBeacon"]) {
    for (let owner = navigator; owner !== null; owner = Object.getPrototypeOf(owner)) {
      delete owner[name];
    }
  }
}
