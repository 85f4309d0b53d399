// Code of the reader's own, run by the page's Python when asked, and never before.

import { escaped, phrase } from "../checks.js";
import { askPython, warmPython, whyNot } from "../../python/runner.js";

export class Code {
  constructor(exercise) {
    this.exercise = exercise;
    this.box = exercise.find("textarea.exercise-code");
    this.box.addEventListener("focus", () => this.upgrade(), { once: true });
    this.box.addEventListener("input", () => warmPython(exercise.plan.python), { once: true });
    exercise.find(".exercise-restart").addEventListener("click", () => {
      this.clear();
      exercise.note({ answer: undefined });
      exercise.say(null);
    });
  }

  /** Put an editor over the box; without one the box goes on working. */
  async upgrade() {
    try {
      this.tools = await this.exercise.loadEditor();
      this.view = this.tools.upgrade(this.box);
    } catch {
      this.view = null;
    }
  }

  write(text) {
    this.box.value = text;
    if (this.view) this.tools.replaceText(this.view, text);
  }

  answer() {
    return this.box.value;
  }

  restore(answer) {
    this.write(String(answer));
  }

  clear() {
    this.write(this.box.defaultValue);
  }

  async check() {
    const { plan, words, state } = this.exercise;
    if (window.location.protocol === "file:") return said(words.from_file, "nothing");
    if (this.running) return said(words.running, "nothing");
    this.running = true;
    const button = this.exercise.find(".exercise-check");
    button.setAttribute("aria-disabled", "true");
    try {
      const request = { slug: plan.slug, code: this.box.value, seed: String(state.tries) };
      const wait = (isReady, news) => this.exercise.wait(isReady ? words.running : null, news);
      const found = await askPython(plan.python, request, plan.seconds * 1000, wait);
      if (found.unavailable !== undefined) return said(escaped(whyNot(words, found.unavailable)), "nothing");
      return this.verdict(found);
    } finally {
      this.running = false;
      button.removeAttribute("aria-disabled");
    }
  }

  verdict(response) {
    const { plan, words } = this.exercise;
    if (response.stopped) return said(phrase(words, "stopped", { seconds: plan.seconds }), "stopped");
    if (response.out_of_memory) return said(words.out_of_memory, "memory");
    const parts = [response.correct ? escaped(response.message) : this.reason(response)];
    if (response.printed) {
      parts.push(`<p>${words.printed}:</p><pre tabindex="0">${escaped(response.printed)}</pre>`);
    }
    return { correct: response.correct, tag: response.tag, message: parts.join("") };
  }

  reason(response) {
    const { plan, words } = this.exercise;
    const { fault, call, expected, got, place } = response;
    const rows = [];
    if (call) rows.push([words.call, call]);
    if (!fault) {
      if (!call) return escaped(response.message);
      if (expected) rows.push([words.expected, expected]);
      rows.push([words.got, got]);
      const message = place === null ? plan.generated : plan.messages[place];
      return `<p>${message}</p>${listed(rows)}`;
    }
    if (fault.line) rows.push([phrase(words, "line", { line: fault.line }), fault.text]);
    rows.push(["Python", fault.python]);
    return `<p>${escaped(fault.sentence)}</p>${listed(rows)}`;
  }
}

function said(message, tag) {
  return { correct: false, message, tag };
}

function listed(rows) {
  const items = rows.map(([name, code]) => `<dt>${name}</dt><dd><code>${escaped(code)}</code></dd>`);
  return `<dl class="exercise-compared">${items.join("")}</dl>`;
}
