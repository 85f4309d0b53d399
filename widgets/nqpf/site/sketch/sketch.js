// Draw your guess: before a curve is shown the reader draws it, by a pointer in the chart or by keys
// at five knots; then both are seen, and a sentence says where they differ most and what that means.

import { text } from "../explorer/numbers.js";
import { drawn, filled } from "../frame/elements.js";
import { between, compared, KNOTS, Line, POINTS } from "./line.js";

const LAST = POINTS - 1;

/** Let a reader draw the curve of an explorer that is live; `hands` is the script of its ground. */
export function startSketch(explorer, hands) {
  explorer.sketch = new Sketch(explorer, hands);
  explorer.tell("nqpf:sketch");
}

class Sketch {
  constructor(explorer, { Ground, scaled }) {
    const { figure, plan, load } = explorer;
    const progress = load.progress();
    Object.assign(this, { explorer, figure, scaled, progress, plan: plan.sketch, slug: plan.slug });
    this.line = new Line();
    this.form = figure.querySelector("form.sketch");
    this.result = figure.querySelector(".sketch-said");
    this.said = this.result.querySelector("p");
    this.chart = figure.querySelector(".explorer-chart");
    this.described = this.chart.getAttribute("aria-label");
    this.ground = new Ground(explorer);
    this.ground.root.classList.add("sketch-ground");
    this.surface = this.ground.add("sketch-surface");
    this.picture = this.ground.root.appendChild(drawn("svg", { class: "sketch-picture" }));
    this.parts = Object.fromEntries(
      [["polyline", "halo"], ["polyline", "line"], ["line", "gap"], ["text", "name"]].map(([tag, name]) => [
        name,
        this.picture.appendChild(drawn(tag, { class: `sketch-${name}` })),
      ]),
    );
    this.parts.name.textContent = this.plan.words.yours;
    this.knots = KNOTS.map((_, knot) => this.knot(knot));
    this.dots = KNOTS.map(() => this.picture.appendChild(drawn("circle", { class: "sketch-dot" })));
    this.ground.followers.push(() => this.render());
    this.listen();
    if (this.plan.asks) this.begin();
    else this.end();
  }

  /** Ask, unless the reader has answered before or has moved on already. */
  begin() {
    const kept = this.progress.sketchAt(this.slug);
    const { plan, setting } = this.explorer;
    const moved = window.location.hash.startsWith(`#${this.slug}?`);
    if (kept) this.tell(new Line(kept));
    else if (kept === null) this.skip();
    else if (moved || !plan.controls.every(({ name, start }) => setting[name] === start)) this.end();
    else this.ask();
  }

