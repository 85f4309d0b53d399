// The bank of exercises: filters, a list of one's own, and hand-outs joined from the pieces that
// the build made. Kept in this browser alone; nothing is ever sent anywhere.

import { copied, filled, made, save } from "../frame/elements.js";
import { loadScript } from "../frame/scripts.js";
import { Progress } from "../progress/store.js";
import { joined } from "./joined.js";

const FILES = { notebook: ".ipynb", paper: ".html", key: "-key.html", moodle: ".xml" };
const TYPES = {
  notebook: "application/x-ipynb+json",
  paper: "text/html",
  key: "text/html",
  moodle: "application/xml",
};
// As `nqpf assign` takes a name, and every shell a word that stands without quotes.
const NAME = /^\p{L}[\p{L}\p{N}_-]*$/u;

/** Start the bank of this page. */
export function startBank(page) {
  return new Bank(page, new Progress());
}

class Bank {
  constructor(page, progress) {
    this.page = page;
    this.progress = progress;
    this.plan = JSON.parse(this.find(".bank-plan").textContent);
    this.words = this.plan.words;
    this.filters = this.find(".bank-filters");
    this.name = this.find("#bank-name");
    const boxes = [...page.querySelectorAll(".bank-chapter")];
    this.chapters = boxes.map((box) => new Chapter(box, this));
    this.ones = new Map(this.chapters.flatMap(({ ones }) => ones).map((one) => [one.slug, one]));
    const parts = [this.filters, this.find(".bank-said"), this.find(".bank-list")];
    for (const part of parts) part.hidden = false;
    this.name.value = this.progress.bankList().name || this.plan.name;
    this.listen();
    this.filter();
    this.show();
  }

  listen() {
    this.filters.addEventListener("submit", (event) => event.preventDefault());
    this.filters.addEventListener("input", () => this.filter());
    this.filters.addEventListener("reset", () => setTimeout(() => this.filter()));
    this.name.addEventListener("input", () => {
      if (this.checkName()) this.keep(this.picked());
      this.showLine();
    });
    const empty = this.find(".bank-empty");
    empty.addEventListener("click", () => this.empty(empty));
    this.find(".bank-copy").addEventListener("click", () => this.copy());
    for (const button of this.page.querySelectorAll("[data-make]")) {
      button.addEventListener("click", () => this.make(button.dataset.make));
    }
    // Another page of the book may have changed the list meanwhile.
    window.addEventListener("storage", () => this.show());
  }

  find(selector) {
    return this.page.querySelector(selector);
  }

  phrase(name, values = {}) {
    return filled(this.words[name], values);
  }

  tell(name, values) {
    this.find(".bank-told").textContent = this.phrase(name, values);
  }

  /** Return the slugs of the list, in order, without those that the book no longer has. */
  picked() {
    return [...new Set(this.progress.bankList().picked)].filter((slug) => this.ones.has(slug));
  }

  keep(picked) {
    const kept = this.progress.noteBankList({ name: this.assignment(), picked });
    this.show();
    return kept;
  }

  /** Keep a changed list, and say what has changed. */
  change(picked, words, values) {
    if (this.keep(picked)) this.tell(words, values);
    else this.tell("not_kept");
  }

  toggle(slug) {
    const picked = this.picked();
    const { title } = this.ones.get(slug);
    const others = picked.filter((one) => one !== slug);
    if (others.length < picked.length) this.change(others, "taken_out", { title });
    else this.change([...picked, slug], "added", { title });
  }

  move(slug, by) {
    const picked = this.picked();
    const place = picked.indexOf(slug);
    picked.splice(place, 1);
    picked.splice(place + by, 0, slug);
    this.change(picked, "moved", { title: this.ones.get(slug).title, place: place + by + 1 });
  }

  /** Empty the list after a second press. */
  empty(button) {
    if (!button.dataset.label) {
      button.dataset.label = button.textContent;
      button.textContent = this.words.again;
      return;
    }
    this.change([], "emptied");
    this.find("#bank-list-title").focus();
  }

  filter() {
    const { words, ...fields } = Object.fromEntries(new FormData(this.filters));
    const asked = words.toLowerCase().split(/\s+/).filter(Boolean);
    const isAsked = Boolean(asked.length) || Object.values(fields).some(Boolean);
    for (const chapter of this.chapters) chapter.filter(asked, fields, isAsked);
    this.say();
  }

