// The test over the whole book: draws questions by what they ask, counts first answers, and says
// what to read again. Kept with the reader's progress, in this browser alone.

import { phrase } from "../exercise/checks.js";
import { wordsOfPage } from "../exercise/words.js";
import { made } from "../frame/elements.js";
import { loadScript } from "../frame/scripts.js";
import { Progress } from "../progress/store.js";

/** Start the test of this page; `begin` starts an exercise that has been put into the page. */
export function startFinalTest(page, begin) {
  return new FinalTest(page, begin);
}

/**
 * Draw questions so that every chapter is asked, no objective twice while others are left, and
 * what the reader has not solved comes before what is solved.
 */
export function drawn(pool, count, isSolved, chance = Math.random) {
  const left = shuffled(pool, chance).sort((a, b) => isSolved(a.slug) - isSolved(b.slug));
  const chapters = shuffled([...new Set(pool.map(({ chapter }) => chapter))], chance);
  const taken = [];
  const asked = new Set();
  while (taken.length < count && left.length) {
    for (const chapter of chapters) {
      const ofChapter = left.filter((one) => one.chapter === chapter);
      const one = ofChapter.find(({ objective }) => !asked.has(objective)) ?? ofChapter[0];
      if (!one || taken.length >= count) continue;
      taken.push(one);
      asked.add(one.objective);
      left.splice(left.indexOf(one), 1);
    }
  }
  return taken.sort((a, b) => a.chapter - b.chapter).map(({ slug }) => slug);
}

function shuffled(items, chance) {
  const left = [...items];
  for (let place = left.length - 1; place > 0; place -= 1) {
    const other = Math.floor(chance() * (place + 1));
    [left[place], left[other]] = [left[other], left[place]];
  }
  return left;
}

class FinalTest {
  constructor(page, begin) {
    this.page = page;
    this.begin = begin;
    this.progress = new Progress();
    this.words = wordsOfPage();
    this.plan = JSON.parse(this.find(".final-test-plan").textContent);
    this.pool = new Map(this.plan.pool.map((one) => [one.slug, one]));
    this.find(".final-test-bar").hidden = false;
    this.on(".final-test-draw", (event) => this.draw(event.currentTarget));
    this.on(".final-test-before", () => this.go(this.state.place - 1));
    this.on(".final-test-next", () => this.go(this.state.place + 1));
    this.on(".final-test-end", () => this.end());
    this.find(".final-test-question").addEventListener("nqpf-checked", ({ detail }) => this.count(detail));
    this.resume();
  }

  find(selector) {
    return this.page.querySelector(selector);
  }

  on(selector, action) {
    this.find(selector).addEventListener("click", action);
  }

  say(words) {
    this.find(".final-test-said").textContent = words;
  }

  /** Go on with a test that was begun; questions that the book no longer has fall out. */
  resume() {
    const kept = this.progress.finalTest();
    const known = (kept?.drawn ?? []).filter((slug) => this.pool.has(slug));
    if (!known.length) return;
    const place = Math.min(Math.max(0, Math.trunc(kept.place) || 0), known.length - 1);
    this.state = { drawn: known, firsts: kept.firsts ?? {}, place, ended: kept.ended === true };
    this.show(false);
    if (this.state.ended) this.showResult();
  }

  /** Draw questions; a test that is under way is given up only after a second press. */
  draw(button) {
    if (this.state && !this.state.ended && !button.dataset.label) {
      button.dataset.label = button.textContent;
      button.textContent = button.dataset.confirm;
      return;
    }
    if (button.dataset.label) button.textContent = button.dataset.label;
    delete button.dataset.label;
    const isSolved = (slug) => Number(this.progress.of(slug).correct);
    const slugs = drawn(this.plan.pool, this.plan.count, isSolved);
    this.state = { drawn: slugs, firsts: {}, place: 0, ended: false };
    this.find(".final-test-result").hidden = true;
    this.keep();
    this.show(true);
  }

  keep() {
    if (!this.progress.noteFinalTest(this.state)) {
      this.say(this.progress.kept ? this.words.full : this.words.not_kept);
    }
  }

  go(place) {
    this.state.place = place;
    this.keep();
    this.show(true);
  }

