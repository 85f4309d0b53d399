// Where a reader asks to keep the book: the page asks the worker, and shows how things stand.

import { filled, made } from "../frame/elements.js";

const PATIENCE = 10_000;

/** Make the box for keeping the book work, or say why it cannot; `root` is the book's folder. */
export async function startOffline(box, root) {
  const words = JSON.parse(box.querySelector("script").textContent);
  const refused = whyNot();
  box.hidden = false;
  if (refused) {
    box.replaceChildren(made("p", words[refused]));
    return;
  }
  const manifest = Object.assign(made("link"), { rel: "manifest", href: `${root}manifest.json` });
  document.head.append(manifest);
  await new Offline(box, words, root).start();
}

/** Return the name of the sentence that says why nothing can be kept, if so. */
function whyNot() {
  if (window.location.protocol === "file:") return "folder";
  if (!window.isSecureContext) return "insecure";
  return navigator.serviceWorker ? null : "unavailable";
}

class Offline {
  constructor(box, words, root) {
    Object.assign(this, { box, words, root });
    this.python = box.querySelector("input");
    this.bar = box.querySelector("progress");
    this.buttons = new Map([...box.querySelectorAll("button")].map((one) => [one.dataset.offline, one]));
    this.state = { kept: null, begun: null, running: false, newer: null, fault: null };
  }

  async start() {
    const { serviceWorker } = navigator;
    serviceWorker.addEventListener("message", ({ data }) => {
      if (data?.book === this.root) this.show(data.state);
    });
    serviceWorker.startMessages();
    this.python.addEventListener("change", () => this.show(this.state));
    for (const [ask, button] of this.buttons) {
      button.addEventListener("click", () => (ask === "keep" ? this.keep() : this.ask({ ask })));
    }
    this.isLasting = await navigator.storage?.persisted?.().catch(() => false);
    this.show(this.state);
    await this.ask({ ask: "look" });
  }

  /** Ask the worker for something, if there is one. */
  async ask(task) {
    const { serviceWorker } = navigator;
    const found = await serviceWorker.getRegistration(this.root).catch(() => undefined);
    if (found?.scope === this.root) found.active?.postMessage(task);
  }

  async keep() {
    this.show({ ...this.state, running: true, begun: null, fault: null });
    try {
      const options = { scope: this.root, updateViaCache: "none" };
      await activated(await navigator.serviceWorker.register(`${this.root}sw.js`, options));
    } catch (error) {
      const kind = error instanceof TypeError ? "network" : "unavailable";
      this.show({ ...this.state, running: false, fault: { kind } });
      return;
    }
    await this.ask(this.wish());
    // So that the browser does not clear it for others: one that asks its reader first takes time.
    this.isLasting = await navigator.storage?.persist?.().catch(() => false);
    this.show(this.state);
  }

  wish() {
    return { ask: "keep", python: this.python.checked || Boolean(this.state.kept?.python) };
  }

  /** A browser may end a worker that has much to do: ask how it is, and let it go on. */
  watch(next) {
    clearTimeout(this.timer);
    if (next.running) this.timer = setTimeout(() => this.ask({ ask: "state" }), PATIENCE);
    const wasEnded = this.state.running && !next.running && next.begun && !next.fault && !next.isStopped;
    if (wasEnded) this.ask(this.wish());
  }

  /** Show how things stand. */
  show(state) {
    this.watch(state);
    const before = this.state;
    this.state = state;
    const { kept, begun, running, newer } = state;
    const lacksPython = !kept?.python;
    this.write("offer", "", kept || running || begun);
    this.write("kept", kept ? this.keptWords(kept) : "", !kept);
    this.python.closest("label").hidden = running || !lacksPython;
    this.bar.closest("p").hidden = !running;
    if (running) this.count(begun);
    const said = this.said(state, before);
    if (said !== undefined) this.write("said", said);
    const wish = begun ? "go_on" : newer ? "renew" : kept ? "add" : "keep";
    const hasWish = !kept || begun || newer || (lacksPython && this.python.checked);
    this.buttons.get("keep").textContent = this.words[wish];
    this.offer({ keep: !running && hasWish, stop: running, remove: !running && (kept || begun) });
  }

  keptWords(kept) {
    const { words } = this;
    const parts = [told(words.kept, kept), kept.python ? words.with_python : words.without_python];
    if (!this.isLasting) parts.push(words.may_clear);
    if (!window.matchMedia("(display-mode: standalone)").matches) parts.push(words.as_app);
    return parts.join(" ");
  }

  count(begun) {
    const { files, of, bytes } = begun ?? { files: 0, of: { files: 0, bytes: 0 }, bytes: 0 };
    this.bar.max = of.bytes || 1;
    this.bar.value = Math.min(bytes, of.bytes);
    const counted = { files, all: of.files, bytes, all_bytes: of.bytes };
    this.write("counts", begun ? told(this.words.counts, counted) : "");
  }

  /** Return what is read out: when something has come to pass, and at each quarter of the way. */
  said({ kept, begun, running, newer, fault }, before) {
    const { words } = this;
    if (running) {
      const quarter = begun ? Math.floor((4 * begun.bytes) / (begun.of.bytes || 1)) : 0;
      if (quarter === this.quarter) return undefined;
      this.quarter = quarter;
      return told(words.running, { percent: 25 * quarter });
    }
    this.quarter = undefined;
    if (fault) return told(words[fault.kind], fault);
    if (begun) return told(words.begun, { ...begun, all: begun.of.files });
    if (newer) return told(words.newer, newer);
    if (kept) return words.newest;
    return before.kept || before.begun ? words.removed : undefined;
  }

  write(name, text, isHidden = false) {
    const part = this.box.querySelector(`.offline-${name}`);
    if (text) part.textContent = text;
    part.hidden = Boolean(isHidden);
  }

  /** Show the buttons that are of use; one that goes while it has the focus hands it on. */
  offer(isOffered) {
    const buttons = [...this.buttons.values()];
    const focused = buttons.find((one) => one === document.activeElement);
    for (const [name, button] of this.buttons) button.hidden = !isOffered[name];
    if (focused?.hidden) buttons.find((one) => !one.hidden)?.focus();
  }
}

/** Wait until a worker that was registered can be asked. */
function activated(registration) {
  const coming = registration.installing ?? registration.waiting;
  if (registration.active || !coming) return registration;
  return new Promise((resolve, reject) => {
    coming.addEventListener("statechange", () => {
      if (coming.state === "activated") resolve(registration);
      else if (coming.state === "redundant") reject(new TypeError("the worker could not start"));
    });
  });
}

/** Return a sentence with its values, and bytes in millions. */
function told(sentence, values) {
  const shown = ([name, value]) => [name, name.endsWith("bytes") ? (value / 1e6).toFixed(1) : value];
  return filled(sentence, Object.fromEntries(Object.entries(values).map(shown)));
}
