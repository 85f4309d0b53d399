// One exercise on a page: takes the answer, says why it is right or wrong, hands out hints, opens
// the solution after a try, and remembers. What each kind asks and checks is in exercise_kinds.js.

import { breatheIfLong } from "../frame/breathe.js";
import { phrase } from "./checks.js";
import { KINDS } from "./kinds/kinds.js";
import { Progress, scheduled } from "../progress/store.js";
import { showArrival } from "../python/runner.js";
import { wordsOfPage } from "./words.js";

// Milliseconds after the last key at which an answer is kept.
const SOON = 400;

/**
 * Start every exercise of the page; `tools` are what kinds load when they need it. Resolve to what
 * starts one that is put into the page later.
 */
export async function startExercises(tools) {
  const words = wordsOfPage();
  const progress = new Progress();
  const begin = (section, more = {}) =>
    new Exercise(section, { words, progress, ...tools, ...more });
  const started = [];
  // What is written in another tab is here too: the older text would be kept over it.
  window.addEventListener("storage", () => started.forEach((one) => one.follow()));
  for (const section of document.querySelectorAll("section.exercise")) {
    started.push(begin(section));
    await breatheIfLong();
  }
  return begin;
}

export class Exercise {
  constructor(section, tools) {
    Object.assign(this, tools);
    this.section = section;
    const { exercise: slug, kind } = section.dataset;
    this.plan = { slug, kind, ...JSON.parse(this.find("script.exercise-plan").textContent) };
    this.form = this.find("form.exercise-form");
    this.prepare();
    this.state = this.progress.of(this.plan.slug);
    this.pickVariant(this.state.variant);
    this.kind = new KINDS[this.plan.kind](this);
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.check();
    });
    this.form.addEventListener("input", () => this.keepSoon());
    this.find(".exercise-hint").addEventListener("click", () => this.nextHint());
    this.find(".exercise-again")?.addEventListener("click", () => this.otherFigures());
    this.restore();
    section.dataset.ready = "true";
  }

  find(selector) {
    return this.section.querySelector(selector);
  }

  /** Make what is empty until a check fills it: there before that, so that it is spoken. */
  prepare() {
    Object.assign(this.form, { noValidate: true, autocomplete: "off" });
    const result = place("div", "exercise-result", "status");
    result.setAttribute("aria-atomic", "true");
    const again = place("p", "exercise-read-again");
    again.hidden = true;
    this.form.after(result, again);
    this.section.append(place("p", "exercise-store", "status"));
  }

  get variant() {
    return this.plan.variants[this.place];
  }

  /** Choose figures of the reader's own: the same each time, unless others are asked for. */
  pickVariant(kept) {
    const count = this.plan.variants.length;
    this.place = Number.isInteger(kept) ? kept % count : Math.floor(Math.random() * count);
    if (count > 1 && kept === undefined) this.note({ variant: this.place });
    this.showFigures();
  }

  showFigures() {
    for (const span of this.section.querySelectorAll("[data-figure]")) {
      span.textContent = this.variant.figures[span.dataset.figure];
    }
  }

  otherFigures() {
    this.pickVariant(this.place + 1);
    this.note({ variant: this.place });
    this.kind.clear();
    this.say(null);
    this.find(".exercise-prompt").setAttribute("tabindex", "-1");
    this.find(".exercise-prompt").focus();
  }

  async check() {
    this.show(await this.kind.check());
  }

  /** Show a verdict; `counts` is false while a reader is still on the way. */
  show(verdict, counts = true) {
    this.say(verdict);
    if (verdict.tag === "nothing") return;
    const tries = this.state.tries + (counts ? 1 : 0);
    const { correct } = verdict;
    if (counts && correct === false) this.sayWhereToRead();
    const changes = { tries, correct: this.state.correct || correct, answer: this.kind.answer() };
    const returns = counts ? scheduled(this.state, { correct, variant: this.place }, Date.now()) : {};
    this.note({ ...changes, ...returns });
    this.showState();
    const detail = { slug: this.plan.slug, correct };
    if (counts) this.section.dispatchEvent(new CustomEvent("nqpf-checked", { bubbles: true, detail }));
  }

  /** Say that something takes its time: in words, or as Python that comes. */
  wait(sentence, news) {
    const result = this.find(".exercise-result");
    result.className = "exercise-result";
    if (sentence) result.textContent = sentence;
    else showArrival(result, this.words, news);
  }

  say(verdict) {
    this.find(".exercise-read-again").hidden = true;
    const result = this.find(".exercise-result");
    result.className = "exercise-result";
    result.innerHTML = "";
    if (!verdict) return;
    result.classList.add(verdict.correct ? "is-right" : "is-wrong");
    const sign = document.createElement("span");
    sign.setAttribute("aria-hidden", "true");
    sign.textContent = verdict.correct ? "✓ " : "✗ ";
    const said = document.createElement("div");
    said.innerHTML = verdict.message;
    result.append(sign, said);
    this.section.dataset.tag = verdict.tag;
  }

  /** After a wrong answer, lead to the section that explains it. */
  sayWhereToRead() {
    const line = this.find(".exercise-read-again");
    const [address, title] = this.plan.again ?? [];
    line.hidden = !address;
    if (!address) return;
    const link = document.createElement("a");
    link.href = address;
    link.textContent = title ?? titleAt(address);
    const [before, after] = phrase(this.words, "read_again", { section: "\n" }).split("\n");
    line.replaceChildren(before, link, after);
  }

  nextHint() {
    const hints = [...this.section.querySelectorAll(".exercise-hints > li")];
    const shown = Math.min(this.state.hints + 1, hints.length);
    this.note({ hints: shown });
    this.showHints();
    hints[shown - 1].setAttribute("tabindex", "-1");
    hints[shown - 1].focus();
  }

  showHints() {
    const hints = [...this.section.querySelectorAll(".exercise-hints > li")];
    const shown = Math.min(this.state.hints, hints.length);
    hints.forEach((hint, place) => {
      hint.hidden = place >= shown;
    });
    this.find(".exercise-hints").hidden = !shown;
    const button = this.find(".exercise-hint");
    const left = hints.length - shown;
    button.disabled = !left;
    button.textContent = left ? phrase(this.words, "next_hint", { left }) : this.words.no_hint;
  }

  showState() {
    this.find(".exercise-solution").hidden = !this.state.tries;
    const { correct, tries } = this.state;
    const label = correct ? this.words.solved : tries ? this.words.tried : "";
    this.find(".exercise-state").textContent = label;
    this.section.classList.toggle("is-solved", correct);
  }

  /** Keep an answer while it is written: a page that is closed or put away tells of no change. */
  keepSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.note({ answer: this.kind.answer() }), SOON);
  }

  note(changes) {
    const isKept = this.progress.note(this.plan.slug, changes);
    Object.assign(this.state, changes, { when: this.progress.of(this.plan.slug).when });
    if (isKept) return;
    const reason = this.progress.kept ? this.words.full : this.words.not_kept;
    this.find(".exercise-store").textContent = reason;
  }

  /** Take over what another tab has kept, but not under the hands of who is writing here. */
  follow() {
    const kept = this.progress.of(this.plan.slug);
    if (kept.when === this.state.when || this.section.contains(document.activeElement)) return;
    this.state = kept;
    if (Number.isInteger(kept.variant)) this.place = kept.variant % this.plan.variants.length;
    this.showFigures();
    if (kept.answer === undefined) this.kind.clear();
    else this.kind.restore(kept.answer);
    this.say(null);
    this.showHints();
    this.showState();
  }

  restore() {
    // A link of the review page asks for the question afresh: other figures, and no old answer.
    const asked = new URLSearchParams(window.location.search).get("fresh") === this.plan.slug;
    if (this.fresh ?? asked) {
      this.pickVariant(this.place + 1);
      this.note({ variant: this.place });
    } else if (this.state.answer !== undefined) this.kind.restore(this.state.answer);
    this.showHints();
    this.showState();
  }
}

function place(tag, name, role) {
  const element = document.createElement(tag);
  element.className = name;
  if (role) element.setAttribute("role", role);
  return element;
}

/** Return the title of a section of this page. */
function titleAt(address) {
  const heading = document.querySelector(`${address} > :is(h2, h3, h4)`).cloneNode(true);
  heading.querySelector(".headerlink")?.remove();
  return heading.textContent.trim();
}
