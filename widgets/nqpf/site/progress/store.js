// What a reader has done, kept in this browser alone. Nothing is ever sent anywhere.

const KEY = "nqpf.progress";
export const VERSION = 1;

/** Bring what an earlier version of the book kept into today's form; drop what is unreadable. */
export function migrated(kept) {
  const fresh = { version: VERSION, exercises: {} };
  if (typeof kept !== "object" || kept === null || typeof kept.exercises !== "object") return fresh;
  // Version 1 is the first. A later version is kept as it is: a newer page of the book wrote it.
  const exercises = Object.entries(kept.exercises ?? {}).filter(
    ([slug, one]) => /^[a-z][a-z0-9-]*$/.test(slug) && typeof one === "object" && one !== null,
  );
  return { ...kept, version: kept.version ?? VERSION, exercises: Object.fromEntries(exercises) };
}

const DAY = 24 * 60 * 60 * 1000;
const PAUSES = [1, 3, 7, 21, 60];
export const MASTERY = 3;

/**
 * Return when an exercise comes back: after a day if the answer was wrong, and ever later if it
 * was right. A right answer counts once for each return, or for figures not yet answered.
 */
export function scheduled(state, { correct, variant }, now) {
  const streak = state.streak ?? 0;
  if (!correct) return { streak: 0, due: now + DAY, answered: variant };
  const fresh = state.due === undefined || now >= state.due || state.answered !== variant;
  if (!fresh) return {};
  const pause = PAUSES[Math.min(streak, PAUSES.length - 1)];
  return { streak: streak + 1, due: now + pause * DAY, answered: variant };
}

/** Return what a saved file holds, or null if it is none of this book's. */
export function fromFile(text) {
  try {
    const kept = JSON.parse(text);
    const ours = kept.version >= 1 && typeof kept.exercises === "object" && kept.exercises !== null;
    return ours ? migrated(kept) : null;
  } catch {
    return null;
  }
}

/**
 * Return what is kept here and what a file holds as one: of an exercise what was noted later, and
 * that it was solved if it was in either.
 */
export function merged(here, loaded) {
  const exercises = joined(here.exercises, loaded.exercises, (one, other) => ({
    tries: Math.max(one.tries ?? 0, other.tries ?? 0),
    correct: Boolean(one.correct || other.correct),
  }));
  const statements = [...(here.statements ?? []), ...(loaded.statements ?? [])];
  const distinct = [...new Map(statements.map((one) => [JSON.stringify(one), one])).values()];
  const guesses = joined(here.guesses, loaded.guesses);
  const finalTest = later(here.finalTest, loaded.finalTest);
  return { ...loaded, ...here, exercises, guesses, statements: distinct, finalTest };
}

/** Return the notes of both by name, the later of two, with what `both` makes of them. */
function joined(here = {}, loaded = {}, both = () => ({})) {
  const all = { ...loaded, ...here };
  for (const name of Object.keys(loaded)) {
    if (name in here) all[name] = { ...later(here[name], loaded[name]), ...both(here[name], loaded[name]) };
  }
  return all;
}

function later(here, loaded) {
  const when = (one) => String(one?.when ?? "");
  return when(loaded) > when(here) ? loaded : (here ?? loaded);
}

const PARTS = ["quantity", "unit", "direction", "threshold", "source", "released", "day", "written"];

export class Progress {
  constructor(storage = reachable()) {
    this.storage = storage;
    this.kept = this.storage !== null;
    this.memory = migrated(null);
  }

  /** Return everything that is kept; other pages of the book may have written meanwhile. */
  all() {
    if (!this.kept) return this.memory;
    try {
      this.memory = migrated(JSON.parse(this.storage.getItem(KEY) ?? "null"));
    } catch {
      this.memory = migrated(null);
    }
    return this.memory;
  }

  of(slug) {
    return { tries: 0, correct: false, hints: 0, ...this.all().exercises[slug] };
  }

  /** Note changes of one exercise; return whether they are kept. */
  note(slug, changes) {
    const all = this.all();
    all.exercises[slug] = { ...this.of(slug), ...changes, when: new Date().toISOString() };
    return this.write(all);
  }

  /** Return the guess made at an explorer, null if it was skipped, undefined if none is kept. */
  guessAt(slug) {
    const guess = this.all().guesses?.[slug]?.guess;
    return guess === null || Number.isFinite(guess) ? guess : undefined;
  }

  /** Return the heights of the line drawn at an explorer, null or undefined as for a guess. */
  sketchAt(slug) {
    const heights = this.all().guesses?.[slug]?.guess;
    const isLine = Array.isArray(heights) && heights.length > 1 && heights.every((one) => one >= 0 && one <= 1);
    return heights === null || isLine ? heights : undefined;
  }

  /** Note a guess, a number or heights, null for a skipped one, or forget it; return whether this is kept. */
  noteGuess(slug, guess) {
    const all = this.all();
    all.guesses = { ...all.guesses, [slug]: { guess, when: new Date().toISOString() } };
    if (guess === undefined) delete all.guesses[slug];
    return this.write(all);
  }

  /** Return the test over the whole book as it stands, undefined if none was begun. */
  finalTest() {
    const kept = this.all().finalTest;
    const isOurs = Array.isArray(kept?.drawn) && typeof (kept.firsts ?? {}) === "object";
    return isOurs ? kept : undefined;
  }

  /** Note how the test over the whole book stands; return whether it is kept. */
  noteFinalTest(state) {
    return this.write({ ...this.all(), finalTest: { ...state, when: new Date().toISOString() } });
  }

  /** Return the statements that the reader has written, each a few short texts. */
  statements() {
    const kept = this.all().statements;
    const isText = (text) => typeof text === "string" && text.length <= 300;
    const isOne = (one) => typeof one === "object" && one !== null && PARTS.every((part) => isText(one[part]));
    return Array.isArray(kept) ? kept.filter(isOne) : [];
  }

  /** Note all statements anew; return whether they are kept. */
  noteStatements(statements) {
    return this.write({ ...this.all(), statements });
  }

  /** Return a lecturer's list of exercises, and the name that it has been given. */
  bankList() {
    const { name, picked } = this.all().bank ?? {};
    const isText = (text) => typeof text === "string";
    return { name: isText(name) ? name : "", picked: Array.isArray(picked) ? picked.filter(isText) : [] };
  }

  /** Note that list anew; return whether it is kept. */
  noteBankList(list) {
    return this.write({ ...this.all(), bank: list });
  }

  write(all) {
    this.memory = all;
    if (!this.kept) return false;
    try {
      this.storage.setItem(KEY, JSON.stringify(all));
      return true;
    } catch {
      return false;
    }
  }

  /** Forget everything that the book keeps in this browser. */
  clear() {
    this.memory = migrated(null);
    try {
      this.storage?.removeItem(KEY);
    } catch {
      // A store that cannot be written holds nothing of ours.
    }
  }
}

/**
 * Return the browser's store, or null where it is refused, as in some private windows. A package for
 * a learning platform brings a store of its own, or null, since others use the same browser.
 */
function reachable() {
  if ("nqpfStore" in window) return window.nqpfStore;
  try {
    const probe = `${KEY}.probe`;
    window.localStorage.setItem(probe, "1");
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}
