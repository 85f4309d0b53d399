// Lines to put in order: two lists, and buttons on each line that keyboard and finger reach alike.

import { checkOrder, phrase } from "../checks.js";

const SIGNS = { add: "+", up: "↑", down: "↓", out: "×" };

export class Order {
  constructor(exercise) {
    this.exercise = exercise;
    this.chosen = exercise.find(".order-chosen");
    this.pool = exercise.find(".order-pool");
    this.lines = [...exercise.section.querySelectorAll("[data-line]")];
    this.lines.forEach((line) => line.append(this.buttons(line)));
    exercise.find(".exercise-order").addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button) this.move(button.closest("[data-line]"), button.className);
    });
  }

  /** Return the buttons of a line; without a script there would be nothing behind them. */
  buttons(line) {
    const all = document.createElement("span");
    all.className = "order-buttons";
    const text = line.querySelector(".order-text").textContent;
    for (const [how, sign] of Object.entries(SIGNS)) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: `order-${how}`, textContent: sign });
      const label = this.exercise.words[`line_${how}`].replace("{line}", () => text);
      button.setAttribute("aria-label", label);
      all.append(button);
    }
    return all;
  }

  move(line, how) {
    const next = line.nextElementSibling ?? line.previousElementSibling;
    if (how === "order-add") this.chosen.append(line);
    else if (how === "order-out") this.pool.append(line);
    else if (how === "order-up") line.previousElementSibling?.before(line);
    else line.nextElementSibling?.after(line);
    this.focus(line, how, next);
    this.tell(line);
  }

  /** Keep the focus where the next press is likely: on the line moved, or on the next to use. */
  focus(line, how, next) {
    if (how === "order-add") {
      const target = next?.querySelector(".order-add");
      (target ?? line.querySelector(".order-up")).focus();
    } else if (how === "order-out") line.querySelector(".order-add").focus();
    else line.querySelector(`.${how}`).focus();
  }

  tell(line) {
    const place = [...this.chosen.children].indexOf(line) + 1;
    const count = this.chosen.children.length;
    const { words } = this.exercise;
    this.exercise.find(".order-said").textContent = place
      ? phrase(words, "moved", { place, count })
      : words.taken_out;
  }

  answer() {
    return [...this.chosen.children].map((line) => Number(line.dataset.line));
  }

  restore(answer) {
    if (!Array.isArray(answer)) return;
    for (const number of answer) {
      const line = this.lines[number - 1];
      if (line) this.chosen.append(line);
    }
  }

  clear() {
    this.pool.append(...this.lines);
  }

  check() {
    return checkOrder(this.exercise.plan, this.exercise.words, this.answer());
  }
}
