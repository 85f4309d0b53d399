// Python in a worker: it answers checks of exercises, ranks tables, and can reach nothing else.
// The page creates it from a blob, so that the page's content policy holds in here too.

import { arrivals } from "./arriving.mjs";

const here = new URL(".", import.meta.url).href;
const { arrive, expect, goOn } = arrivals(self.fetch.bind(self), NQPF_SIZES, (news) => self.postMessage(news));
self.fetch = (file) => arrive(file.url ?? file);
self.addEventListener("message", ({ data }) => data.goOn && goOn());
expect("pyodide.asm.wasm", "stdlib.zip", "book.zip");
// What only a change of a model needs comes beside the rest if that is what the reader is at.
let models = self.nqpfDoor === "model" ? fetchModels() : null;
const { loadPyodide } = await import(`${here}pyodide.mjs`);

const [python, book] = await Promise.all([
  loadPyodide({
    indexURL: here,
    stdLibURL: `${here}stdlib.zip`,
    lockFileURL: `${here}lock.json`,
    stdin: () => null, // nothing can be typed in: input() finds the end at once
  }),
  bytesOf("book.zip"),
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
const through = (door = "check") => python.pyimport(doors[door]).run;
// No limit of time has to count what is imported: a door of checks or tables is opened now, that of
// models when it is asked whether it is ready, and the others once a model has been answered.
if (self.nqpfDoor !== "model") through();
harden();

self.onmessage = ({ data: { id, request } }) => {
  if (!request) return;
  const answer = () => {
    self.postMessage({ id, response: JSON.parse(through(request.door)(JSON.stringify(request))) });
  };
  if (request.door !== "model") return answer();
  // The page hears of what is thrown here, not of a promise that is broken.
  const fail = (error) => setTimeout(() => { throw error; });
  const openOthers = () => request.ask === "ready" || setTimeout(through);
  (unpacked ??= unpackModels()).then(answer).then(openOthers).catch(fail);
};
let unpacked;
self.postMessage({ ready: true });

async function bytesOf(name) {
  const answer = await arrive(`${here}${name}`);
  return answer.arrayBuffer();
}

function fetchModels() {
  expect("models.zip");
  return bytesOf("models.zip");
}

/** Unpack explorers and their models. */
async function unpackModels() {
  python.unpackArchive(await (models ??= fetchModels()), "zip", { extractDir: "/book" });
  // Python knows the folders that it has looked into before.
  python.runPython("import importlib; importlib.invalidate_caches()");
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