  /** Show the present question, afresh unless it has been answered in this test. */
  async show(focuses) {
    const { drawn: slugs, place, firsts } = this.state;
    const slug = slugs[place];
    const { chapter } = this.pool.get(slug);
    const holder = this.find(".final-test-question");
    this.find(".final-test-running").hidden = false;
    this.showPlaces();
    let html;
    try {
      html = (await this.load(chapter))[slug];
    } catch {
      this.say(phrase(this.words, "test_failed", { chapter }));
      return;
    }
    if (this.state.drawn[this.state.place] !== slug) return; // the reader has gone on meanwhile
    holder.innerHTML = html;
    const section = holder.querySelector("section.exercise");
    const where = { place: place + 1, count: slugs.length };
    section.querySelector(".exercise-number").textContent = phrase(this.words, "test_where", where);
    const answered = slug in firsts;
    section.classList.toggle("is-first-answer", !answered);
    this.begin(section, { fresh: !answered });
    if (!focuses) return;
    const title = section.querySelector(".exercise-title");
    title.tabIndex = -1;
    title.focus();
    section.scrollIntoView({ block: "nearest" });
  }

  /** Return the questions of a chapter; a script, since a page opened as a file may fetch nothing. */
  async load(chapter) {
    await loadScript(this.plan.scripts[chapter]);
    return window.nqpfQuestions[chapter];
  }

  showPlaces() {
    const { drawn: slugs, place, firsts } = this.state;
    const items = slugs.map((slug, at) => {
      const state = !(slug in firsts) ? "test_open" : firsts[slug] ? "test_right" : "test_wrong";
      const button = made("button", at + 1);
      button.type = "button";
      button.className = `is-${state.slice("test_".length)}`;
      const where = phrase(this.words, "test_where", { place: at + 1, count: slugs.length });
      button.setAttribute("aria-label", `${where}: ${this.words[state]}`);
      if (at === place) button.setAttribute("aria-current", "step");
      button.addEventListener("click", () => this.go(at));
      const item = made("li");
      item.append(button);
      return item;
    });
    this.find(".final-test-places").replaceChildren(...items);
    this.find(".final-test-before").disabled = place === 0;
    this.find(".final-test-next").disabled = place === slugs.length - 1;
  }

  /** Count a first answer; what is tried after it is practice. */
  count({ slug, correct }) {
    if (!(slug in this.state.firsts)) this.state.firsts[slug] = correct === true;
    this.find(".is-first-answer")?.classList.remove("is-first-answer");
    this.keep();
    this.showPlaces();
    if (this.state.ended) this.showResult();
  }

  end() {
    this.state.ended = true;
    this.keep();
    this.showResult();
    this.find("#final-test-result-title").focus();
  }

  showResult() {
    const { drawn: slugs, firsts } = this.state;
    const asked = slugs.filter((slug) => slug in firsts);
    const right = asked.filter((slug) => firsts[slug]).length;
    const left = slugs.length - asked.length;
    const numbers = { right, answered: asked.length, left };
    this.find(".final-test-score").textContent = phrase(this.words, left ? "test_score" : "test_all", numbers);
    this.showParts(asked);
    const wrong = asked.filter((slug) => !firsts[slug]).map((slug) => this.pool.get(slug));
    this.showAgain(wrong);
    this.find(".final-test-result").hidden = false;
  }

  showParts(asked) {
    const parts = new Map();
    for (const slug of asked) {
      const part = this.plan.parts[this.pool.get(slug).chapter];
      const { right, all } = parts.get(part) ?? { right: 0, all: 0 };
      parts.set(part, { right: right + this.state.firsts[slug], all: all + 1 });
    }
    const rows = [...parts].map(([part, { right, all }]) => {
      const row = made("tr");
      const head = made("th", part);
      head.scope = "row";
      row.append(head, ...[right, all].map((number) => made("td", number)));
      return row;
    });
    this.find(".final-test-parts tbody").replaceChildren(...rows);
    this.find(".final-test-parts").hidden = !rows.length;
  }

  /** List the sections to read again, each once, in the order of the book, with what they explain. */
  showAgain(wrong) {
    const sections = new Map();
    for (const { chapter, section: [address, title], objective } of wrong) {
      const kept = sections.get(address) ?? { chapter, title, objectives: [] };
      kept.objectives.push(objective);
      sections.set(address, kept);
    }
    const items = [...sections].map(([address, { chapter, title, objectives }]) => {
      const item = made("li");
      const link = made("a", `${chapter}. ${title}`);
      link.href = address;
      item.append(link, `: ${objectives.join("; ")}`);
      return item;
    });
    const none = made("li", this.words.test_nothing);
    this.find(".final-test-again").replaceChildren(...(items.length ? items : [none]));
  }
}
