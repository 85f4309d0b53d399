// Keeping the book: fetch what is missing, look at every byte, and switch when all is there.

import {
  dropFile, forget, hashes, hashOf, keptEdition, note, putFile, record, root, setRemoved, switchTo,
} from "./shelf.js";

const AT_ONCE = 6;
const SILENCE = 30_000;
const BREATH = 150;

/** A file that is not what the list says. */
class Otherwise extends Error {}

let run = null; // what is being kept just now
let ended = Promise.resolve();
let isStopped = false;
let fault = null;
let newer = null;

/** Return how things stand: what is kept, what has begun, what is newer, and what went wrong. */
export async function state() {
  const kept = await keptEdition();
  return {
    kept: kept && { day: kept.day, python: kept.python, ...size(wanted(kept)) },
    begun: run ? run.counts : await begunBefore(kept),
    running: run !== null,
    isStopped,
    newer,
    fault,
  };
}

/** Return how much is there of an edition that was begun and is not whole, or nothing. */
async function begunBefore(kept) {
  const begun = await record("begun");
  if (!begun || (kept && kept.edition === begun.edition && kept.python === begun.python)) return null;
  return counts(begun, await missing(begun));
}

/** Fetch the newest edition and let it answer; `tell` is called as it goes on. */
export function keep(python, tell) {
  if (!run) {
    run = { python, tell, told: 0, counts: null, control: new AbortController() };
    isStopped = false;
    fault = newer = null;
    ended = setRemoved(false).then(keepNewest).catch(noteFault).finally(end);
  }
  return ended;
}

function noteFault(error) {
  if (!isStopped) fault = faultOf(error);
}

function end() {
  clearTimeout(run.timer);
  run.control.abort();
  run = null;
}

function faultOf(error) {
  if (error instanceof Otherwise) return { kind: "otherwise", file: error.message };
  return { kind: error.name === "QuotaExceededError" ? "full" : "network" };
}

/** Stop; what is there stays, and the next time goes on from it. */
export function stop() {
  isStopped = true;
  run?.control.abort();
  return ended;
}

/** Let go of everything, and of this worker. */
export async function remove() {
  await stop();
  await setRemoved(true);
  fault = newer = null;
  await self.registration.unregister();
}

/** Ask the site whether it has a newer edition than the one that is kept. */
export async function look() {
  if (run) return;
  fault = newer = null;
  const kept = await keptEdition();
  if (!kept) return;
  try {
    const list = await newest();
    if (list.edition === kept.edition) return;
    newer = { day: list.day, ...size(await missing({ ...list, python: kept.python })) };
  } catch {
    fault = { kind: "unasked" };
  }
}

async function keepNewest() {
  for (let list = await newest(run.control.signal); ; ) {
    try {
      return await keepEdition({ ...list, python: run.python });
    } catch (error) {
      if (isStopped || !(error instanceof Otherwise)) throw error;
      // The site may have been renewed meanwhile: what both editions share is there already.
      run.control = new AbortController();
      const next = await newest(run.control.signal);
      if (next.edition === list.edition) throw error;
      list = next;
    }
  }
}

async function keepEdition(edition) {
  await note("begun", edition);
  const lacking = await missing(edition);
  run.counts = counts(edition, lacking);
  progress();
  // Whoever is done takes the next one of the same queue.
  const queue = lacking.entries();
  const rest = Array.from({ length: AT_ONCE }, async () => {
    for (const [hash, { name }] of queue) await fetchFile(hash, name);
  });
  try {
    await Promise.all(rest);
  } finally {
    run.control.abort();
    await Promise.allSettled(rest);
  }
  await switchTo(edition);
  await forget("begun");
  const all = wanted(edition);
  for (const hash of await hashes()) if (!all.has(hash)) await dropFile(hash);
}

async function fetchFile(hash, name) {
  const { signal } = run.control;
  const answer = await fetch(root + name, { cache: "no-cache", signal });
  if (answer.status >= 500) throw new TypeError(`${name}: ${answer.status}`);
  if (!answer.ok) throw new Otherwise(name);
  const came = await new Response(answer.body.pipeThrough(counting())).arrayBuffer();
  if ((await hashOf(came)) !== hash) throw new Otherwise(name);
  await putFile(hash, came, answer.headers.get("Content-Type") ?? "");
  run.counts.files += 1;
  progress();
}

/** Count what passes through, so that a large file is seen to come. */
function counting() {
  const { counts: counted } = run;
  return new TransformStream({
    transform(part, passed) {
      counted.bytes += part.byteLength;
      progress();
      passed.enqueue(part);
    },
  });
}

/** Note that something came: tell it now and then, and give up when nothing comes for long. */
function progress() {
  const { control } = run;
  clearTimeout(run.timer);
  run.timer = setTimeout(() => control.abort(), SILENCE);
  if (Date.now() - run.told < BREATH) return;
  run.told = Date.now();
  run.tell();
}

async function newest(signal = AbortSignal.timeout(SILENCE)) {
  const answer = await fetch(`${root}offline.json`, { cache: "no-cache", signal });
  if (!answer.ok) throw new TypeError(`${answer.status}`);
  return answer.json();
}

/** Return what an edition consists of, by hash: the name of a file, and its size. */
function wanted({ book, code, python }) {
  const files = Object.entries(python ? { ...book, ...code } : book);
  return new Map(files.map(([name, [hash, bytes]]) => [hash, { name, bytes }]));
}

/** Return what is not there yet of an edition. */
async function missing(edition) {
  const there = await hashes();
  return new Map([...wanted(edition)].filter(([hash]) => !there.has(hash)));
}

function size(files) {
  const bytes = [...files.values()].reduce((sum, one) => sum + one.bytes, 0);
  return { files: files.size, bytes };
}

/** Return how much is there of an edition that lacks some files. */
function counts(edition, lacking) {
  const [of, rest] = [size(wanted(edition)), size(lacking)];
  return { day: edition.day, of, files: of.files - rest.files, bytes: of.bytes - rest.bytes };
}
