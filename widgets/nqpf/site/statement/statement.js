// A statement that can be shown wrong: checked for what it lacks, kept in this browser, and due on
// its day. Nothing is ever sent anywhere.

import { Progress } from "../progress/store.js";
import { read } from "../explorer/numbers.js";
import { copied, filled, made } from "../frame/elements.js";

/** Let the reader write statements in a page's form. */
export function startStatements(form) {
  return new Statements(form, new Progress());
}

/** Return today's date as a date field writes it. */
export function isoDay(now) {
  const two = (number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Return the name of what a statement lacks, or nothing. */
export function lacking({ quantity, threshold, source, released, day }, today) {
  const isDay = (text) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  if (!quantity) return "no_quantity";
  if (Number.isNaN(read(threshold))) return "no_threshold";
  if (!/\p{L}{2}/u.test(source)) return "no_source";
  if (!isDay(released)) return "no_release";
  if (!isDay(day)) return "no_day";
  if (day <= today) return "past";
  if (released > day) return "release_late";
  return "";
}

class Statements {
  constructor(form, progress) {
    this.form = form;
    this.progress = progress;
    this.words = JSON.parse(form.querySelector(".statement-words").textContent);
    this.list = form.querySelector(".statement-kept");
    form.querySelector("button").hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.keep();
    });
    form.quantity.addEventListener("change", () => this.showNewest());
    this.showNewest();
    this.show();
  }

  say(name) {
    this.form.querySelector(".statement-said").textContent = name && this.words[name];
  }

  showNewest() {
    const { newest, unit } = this.form.quantity.selectedOptions[0].dataset;
    const line = newest ? [newest, unit].filter(Boolean).join(", ") : "";
    this.form.querySelector(".statement-newest").textContent = line;
  }

  keep() {
    const { quantity, direction, threshold, source, released, day } = this.form;
    const today = isoDay(new Date());
    const one = {
      quantity: quantity.value,
      unit: quantity.selectedOptions[0].dataset.unit ?? "",
      direction: direction.value,
      threshold: threshold.value.trim(),
      source: source.value.trim(),
      released: released.value,
      day: day.value,
      written: today,
    };
    const lacks = lacking(one, today);
    if (lacks) {
      this.say(lacks);
      const fields = { no_quantity: quantity, no_threshold: threshold, no_source: source };
      (fields[lacks] ?? (lacks.includes("release") ? released : day)).focus();
      return;
    }
    const kept = this.progress.noteStatements([...this.progress.statements(), one]);
    this.show();
    this.say(kept ? "kept" : "not_kept");
  }

  show() {
    const today = isoDay(new Date());
    const kept = this.progress.statements();
    this.list.hidden = !kept.length;
    this.list.replaceChildren(...kept.map((one, place) => this.item(one, place, today)));
  }

  item(one, place, today) {
    const item = document.createElement("li");
    const text = made("p", filled(this.words.text, { ...one, unit: one.unit && ` ${one.unit}` }));
    const due = today >= one.day;
    const state = made("p", filled(this.words[due ? "due" : "waiting"], one));
    state.className = due ? "statement-due" : "statement-waiting";
    const bar = made("p");
    bar.className = "statement-bar";
    const copy = made("button", this.words.copy);
    const forget = made("button", this.words.forget);
    copy.addEventListener("click", async () => this.say((await copied(text)) ? "copied" : "select"));
    forget.addEventListener("click", () => {
      this.progress.noteStatements(this.progress.statements().filter((_one, at) => at !== place));
      this.show();
      this.say("forgotten");
      this.form.querySelector("button").focus();
    });
    for (const button of [copy, forget]) button.type = "button";
    bar.append(copy, forget);
    item.append(text, state, bar);
    return item;
  }
}
