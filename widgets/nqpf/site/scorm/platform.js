// What a learning platform offers by SCORM 1.2: an object called API in a window around the page.

const MOST_FRAMES = 20;

/** Return the session with the platform around this page, or null where there is none. */
export function openedPlatform() {
  const api = around(window) ?? around(window.top?.opener);
  const platform = api && new Platform(api);
  return platform?.isOpen ? platform : null;
}

function around(start) {
  let one = start;
  for (let level = 0; one && level < MOST_FRAMES; level += 1) {
    try {
      if (typeof one.API?.LMSInitialize === "function") return one.API;
    } catch {
      return null; // a window of another host, behind which nothing can be reached
    }
    if (one.parent === one) return null;
    one = one.parent;
  }
  return null;
}

/** A session: what is asked outside of it, or refused, is false or empty and never an exception. */
export class Platform {
  constructor(api) {
    this.api = api;
    this.isOpen = true;
    this.isOpen = this.ask("LMSInitialize", "") === "true";
  }

  ask(name, ...words) {
    if (!this.isOpen) return "";
    try {
      return String(this.api[name](...words) ?? "");
    } catch {
      return "";
    }
  }

  get(element) {
    return this.ask("LMSGetValue", element);
  }

  /** Set an element, which is always text; return whether the platform took it. */
  set(element, value) {
    return this.ask("LMSSetValue", element, String(value)) === "true";
  }

  commit() {
    return this.ask("LMSCommit", "") === "true";
  }

  finish() {
    this.ask("LMSFinish", "");
    this.isOpen = false;
  }
}
