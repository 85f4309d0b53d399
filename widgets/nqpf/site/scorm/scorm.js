// Runs before the page's own script in a package for a learning platform: gives it a store that is
// the platform's, and reports each answer, the score and what is still open.

import { reported } from "./answers.js";
import { Kept } from "./kept.js";
import { openedPlatform } from "./platform.js";

const SETTLED = ["completed", "passed"];

class Session {
  /** `points` are those of each exercise; 0 for one that readers assess themselves. */
  constructor(platform, kept, points, said) {
    Object.assign(this, { platform, kept, points, said, began: Date.now() });
    this.count = Number(platform.get("cmi.interactions._count")) || 0;
    this.isSettled = SETTLED.includes(platform.get("cmi.core.lesson_status"));
    document.addEventListener("nqpf-checked", ({ target, detail }) => this.answered(target, detail));
    document.addEventListener("visibilitychange", () => document.hidden && this.save());
    window.addEventListener("pagehide", () => this.end());
    // A page that a browser kept whole comes back after its session has ended: begin another.
    window.addEventListener("pageshow", ({ persisted }) => persisted && window.location.reload());
    this.save();
  }

  /** Return how many exercises were answered, of how many, and the score from 0 to 100. */
  standing() {
    const kept = this.kept.exercises();
    const all = Object.entries(this.points);
    const isAnswered = ([slug, points]) => (points ? kept[slug]?.tries > 0 : kept[slug]?.correct);
    const most = all.reduce((sum, [, points]) => sum + points, 0);
    const got = all.reduce((sum, [slug, points]) => sum + (kept[slug]?.correct ? points : 0), 0);
    const score = most ? Math.round((1e4 * got) / most) / 100 : null;
    return { answered: all.filter(isAnswered).length, all: all.length, score };
  }

  answered(section, { slug, correct }) {
    if (!(slug in this.points)) return;
    const { tag } = section.dataset;
    // An open answer is there once it was compared and assessed.
    if (tag !== "assess") this.note(section, slug, tag, correct);
    this.save();
  }

  /** Add an answer to the list that the platform keeps; not every platform has one. */
  note(section, slug, tag, correct) {
    const told = JSON.parse(section.querySelector("script.exercise-plan").textContent);
    const plan = { ...told, kind: section.dataset.kind };
    const { answer } = this.kept.exercises()[slug];
    const { type, response, result } = reported(plan, answer, tag, correct);
    const place = `cmi.interactions.${this.count}`;
    if (!this.platform.set(`${place}.id`, slug)) return;
    this.count += 1;
    this.platform.set(`${place}.type`, type);
    this.platform.set(`${place}.time`, new Date().toTimeString().slice(0, 8));
    this.platform.set(`${place}.weighting`, this.points[slug]);
    this.platform.set(`${place}.student_response`, response);
    this.platform.set(`${place}.result`, result);
  }

  /** Report where the reader stands, and say whether the platform took it. */
  save() {
    if (!this.platform.isOpen) return;
    const standing = this.standing();
    const { answered, all, score } = standing;
    const { platform } = this;
    if (answered && score !== null) {
      platform.set("cmi.core.score.min", 0);
      platform.set("cmi.core.score.max", 100);
      platform.set("cmi.core.score.raw", score);
    }
    if (!this.isSettled) {
      platform.set("cmi.core.lesson_status", answered === all ? "completed" : "incomplete");
    }
    // Without it some platforms forget everything at the end, even of what is completed.
    platform.set("cmi.core.exit", "suspend");
    platform.set("cmi.core.session_time", duration(Date.now() - this.began));
    this.say(platform.commit(), standing);
  }

  say(isTaken, standing) {
    const { all, score } = standing;
    const words = !isTaken ? "failed" : !all ? "opened" : score === null ? "unscored" : "reported";
    const sentence = this.said.dataset[words];
    this.said.textContent = sentence.replace(/\{(\w+)\}/g, (_whole, name) => standing[name]);
  }

  end() {
    this.save();
    this.platform.finish();
  }
}

/** Return a time as SCORM 1.2 writes it, such as `0000:12:05.50`. */
export function duration(milliseconds) {
  const hundredths = Math.round(milliseconds / 10);
  const part = (size, of, digits) =>
    String(Math.floor(hundredths / size) % of).padStart(digits, "0");
  const clock = [part(360_000, 1e4, 4), part(6000, 60, 2), part(100, 60, 2)].join(":");
  return `${clock}.${part(1, 100, 2)}`;
}

/** Open links out of the package in a window of their own: the frame is no place for them. */
function keepFrame(event) {
  const link = event.target.closest?.("a[href]");
  if (link && /^https?:$/.test(link.protocol) && !isHere(link)) link.target = "_blank";
}

function isHere({ origin, pathname }) {
  return origin === window.location.origin && pathname === window.location.pathname;
}

const platform = openedPlatform();
window.nqpfStore = null;
document.addEventListener("click", keepFrame, true);
if (platform) {
  const points = JSON.parse(document.getElementById("nqpf-scorm-points").textContent);
  const write = (text) => platform.set("cmi.suspend_data", text);
  const kept = new Kept(platform.get("cmi.suspend_data"), write);
  window.nqpfStore = kept;
  new Session(platform, kept, points, document.querySelector(".scorm-said"));
}
