// A guess before the answer: an explorer that asks for one is covered until the reader has guessed,
// skipped, or moved a control. What is covered stays in its place, so nothing jumps.

import { breatheIfLong } from "../frame/breathe.js";
import { filled } from "../frame/elements.js";
import { Progress } from "../progress/store.js";
import { correction, nearestStop, shown, valueWritten, written } from "./setting.js";
import { text } from "./numbers.js";

/** The guesses that a page asks for; an explorer is covered unless the reader has answered before. */
export class Guesses {
  constructor() {
    this.taken = new Map();
    this.progress = new Progress();
  }

  /** Begin with the guess that an explorer asks for, if it asks for one. */
  take(figure) {
    const form = figure.querySelector("form.explorer-guess");
    if (form && !this.taken.has(form)) this.taken.set(form, new Guess(form, this.progress));
  }

  /** Begin with those that are left once the whole page is there. */
  async takeAll() {
    for (const guess of this.taken.values()) guess.coverWhatCame();
    for (const figure of document.querySelectorAll("figure.explorer")) {
      this.take(figure);
      await breatheIfLong();
    }
  }
}

class Guess {
  constructor(form, progress) {
    this.form = form;
    this.progress = progress;
    this.figure = form.closest("figure.explorer");
    this.plan = JSON.parse(this.figure.querySelector("script.explorer-plan").textContent);
    Object.assign(this, this.plan.guess);
    this.slider = form.querySelector("input[type=range]");
    this.box = form.querySelector("[data-number-for]");
    this.result = this.figure.querySelector(".explorer-guessed");
    this.said = this.result.querySelector("p");
    this.output = this.figure.querySelector(`output[name="${this.readout}"]`);
    this.listen();
    this.show(this.control.start);
    const kept = progress.guessAt(this.plan.slug);
    if (kept === undefined) this.cover(true);
    else this.tell(kept);
  }

  listen() {
    this.slider.addEventListener("input", () => this.show(Number(this.slider.value)));
    this.box.addEventListener("change", () => this.takeWritten(this.box.value));
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer(this.guess);
    });
    this.form.querySelector(".explorer-guess-skip").addEventListener("click", () => this.answer(null));
    this.result.querySelector("button").addEventListener("click", () => this.again());
    this.figure.addEventListener("nqpf:setting", ({ detail }) => {
      this.cover(false);
      this.mark(this.plan.controls.every(({ name, start }) => detail[name] === start));
    });
  }

  show(value) {
    this.guess = value;
    this.slider.value = String(value);
    this.slider.setAttribute("aria-valuetext", shown(this.control, value));
    this.box.value = written(this.control, value);
  }

  takeWritten(typed) {
    const value = valueWritten(this.control, typed);
    const note = this.form.querySelector(".explorer-guess-note");
    const { words } = this.plan;
    if (Number.isNaN(value)) {
      note.textContent = words.unreadable.replace("{text}", () => typed);
      this.show(this.guess);
      return;
    }
    const stop = nearestStop(this.control, value);
    note.textContent = correction(words, { ...this.control, label: this.words.yours }, value, stop);
    this.show(stop);
  }

  /** Take a guess, or null for none, and show what it was about. */
  answer(guess) {
    this.progress.noteGuess(this.plan.slug, guess);
    this.cover(false);
    this.tell(guess);
    this.said.focus({ preventScroll: true });
  }

  again() {
    this.progress.noteGuess(this.plan.slug, undefined);
    this.figure.querySelector(".explorer-reset").click(); // the guess is about the start
    this.mark(false);
    this.cover(true);
    this.slider.focus();
  }

  cover(covered) {
    this.form.hidden = !covered;
    if (covered) this.result.hidden = true;
    const sentences = document.querySelectorAll(`output[data-bound-to="${this.plan.slug}"]`);
    for (const part of [this.figure, ...sentences]) part.classList.toggle("is-covered", covered);
  }

  /** Cover the sentences as well that came after the explorer. */
  coverWhatCame() {
    if (!this.form.hidden) this.cover(true);
  }

  /** Say how far off a guess was, and mark it beside the answer. */
  tell(guess) {
    const { form } = this.control;
    const value = Number(this.output.dataset.value);
    const figures = { guess: "", value: text(form, value), gap: "" };
    let said = "skipped";
    if (guess !== null) {
      figures.guess = text(form, guess);
      figures.gap = text(this.gap, Math.abs(value - guess));
      said = figures.guess === figures.value ? "same" : value < guess ? "less" : "more";
    }
    this.said.textContent = filled(this.words[said], figures);
    this.beside = guess === null ? null : filled(this.words.mark, figures);
    this.result.hidden = false;
    this.mark(true);
  }

  /** Put the guess beside the readout while that is at the setting which was guessed. */
  mark(atStart) {
    if (atStart && this.beside) this.output.dataset.guess = this.beside;
    else delete this.output.dataset.guess;
  }
}
