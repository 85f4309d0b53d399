// Plays a chapter's scenes one step at a time: the question, then the answer. Keys of a keyboard and
// of a remote; the address tells the step. Nothing is sent or kept: guesses stay in their fields.

import { text } from "../explorer/numbers.js";
import { valueWritten } from "../explorer/setting.js";
import { filled } from "../frame/elements.js";

const STEP = /^#scene-(\d+)(-answer)?$/;
const ON = ["PageDown", "ArrowRight", "ArrowDown"];
const BACK = ["PageUp", "ArrowLeft", "ArrowUp"];

/** Let the scenes of a page be played with its live explorers. */
export function startLecture(page, explorers) {
  return new Lecture(page, explorers);
}

class Lecture {
  constructor(page, explorers) {
    this.page = page;
    this.scenes = JSON.parse(page.querySelector(".lecture-plan").textContent);
    this.places = [...page.querySelectorAll(".scene")];
    this.lines = []; // what the class has drawn, by scene
    this.explorers = new Map(explorers.map((one) => [one.plan.slug, one]));
    this.find = (name) => page.querySelector(`.lecture-${name}`);
    this.find("doors").hidden = false;
    this.listen();
    this.follow();
  }

  listen() {
    window.addEventListener("hashchange", () => this.follow());
    document.addEventListener("keydown", (event) => this.key(event));
    const pressed = {
      play: () => this.go(0).then(() => this.full()),
      print: () => window.print(),
      back: () => this.turn(-1),
      on: () => this.turn(1),
      full: () => this.full(),
      leave: () => this.leave(),
      draw: () => this.draw(),
    };
    for (const [name, act] of Object.entries(pressed)) this.find(name).addEventListener("click", act);
    const answers = this.find("with-answers");
    answers.addEventListener("change", () => this.page.classList.toggle("prints-questions", !answers.checked));
    this.places.forEach((place, at) => {
      place.querySelector(".scene-guess").addEventListener("submit", (event) => {
        event.preventDefault();
        if (this.step === undefined) place.querySelector(".scene-answer").open = true;
        else if (this.step === 2 * at) this.turn(1);
        this.compare(at);
      });
    });
    this.page.addEventListener("nqpf:sketch", () => this.offer());
    window.addEventListener("beforeprint", () => this.unfold(true));
    window.addEventListener("afterprint", () => this.unfold(false));
  }