  listen() {
    const { surface, form } = this;
    surface.addEventListener("pointerdown", (event) => this.take(event));
    surface.addEventListener("pointermove", (event) => this.draw(event));
    surface.addEventListener("pointerup", () => this.leave());
    // The finger scrolls the page: what it touched first was no guess.
    surface.addEventListener("pointercancel", () => this.leave(this.before));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.answer();
    });
    form.querySelector(".sketch-skip")?.addEventListener("click", () => {
      this.progress.noteGuess(this.slug, null);
      this.skip();
      this.said.focus({ preventScroll: true });
    });
    this.result.querySelector("button")?.addEventListener("click", () => this.again());
    this.figure.addEventListener("nqpf:setting", () => this.follow());
  }

  /** Return a slider without a look of its own, which keys and screen readers move. */
  knot(knot) {
    const slider = document.createElement("input");
    Object.assign(slider, { type: "range", className: "visually-hidden", min: 0, max: 100, step: 1 });
    slider.addEventListener("input", () => {
      this.line.move(knot, slider.value / 100);
      this.render();
    });
    for (const [event, is] of [["focus", true], ["blur", false]]) {
      slider.addEventListener(event, () => this.dots[knot].classList.toggle("is-held", is));
    }
    this.form.querySelector(".sketch-knots").append(slider);
    return slider;
  }

  take(event) {
    event.stopPropagation();
    if (event.button) return;
    this.surface.setPointerCapture(event.pointerId);
    this.before = [...this.line.set];
    this.last = this.placeOf(event);
    this.stroke(this.last);
  }

  draw(event) {
    event.stopPropagation();
    if (this.last) this.stroke(this.placeOf(event));
  }

  stroke(place) {
    this.line.stroke(this.last, place);
    this.last = place;
    this.render();
  }

  /** End a stroke, or take it back. After the first a finger draws in every direction. */
  leave(before) {
    if (!this.last) return;
    this.last = null;
    if (before) this.line.set = before;
    else this.surface.classList.add("is-drawn-on");
    this.render();
  }

  /** Return where a pointer is, as parts of the curve's way across and of the plot's height. */
  placeOf(event) {
    const { box } = this.frame;
    const [x, y] = this.ground.at(event);
    return [(x - box.left) / (box.right - box.left), (box.bottom - y) / (box.bottom - box.top)];
  }

  /** What is known of the curve as it is drawn now: its place on the ground, values, heights. */
  get frame() {
    const [mark, [field, ...across], upward, wide, high] = this.ground.drawing.now.sketch;
    const { table, column } = this.plan;
    const [x, y] = [across, upward].map((one) => this.scaled(...one));
    const rows = this.explorer.chart.rows(this.explorer.plan.tables[table].dataset);
    const points = rows.map((row) => [x.there(row[field]), 1 - y.there(row[column]) / high]);
    points.sort(([one], [other]) => one - other);
    const [first, last] = [points[0][0], points.at(-1)[0]];
    const at = (place) => first + (place / LAST) * (last - first);
    const from = this.ground.from(mark);
    const [[left, top], [right, bottom]] = [from([first, 0]), from([last, high])];
    const [[start], [end]] = [from([0, 0]), from([wide, high])];
    return {
      box: { left, top, right, bottom, start, end },
      where: (place) => x.value(at(place)),
      value: (height) => y.value((1 - height) * high),
      truth: KNOWN.map((place) => Math.min(1, Math.max(0, between(points, at(place))))),
    };
  }

  render() {
    if (this.ground.root.hidden) return;
    const { box, where, value, truth } = this.frame;
    const { heights } = this.line;
    const placed = (at, height) => [
      box.left + (at / LAST) * (box.right - box.left),
      box.bottom - height * (box.bottom - box.top),
    ];
    const outline = heights.map((height, at) => placed(at, height).join()).join(" ");
    for (const name of ["halo", "line"]) this.parts[name].setAttribute("points", outline);
    Object.assign(this.surface.style, { width: `${box.end - box.start}px`, height: `${box.bottom - box.top}px` });
    this.surface.style.transform = `translate(${box.start}px, ${box.top}px)`;
    const told = this.told?.at;
    const [name, gap] = [told === 0 ? 5 : 0, told ?? 0];
    // Its name stands where there is most room beside the curve.
    const free = heights.map((height, at) => (at < 5 || at > LAST - 5 || at === name ? -1 : Math.abs(height - truth[at])));
    const beside = this.told ? free.indexOf(Math.max(...free)) : LAST / 2;
    const [x, y] = placed(beside, heights[beside]);
    const above = heights[beside] >= truth[beside] || !this.told;
    place(this.parts.name, { x, y: y + (above && y > box.top + 22 ? -8 : 20) });
    const [[x1, y1], [, y2]] = [placed(gap, heights[gap]), placed(gap, truth[gap])];
    place(this.parts.gap, { x1, x2: x1, y1, y2 });
    const { words, x: across, y: upward } = this.plan;
    KNOTS.forEach((at, knot) => {
      const [cx, cy] = placed(at, heights[at]);
      place(this.dots[knot], { cx, cy });
      const slider = this.knots[knot];
      slider.value = Math.round(100 * heights[at]);
      slider.setAttribute("aria-label", filled(words.knot, { where: text(across, where(at)) }));
      slider.setAttribute("aria-valuetext", text(upward, value(heights[at])));
    });
  }

  /** Cover the curve and let it be drawn, or a line be drawn on. */
  ask(line = new Line()) {
    this.line = line;
    this.told = null;
    this.surface.classList.toggle("is-drawn-on", !line.isEmpty);
    this.show("asks");
    const { where, value } = this.frame;
    const { words, x, y } = this.plan;
    const ends = { low: text(y, value(0)), high: text(y, value(1)), first: text(x, where(0)), last: text(x, where(LAST)) };
    this.chart.setAttribute("aria-label", filled(words.covered, ends));
  }

  answer() {
    const note = this.form.querySelector(".sketch-note");
    note.textContent = this.line.isEmpty ? this.plan.words.empty : "";
    if (this.line.isEmpty) return;
    const heights = this.line.heights.map((height) => Math.round(height * 1000) / 1000);
    if (this.plan.asks) this.progress.noteGuess(this.slug, heights);
    this.tell(new Line(heights)); // as it will be when the reader comes back
    this.said.focus({ preventScroll: true });
  }

  /** Show a line beside the curve, and say where they differ most and what that means. */
  tell(line) {
    this.line = line;
    this.setting = { ...this.explorer.setting };
    const { where, value, truth } = this.frame;
    const { words, x, y, gap, texts } = this.plan;
    const { heights } = line;
    const found = compared(heights, truth);
    const [guess, real] = [heights[found.at], truth[found.at]].map(value);
    const far = Math.abs(real - guess);
    const figures = {
      where: text(x, where(found.at)),
      guess: text(y, guess),
      value: text(y, real),
      gap: text(gap, far),
      turn: found.turn === undefined ? "" : text(x, where(found.turn)),
    };
    const kind = found.kind === "near" ? "near" : real > guess ? "more" : "less";
    this.told = found.kind === "near" ? null : found;
    this.said.textContent = filled(`${words[kind]} ${texts[found.kind] ?? ""}`.trim(), figures);
    this.show("tells");
  }

  skip() {
    this.said.textContent = this.plan.words.skipped;
    this.setting = null;
    this.show("skips");
  }

  /** Show the chart as it is, without any guess. */
  end() {
    this.setting = null;
    this.show("");
  }

  again() {
    this.progress.noteGuess(this.slug, undefined);
    this.figure.querySelector(".explorer-reset").click(); // the guess is about the start
    this.explorer.redraw().then(() => {
      this.ask();
      this.knots[0].focus();
    });
  }

  /** Stay beside the setting that was guessed; who moves a control while asked has moved on. */
  follow() {
    if (this.state === "asks") return this.end();
    const { setting, explorer } = this;
    if (!setting) return;
    this.ground.root.hidden = Object.keys(setting).some((name) => setting[name] !== explorer.setting[name]);
  }

  show(state) {
    this.state = state;
    const asks = state === "asks";
    this.figure.classList.toggle("asks-curve", asks);
    for (const output of document.querySelectorAll(`output[data-bound-to="${this.slug}"]`)) {
      output.classList.toggle("is-covered", asks);
    }
    if (!asks) this.chart.setAttribute("aria-label", this.described);
    this.result.hidden = !["tells", "skips"].includes(state);
    this.ground.root.hidden = !asks && state !== "tells";
    this.ground.root.dataset.state = state;
    this.picture.classList.toggle("has-gap", Boolean(this.told) && state === "tells");
    this.render();
  }
}

const KNOWN = Array.from({ length: POINTS }, (_, at) => at);

/** Set the places of a part of the picture, to a tenth of a pixel. */
function place(part, places) {
  for (const [name, place] of Object.entries(places)) part.setAttribute(name, place.toFixed(1));
}
