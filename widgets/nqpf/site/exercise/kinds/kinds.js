// What each kind of exercise asks: how its answer is read from the form, put back, and judged.

import { checkChoice, checkGoal, checkLabels, checkNumber } from "../checks.js";
import { workedOut } from "../conditions.js";
import { Change } from "./change.js";
import { Code } from "./code.js";
import { Essay } from "./open.js";
import { Order } from "./order.js";

const PAUSE_BEFORE_SAYING = 500;

class Number_ {
  constructor(exercise) {
    this.exercise = exercise;
    this.box = exercise.find("input[name=answer]");
  }
  answer() {
    return this.box.value;
  }
  restore(answer) {
    this.box.value = String(answer);
  }
  clear() {
    this.box.value = "";
  }
  check() {
    const { plan, variant, words } = this.exercise;
    return checkNumber(plan, variant, words, this.box.value);
  }
}

class Choice {
  constructor(exercise) {
    this.exercise = exercise;
    this.inputs = [...exercise.form.querySelectorAll("input")];
    this.statements = [...exercise.form.querySelectorAll(".exercise-statement")];
  }
  answer() {
    return this.inputs.flatMap((input, place) => (input.checked ? [place] : []));
  }
  restore(answer) {
    if (!Array.isArray(answer)) return;
    this.inputs.forEach((input, place) => {
      input.checked = answer.includes(place);
    });
  }
  clear() {
    this.restore([]);
  }
  check() {
    const { plan, variant, words } = this.exercise;
    if (plan.labels.length) return checkLabels(plan, variant, words, this.places());
    const chosen = this.inputs.filter(({ checked }) => checked).map(({ value }) => Number(value));
    return checkChoice(plan, variant, words, chosen);
  }
  places() {
    return this.statements.map((statement) => {
      const chosen = statement.querySelector("input:checked");
      return chosen ? Number(chosen.value) : -1;
    });
  }
}

/** A goal follows its explorer: what each setting makes it say is judged by the traced conditions. */
class Goal {
  constructor(exercise) {
    this.exercise = exercise;
    this.touched = false;
    this.hear("nqpf:setting", (setting) => {
      this.setting = setting;
      clearTimeout(this.timer);
    });
    this.hear("nqpf:readouts", (readouts) => {
      this.readouts = readouts;
      clearTimeout(this.timer);
      if (this.setting) this.timer = setTimeout(() => this.follow(), PAUSE_BEFORE_SAYING);
    });
  }
  hear(event, action) {
    document.addEventListener(event, ({ target, detail }) => {
      // What a model of the reader's says is no answer about the book's.
      const isOwn = target.classList.contains("has-own-model");
      if (target.dataset.explorer === this.exercise.plan.explorer && !isOwn) action(detail);
    });
  }
  answer() {
    return this.setting;
  }
  restore() {}
  clear() {}

  follow() {
    const verdict = this.check();
    if (verdict.message === this.said) return;
    this.said = verdict.message;
    this.exercise.show(verdict, verdict.correct || !this.touched);
    this.touched = true;
  }

  check() {
    const known = { ...prefixed("p_", this.setting), ...prefixed("r_", this.readouts) };
    const state = workedOut(this.exercise.plan.condition, known);
    return checkGoal(this.exercise.plan, this.exercise.words, state);
  }
}

function prefixed(prefix, values = {}) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, value]));
}

export const KINDS = {
  choice: Choice,
  number: Number_,
  seeded: Number_,
  goal: Goal,
  order: Order,
  open: Essay,
  code: Code,
  data: Code,
  change: Change,
};