  say() {
    const ones = [...this.ones.values()];
    const shown = ones.filter(({ item }) => !item.hidden).length;
    const picked = this.picked();
    const [points, minutes] = ["points", "minutes"].map((what) => this.sum(picked, what));
    const values = { shown, all: ones.length, count: picked.length, points, minutes };
    this.find(".bank-said [role=status]").textContent = this.phrase("said", values);
  }

  sum(picked, what) {
    return picked.reduce((sum, slug) => sum + this.ones.get(slug)[what], 0);
  }

  show() {
    const picked = this.picked();
    const empty = this.find(".bank-empty");
    if (empty.dataset.label) empty.textContent = empty.dataset.label;
    delete empty.dataset.label;
    this.page.classList.toggle("has-list", picked.length > 0);
    this.find(".bank-none").hidden = picked.length > 0;
    this.find(".bank-some").hidden = !picked.length;
    this.find(".bank-notes").hidden = true;
    for (const one of this.ones.values()) one.mark(picked.includes(one.slug));
    const items = picked.map((slug, place) => this.chosen(slug, place, picked.length));
    this.find(".bank-chosen").replaceChildren(...items);
    this.showLine();
    this.say();
  }

  /** Return the line of the list for one exercise, with what moves it and takes it out. */
  chosen(slug, place, count) {
    const { title, link, facts, chapter } = this.ones.get(slug);
    const item = made("li");
    const head = classed("p", "bank-title");
    head.append(link.cloneNode(true));
    const bar = classed("p", "bank-bar");
    const button = (name, action, disabled = false) => {
      const one = this.button(name, title);
      Object.assign(one, { disabled });
      one.dataset.does = name;
      one.addEventListener("click", () => this.act(slug, name, action));
      bar.append(one);
    };
    button("up", () => this.move(slug, -1), place === 0);
    button("down", () => this.move(slug, 1), place === count - 1);
    button("take_out", () => this.toggle(slug));
    item.dataset.slug = slug;
    item.append(head, classed("p", "bank-facts", `${chapter.title} · ${facts}`), bar);
    return item;
  }

  /** Do what a button of the list asks for, and leave the focus where the reader goes on. */
  act(slug, name, action) {
    const place = this.picked().indexOf(slug);
    action();
    const items = [...this.find(".bank-chosen").children];
    const same = items.find((one) => one.dataset.slug === slug);
    const item = same ?? items[Math.min(place, items.length - 1)];
    const buttons = [...(item?.querySelectorAll("button") ?? [])];
    const again = buttons.find((one) => one.dataset.does === name && !one.disabled);
    (again ?? buttons.find((one) => !one.disabled) ?? this.find("#bank-list-title")).focus();
  }

  button(name, title) {
    const label = this.phrase("of", { what: this.words[name], title });
    const button = Object.assign(made("button", this.words[name]), { type: "button" });
    button.setAttribute("aria-label", label);
    return button;
  }

  /** Return whether the name can be one; if not, say how it is written. */
  checkName() {
    const isName = NAME.test(this.name.value.trim());
    this.name.setAttribute("aria-invalid", String(!isName));
    if (isName) this.find(".bank-told").textContent = "";
    else this.tell("bad_name");
    return isName;
  }

  assignment() {
    const name = this.name.value.trim();
    return NAME.test(name) ? name : this.plan.name;
  }

  showLine() {
    const line = `nqpf assign ${this.assignment()} --pick ${this.picked().join(",")}`;
    this.find(".bank-line code").textContent = line;
  }

  /** Copy the line, if the name can be one. */
  async copy() {
    if (!this.checkName()) {
      this.name.focus();
      return;
    }
    this.tell((await copied(this.find(".bank-line code"))) ? "copied" : "select");
  }

  /** Join the list into one file, hand it over, and say what did not go into it. */
  async make(kind) {
    if (!this.checkName()) {
      this.name.focus();
      return;
    }
    const picked = this.picked();
    const name = this.assignment();
    const register = kind === "moodle" ? "nqpfMoodle" : "nqpfPieces";
    let pieces;
    try {
      pieces = await Promise.all(picked.map((slug) => this.piece(slug, register)));
    } catch (error) {
      this.tell("failed", { chapter: error.message });
      return;
    }
    const notes = picked.flatMap((slug, place) => this.noted(this.ones.get(slug), pieces[place]));
    this.showNotes(kind === "moodle" ? notes : []);
    if (kind === "moodle" && !pieces.some(({ questions }) => questions)) {
      this.tell("none_for_moodle");
      return;
    }
    const whole = { name, points: this.sum(picked, "points"), when: new Date() };
    const file = `${name}${FILES[kind]}`;
    save(file, `${TYPES[kind]};charset=utf-8`, joined(kind, this.plan.frames[kind], pieces, whole));
    this.tell("saved", { file });
  }

