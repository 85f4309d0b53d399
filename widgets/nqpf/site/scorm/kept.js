// What a reader has done, kept by the platform instead of the browser: on a shared computer the
// browser's store would be that of whoever sat there before.

import { VERSION } from "../progress/store.js";

export const ROOM = 4096;
const LATER = /[\u007f-\uffff]/g;

/** A store as `Progress` knows it. It holds everything as long as the page is open. */
export class Kept {
  /** Take what was kept; `write` gives a text to the platform and says whether it was taken. */
  constructor(text, write) {
    this.write = write;
    this.text = JSON.stringify(unpacked(text));
    this.lost = [];
  }

  getItem() {
    return this.text;
  }

  /** Keep a text, or throw if something in it is not kept when the reader leaves. */
  setItem(_key, text) {
    const [before, now] = [this.text, text].map((one) => named(JSON.parse(one)));
    const { short, lost } = packed(JSON.parse(text));
    const isNews = (name) => !this.lost.includes(name) || written(before[name]) !== written(now[name]);
    const isFull = lost.some(isNews);
    Object.assign(this, { text, lost });
    if (!this.write(short) || isFull) throw new Error("The platform has no room.");
  }

  removeItem() {
    this.setItem("", JSON.stringify(unpacked("")));
  }

  /** Return what is kept of each exercise. */
  exercises() {
    return JSON.parse(this.text).exercises;
  }
}

function named({ exercises, statements = [] }) {
  return { ...exercises, statements };
}

/**
 * Return progress as a text that every platform takes, and the names of what found no room in it. What was tried and solved always finds room; the longest answers are left out first.
 */
export function packed({ exercises = {}, guesses = {}, statements = [] }, room = ROOM) {
  const kept = { version: VERSION, exercises: {} };
  const more = Object.entries(guesses).map(([slug, { guess }]) => ({
    add: () => ((kept.guesses ??= {})[slug] = { guess }),
    drop: () => delete kept.guesses[slug],
    size: 0,
  }));
  for (const [slug, { tries, correct, hints, variant, answer }] of Object.entries(exercises)) {
    const one = [tries ?? 0, correct ? 1 : 0, hints ?? 0, variant ?? null];
    kept.exercises[slug] = one;
    if (answer === undefined) continue;
    const add = () => (one[4] = answer);
    more.push({ name: slug, add, drop: () => one.pop(), size: written(answer).length });
  }
  if (statements.length) {
    const add = () => (kept.statements = statements);
    const drop = () => delete kept.statements;
    more.push({ name: "statements", add, drop, size: written(statements).length });
  }
  const lost = [];
  for (const { name, add, drop } of more.sort((a, b) => a.size - b.size)) {
    add();
    if (written(kept).length <= room) continue;
    drop();
    if (name) lost.push(name);
  }
  return { short: written(kept), lost };
}

/** Return progress as `Progress` reads it; what is none of this book's counts as nothing. */
export function unpacked(text) {
  const fresh = { version: VERSION, exercises: {} };
  try {
    const { exercises, ...kept } = JSON.parse(text);
    for (const [slug, [tries, correct, hints, variant, answer]] of Object.entries(exercises)) {
      const one = { tries, correct: Boolean(correct), hints };
      if (variant !== null) one.variant = variant;
      fresh.exercises[slug] = answer === undefined ? one : { ...one, answer };
    }
    return { ...kept, ...fresh };
  } catch {
    return { version: VERSION, exercises: {} };
  }
}

/** Return a value as JSON in ASCII, which is all that SCORM 1.2 promises to keep. */
function written(value) {
  const code = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(LATER, code);
}
