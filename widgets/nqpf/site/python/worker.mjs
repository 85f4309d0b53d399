// Python in a worker: it answers checks of exercises, ranks tables, and can reach nothing else.
// The page creates it from a blob, so that the page's content policy holds in here too.

import { arrivals } from "./arriving.mjs";
import { goneOn, unpack } from "./kept.mjs";

const here = new URL(".", import.meta.url).href;
const NO_LIBRARY = "no-library.zip";
const EMPTY_ARCHIVE = new Uint8Array([80, 75, 5, 6, ...Array(18).fill(0)]);
const LIBRARY = "stdlib.zip";
const language = self.nqpfLanguage ?? "en";
const { arrive, expect, drop, goOn } = arrivals(self.fetch.bind(self), NQPF_SIZES, (news) => self.postMessage(news));
const INTERPRETER = "pyodide.asm.wasm";
// The largest file sets out now, and not when the scripts have come that ask for it.
expect(INTERPRETER);
let early = arrive(here + INTERPRETER);
early.catch(() => {}); // whoever asks is told
self.fetch = async (file) => {
  const address = String(file.url ?? file);
  if (address.endsWith(NO_LIBRARY)) return new Response(EMPTY_ARCHIVE);
  if (!early || !address.endsWith(INTERPRETER)) return arrive(address);
  const first = early;
  early = null;
  return first;
};
self.addEventListener("message", ({ data }) => data.goOn && goOn());
// Python goes on from what the build has kept, where a browser can unpack that.
let goesOn = Boolean(NQPF_KEPT[language] && self.DecompressionStream);
// What only a change of a model needs comes beside the rest if that is what the reader is at.
let models = self.nqpfDoor === "model" ? fetchModels() : null;
const options = {
  indexURL: here,
  lockFileURL: `${here}lock.json`,
  stdin: () => null, // nothing can be typed in: input() finds the end at once
};
const scripts = Promise.all([import(`${here}pyodide.mjs`), import(`${here}pyodide.asm.mjs`)]);
// Of a Python that was kept, what knows whether something of the library is wanted that it lacks.
let kept = null;
const python = await (goesOn ? fromWhatWasKept().catch(startedAnew) : startedAnew());
python.globals.set("language", language);
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
  const answer = async () => {
    self.postMessage({ id, response: JSON.parse(await said(request.door, JSON.stringify(request))) });
  };
  // The page hears of what is thrown here, not of a promise that is broken.
  const fail = (error) => setTimeout(() => { throw error; });
  if (request.door !== "model") return answer().catch(fail);
  const openOthers = () => request.ask === "ready" || setTimeout(through);
  (unpacked ??= unpackModels()).then(answer).then(openOthers).catch(fail);
};
let unpacked;
let library;
self.postMessage({ ready: true });

/** Return Python that goes on from what the build has kept. */
async function fromWhatWasKept() {
  const names = [`started-${language}.bin`, "book.bin"];
  expect(...names);
  const stream = streamOf(names[0]);
  const book = unpackedBytes(names[1]);
  book.catch(() => {}); // is told below, if nothing else fails before
  try {
    const [{ loadPyodide }, { default: create }] = await scripts;
    const found = await goneOn({
      loadPyodide,
      create,
      options: { ...options, stdLibURL: here + NO_LIBRARY },
      stream,
      ...NQPF_KEPT[language],
    });
    unpack(found.FS, await book, "/book");
    kept = found.pyimport("in_memory");
    kept.went_on();
    return found;
  } catch (error) {
    drop(...names);
    throw error;
  }
}

/** Return what a file of the site holds, unpacked as it comes. */
async function streamOf(name) {
  const { body } = await arrive(`${here}${name}`, { mayLack: true });
  return body.pipeThrough(new DecompressionStream("gzip"));
}

async function unpackedBytes(name) {
  return new Uint8Array(await new Response(await streamOf(name)).arrayBuffer());
}

/** Return Python that starts here, where what was kept cannot be unpacked, or is not there whole. */
async function startedAnew() {
  goesOn = false;
  drop("models.bin");
  if (models) models = fetchModels();
  expect(LIBRARY, "book.zip");
  const [{ loadPyodide }] = await scripts;
  const [found, book] = await Promise.all([
    loadPyodide({ ...options, stdLibURL: here + LIBRARY }),
    bytesOf("book.zip"),
  ]);
  found.unpackArchive(book, "zip", { extractDir: "/book" });
  return found;
}

/** Return the answer to a request, once what it wants of the library has come. */
async function said(door, request) {
  const answer = () => through(door)(request);
  if (!kept) return answer();
  try {
    const found = answer();
    if (!kept.is_wanted()) return found;
  } catch (error) {
    if (!kept.is_wanted()) throw error;
  }
  await (library ??= fetchLibrary());
  return answer();
}

async function fetchLibrary() {
  expect(LIBRARY);
  const [place] = python.runPython("[path for path in sys.path if path.endswith('.zip')]").toJs();
  python.FS.writeFile(place, new Uint8Array(await bytesOf(LIBRARY)));
  kept.has_come();
  kept = null;
}

async function bytesOf(name) {
  const answer = await arrive(`${here}${name}`);
  return answer.arrayBuffer();
}

function fetchModels() {
  const name = goesOn ? "models.bin" : "models.zip";
  expect(name);
  return goesOn ? unpackedBytes(name) : bytesOf(name);
}

/** Unpack explorers and their models. */
async function unpackModels() {
  const archive = await (models ??= fetchModels());
  if (goesOn) unpack(python.FS, archive, "/book");
  else python.unpackArchive(archive, "zip", { extractDir: "/book" });
  // Python knows the folders that it has looked into before.
  python.runPython("sys.path_importer_cache.clear()");
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
