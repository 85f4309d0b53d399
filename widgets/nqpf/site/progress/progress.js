// The page of what a reader has done: states, what is due again, a draw of questions, and a file
// to save or load. Everything stays in this browser.

import { phrase } from "../exercise/checks.js";
import { wordsOfPage } from "../exercise/words.js";
import { made, save } from "../frame/elements.js";
import { MASTERY, Progress, fromFile, merged } from "./store.js";

const DRAWN = 5;

/** Fill the progress page in, if this is it. */
export function startProgressPage() {
  const page = document.querySelector(".progress-page");
  if (page) new ProgressPage(page, new Progress());
}

class ProgressPage {
  constructor(page, progress) {
    this.page = page;
    this.progress = progress;
    this.words = wordsOfPage();
    this.rows = [...page.querySelectorAll("[data-progress]")];
    this.on(".progress-export", () => this.save());
    this.on(".progress-print", () => window.print());
    this.on(".progress-reset", (event) => this.reset(event.currentTarget));
    this.on(".progress-test", () => this.draw());
    this.find(".progress-import").addEventListener("change", (event) => this.load(event.target));
    if (!progress.kept) this.say(this.words.not_kept);
    this.show();
    // What was begun is open at first; the rest is a line for each chapter.
    for (const chapter of page.querySelectorAll(".progress-chapter")) {
      chapter.open = !chapter.querySelector(".is-untouched");
    }
  }

  find(selector) {
    return this.page.querySelector(selector);
  }

  on(selector, action) {
    this.find(selector).addEventListener("click", action);
  }

  say(words) {
    this.find(".progress-said").textContent = words;
  }

  show() {
    const states = this.rows.map((row) => this.progress.of(row.dataset.progress));
    this.rows.forEach((row, place) => this.showRow(row, states[place]));
    this.page.querySelectorAll(".progress-table").forEach((table) => this.showChapter(table));
    const solved = states.filter(({ correct }) => correct).length;
    const mastered = states.filter(({ streak }) => streak >= MASTERY).length;
    const all = states.length;
    this.find(".progress-total").textContent = phrase(this.words, "total", { solved, all, mastered });
    const due = this.rows.filter((_row, place) => states[place].due <= Date.now());
    this.list(".progress-due", due);
    this.find(".progress-none").hidden = due.length > 0;
  }

  showRow(row, { tries, correct, streak = 0 }) {
    row.querySelector(".progress-tries").textContent = tries || "";
    const { mastered, solved, tried } = this.words;
    const state = streak >= MASTERY ? mastered : correct ? solved : tries ? tried : "";
    row.querySelector(".progress-state").textContent = state;
  }

  /** Say how far a chapter is; columns that would be empty are left out. */
  showChapter(table) {
    const states = [...table.querySelectorAll("[data-progress]")].map(({ dataset }) => this.progress.of(dataset.progress));
    const solved = states.filter(({ correct }) => correct).length;
    const count = table.closest(".progress-chapter").querySelector(".progress-count");
    count.textContent = phrase(this.words, "chapter", { solved, all: states.length });
    table.classList.toggle("is-untouched", !states.some(({ tries }) => tries));
  }

  list(selector, rows) {
    const list = this.find(selector);
    list.hidden = !rows.length;
    list.replaceChildren(
      ...rows.map(({ dataset: { progress, address, title } }) => {
        const link = made("a", title);
        link.href = `${address}?fresh=${progress}#exercise-${progress}`;
        const item = made("li");
        item.append(link);
        return item;
      }),
    );
  }

  /**
   * Draw questions by chance, of the chapters in which something was tried if that was in any, and
   * first among those that are not mastered yet.
   */
  draw() {
    const read = this.rows.filter((row) => !row.closest(".is-untouched"));
    const asked = read.length ? read : this.rows;
    const open = asked.filter((row) => !(this.progress.of(row.dataset.progress).streak >= MASTERY));
    const left = open.length ? open : [...asked];
    const drawn = [];
    while (drawn.length < DRAWN && left.length) {
      drawn.push(...left.splice(Math.floor(Math.random() * left.length), 1));
    }
    this.list(".progress-drawn", drawn);
    this.find(".progress-drawn a").focus();
  }

  save() {
    const text = JSON.stringify(this.progress.all(), null, 1);
    save("nqpf-progress.json", "application/json", text);
  }

  async load(input) {
    const kept = fromFile(await input.files[0].text());
    input.value = "";
    if (!kept) {
      this.say(this.words.not_loaded);
      return;
    }
    // What was done here since stays: a file from another device comes beside it.
    const written = this.progress.write(merged(this.progress.all(), kept));
    const count = Object.values(kept.exercises).filter(({ tries }) => tries).length;
    this.say(written ? phrase(this.words, "loaded", { count }) : this.words.full);
    this.show();
  }

  /** Forget everything, after a second press. */
  reset(button) {
    const { confirm, label } = button.dataset;
    if (!label) {
      button.dataset.label = button.textContent;
      button.textContent = confirm;
      return;
    }
    button.textContent = label;
    delete button.dataset.label;
    this.progress.clear();
    this.say(this.words.forgotten);
    this.show();
  }
}
