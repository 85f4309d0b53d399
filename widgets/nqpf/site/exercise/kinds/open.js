// A text of the reader's own: first written, then compared with examples, then assessed.

import { checkEssay } from "../checks.js";

export class Essay {
  constructor(exercise) {
    this.exercise = exercise;
    this.box = exercise.find("textarea");
    this.rubric = exercise.find(".exercise-rubric");
  }

  levels() {
    return this.exercise.plan.tops.map((_top, place) => {
      const chosen = this.rubric.querySelector(`[name="criterion-${place}"]:checked`);
      return chosen ? Number(chosen.value) : null;
    });
  }

  answer() {
    return { text: this.box.value, levels: this.levels() };
  }

  restore(answer) {
    this.box.value = String(answer.text ?? "");
    (answer.levels ?? []).forEach((level, place) => {
      const input = this.rubric.querySelector(`[name="criterion-${place}"][value="${Number(level)}"]`);
      if (input && level !== null) input.checked = true;
    });
    if (this.exercise.state.tries) this.rubric.hidden = false;
  }

  clear() {
    this.box.value = "";
  }

  check() {
    const verdict = checkEssay(this.exercise.plan, this.exercise.words, this.answer());
    if (verdict.tag === "assess" && this.rubric.hidden) {
      this.rubric.hidden = false;
      this.rubric.focus();
    }
    return verdict;
  }
}