  noted({ title }, { questions, note }) {
    if (!note) return [];
    return [this.phrase(questions ? "noted" : "left_out", { title, why: note })];
  }

  showNotes(notes) {
    const list = this.find(".bank-notes");
    list.hidden = !notes.length;
    list.replaceChildren(...notes.map((note) => made("li", note)));
  }

  /** Return what a chapter's script hands over of an exercise; the script is loaded once. */
  async piece(slug, register) {
    const { chapter } = this.ones.get(slug);
    const source = this.plan.scripts[chapter.number][register === "nqpfMoodle" ? 1 : 0];
    const there = () => window[register]?.[slug];
    if (!there()) await loadScript(source).catch(() => {});
    if (!there()) throw new Error(chapter.number);
    return there();
  }
}

/** The exercises of one chapter, as the page lists them. */
class Chapter {
  constructor(box, bank) {
    this.box = box;
    this.bank = bank;
    this.number = box.dataset.chapter;
    this.count = box.querySelector(".bank-count");
    this.title = box.querySelector("summary").firstChild.textContent.trim();
    this.ones = [...box.querySelectorAll("li")].map((item) => new One(item, this));
    this.all = this.count.textContent;
  }

  /** Show what is asked for; a chapter opens if something is asked for, and closes when no more. */
  filter(asked, { chapter, ...fields }, isAsked) {
    const isOurs = !chapter || chapter === this.number;
    for (const one of this.ones) one.item.hidden = !(isOurs && one.fits(asked, fields));
    const shown = this.ones.filter(({ item }) => !item.hidden).length;
    this.box.hidden = !shown;
    if (isAsked || this.wasAsked) this.box.open = isAsked && shown > 0;
    this.wasAsked = isAsked;
    const some = this.bank.phrase("some", { shown, all: this.ones.length });
    this.count.textContent = shown === this.ones.length ? this.all : `(${some})`;
  }
}

/** An exercise of the bank, and its buttons. */
class One {
  constructor(item, chapter) {
    const { bank } = chapter;
    this.item = item;
    this.chapter = chapter;
    this.slug = item.dataset.slug;
    this.points = Number(item.dataset.points);
    this.minutes = Number(item.dataset.minutes);
    this.link = item.querySelector("a");
    this.title = this.link.textContent;
    this.facts = item.querySelector(".bank-facts").textContent;
    this.text = `${this.title} ${item.querySelector(".bank-objective").textContent}`.toLowerCase();
    this.preview = bank.button("preview", this.title);
    this.add = bank.button("add", this.title);
    this.preview.setAttribute("aria-expanded", "false");
    this.preview.addEventListener("click", () => this.show(bank));
    this.add.addEventListener("click", () => bank.toggle(this.slug));
    const bar = classed("p", "bank-bar");
    bar.append(this.add, this.preview);
    item.append(bar);
  }

  fits(asked, { kind, level, marked, minutes }) {
    const { dataset } = this.item;
    const isOf = (field, value) => !value || dataset[field] === value;
    const fits = isOf("kind", kind) && isOf("level", level) && isOf("marked", marked);
    const isInTime = !minutes || this.minutes <= Number(minutes);
    return fits && isInTime && asked.every((word) => this.text.includes(word));
  }

  /** Say on the button whether the exercise is in the list. */
  mark(isPicked) {
    const { words } = this.chapter.bank;
    const what = words[isPicked ? "take_out" : "add"];
    const label = this.chapter.bank.phrase("of", { what, title: this.title });
    this.add.textContent = what;
    this.add.setAttribute("aria-label", label);
    this.item.classList.toggle("is-picked", isPicked);
  }

  /** Show the exercise below its line, or close it again. */
  async show(bank) {
    const isOpen = this.preview.getAttribute("aria-expanded") === "true";
    if (!this.place) {
      let piece;
      try {
        piece = await bank.piece(this.slug, "nqpfPieces");
      } catch (error) {
        bank.tell("failed", { chapter: error.message });
        return;
      }
      this.place ??= Object.assign(classed("div", "bank-preview"), { innerHTML: piece.preview });
      this.item.append(this.place);
    }
    this.place.hidden = isOpen;
    this.preview.setAttribute("aria-expanded", String(!isOpen));
  }
}

function classed(name, className, words) {
  return Object.assign(made(name, words), { className });
}