  key(event) {
    if (this.step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const { key, target } = event;
    // Arrows belong to a slider or field that has the focus; a remote sends the other keys.
    const writes = target.matches?.("input, select, textarea");
    if (writes && !key.startsWith("Page")) return;
    if (ON.includes(key)) this.turn(1);
    else if (BACK.includes(key)) this.turn(-1);
    else if (key === "f") this.full();
    else if (key === "Escape" && !document.fullscreenElement) this.leave();
    else return;
    event.preventDefault();
  }

  /** Show what the address says: a step, or the list of all scenes. */
  follow() {
    const found = STEP.exec(window.location.hash);
    const step = found && 2 * (Number(found[1]) - 1) + (found[2] ? 1 : 0);
    if (found && step >= 0 && step < 2 * this.scenes.length) {
      if (step !== this.step) this.go(step);
    } else if (this.step !== undefined) this.leave();
  }

  turn(steps) {
    const next = this.step + steps;
    if (next >= 0 && next < 2 * this.scenes.length && this.readable()) this.go(next);
  }

  /** Go to a step: even ones ask, odd ones answer. */
  go(step) {
    const before = this.step;
    this.step = step;
    const at = Math.floor(step / 2);
    const answers = step % 2 === 1;
    const scene = this.scenes[at];
    const place = this.places[at];
    this.page.classList.add("is-playing");
    this.page.classList.toggle("is-answering", answers);
    this.places.forEach((one) => one.classList.toggle("is-now", one === place));
    place.querySelector(".scene-answer").open = answers;
    for (const [slug, { figure }] of this.explorers) {
      figure.classList.toggle("is-now", slug === scene.explorer);
      figure.classList.toggle("is-kept-back", slug === scene.explorer && scene.covered && !answers);
    }
    this.find("bar").hidden = false;
    this.find("back").disabled = step === 0;
    this.find("on").disabled = step === 2 * this.scenes.length - 1;
    this.find("place").textContent = `${at + 1} / ${this.scenes.length}`;
    this.note(`#scene-${at + 1}${answers ? "-answer" : ""}`);
    window.scrollTo(0, 0);
    if (Math.floor((before ?? -2) / 2) !== at) place.querySelector("h2").focus({ preventScroll: true });
    if (answers) this.compare(at);
    this.find("announcer").textContent = answers
      ? [".scene-guessed", ".scene-says"].map((one) => place.querySelector(one).textContent).join(" ")
      : "";
    this.offer();
    const explorer = this.explorers.get(scene.explorer);
    const line = this.lines[at];
    explorer.sketch?.end();
    return explorer.set(answers ? scene.answered : scene.asked).then(() => {
      if (!answers || this.step !== step || !line || line.isEmpty) return;
      explorer.sketch.tell(line);
      this.find("announcer").textContent += ` ${explorer.sketch.said.textContent}`;
    });
  }

  /** Offer to draw a curve while a scene asks whose explorer has one. */
  offer() {
    const scene = this.scenes[Math.floor(this.step / 2)];
    const asks = this.step % 2 === 0;
    this.find("draw").hidden = !asks || !scene.draws || !this.explorers.get(scene.explorer).sketch;
  }

  /** Let the class draw the curve of the answer, in a chart that shows its axes alone. */
  draw() {
    const at = Math.floor(this.step / 2);
    const { figure, sketch } = this.explorers.get(this.scenes[at].explorer);
    figure.classList.remove("is-kept-back");
    sketch.ask(this.lines[at]);
    this.lines[at] = sketch.line;
  }

  leave() {
    this.step = undefined;
    this.page.classList.remove("is-playing", "is-answering");
    this.find("bar").hidden = true;
    this.places.forEach((one) => {
      one.classList.remove("is-now");
      one.querySelector(".scene-answer").open = false;
    });
    if (document.fullscreenElement) document.exitFullscreen();
    this.note("#");
    this.find("play").focus();
  }

  note(address) {
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A page that may not write its address still plays.
    }
  }

  full() {
    if (document.fullscreenElement) return document.exitFullscreen();
    // Some browsers and frames refuse; the scene then fills the window.
    return document.documentElement.requestFullscreen?.().catch(() => {});
  }

  fields(at) {
    return [...this.places[at].querySelectorAll(".scene-guess input")];
  }

  /** Whether what stands in the fields can be read; if not, say so, and keep it. */
  readable() {
    const at = Math.floor(this.step / 2);
    const wrong = this.fields(at).find(({ value }) => value.trim() && Number.isNaN(valueWritten({ form: { scale: 1 } }, value)));
    const note = this.places[at].querySelector(".scene-note");
    note.textContent = wrong ? this.scenes[at].words.unreadable.replace("{text}", () => wrong.value) : "";
    wrong?.focus();
    return !wrong;
  }

  /** Set the guess of the class beside the answer, or nothing if there was none. */
  compare(at) {
    const scene = this.scenes[at];
    const place = this.places[at];
    const written = this.fields(at).map(({ value }) => value.trim());
    let said = "";
    if (scene.form && written[0]) {
      said = compared(scene, valueWritten({ form: scene.form }, written[0]));
    } else if (!scene.form && written.some(Boolean)) {
      const hands = written.map((one) => (one ? valueWritten({ form: { scale: 1 } }, one) : 0));
      const all = hands.reduce((sum, one) => sum + one, 0);
      said = filled(scene.words.hands, { all, right: hands[scene.right] });
    }
    place.querySelector(".scene-guessed").textContent = said;
  }

  unfold(open) {
    if (this.step !== undefined) return;
    this.places.forEach((one) => {
      one.querySelector(".scene-answer").open = open;
    });
  }
}

/** Return what is said of a number that the class guessed. */
export function compared({ form, gap, value, words }, guess) {
  if (Number.isNaN(guess)) return "";
  const figures = { guess: text(form, guess), value: text(form, value), gap: text(gap, Math.abs(value - guess)) };
  const kind = figures.guess === figures.value ? "same" : value < guess ? "less" : "more";
  return filled(words[kind], figures);
}
