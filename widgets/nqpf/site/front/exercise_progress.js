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

/** Return the browser's store, or null where it is refused, as in some private windows. */
function reachable() {
  try {
    const probe = `${KEY}.probe`;
    window.localStorage.setItem(probe, "1");
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}
