// The panel under an explorer in which a reader changes its model. Python in the page runs the changed
// functions and answers with steps, by which this page draws from then on without Python. Whatever is
// wrong is said in a sentence, and the chart stays as it was.

import { nearestStop, shown } from "../explorer/setting.js";
import { filled, made } from "../frame/elements.js";
import { packed, unpacked } from "./link.js";
import { computing } from "./steps.js";
import { left, widened } from "./widening.js";

// The build puts the sentences here: pages need not carry them.
const more = document.getElementById("nqpf-own-model-words");
const WORDS = { ...NQPF_OWN_MODEL_WORDS, ...(more && JSON.parse(more.textContent)) };
const READY_LIMIT = 90_000;
const SECONDS = 10;
const TRIED = 150;
const LOOKED_AT = 40;
const BETWEEN = "\n\n\n";

/**
 * Return a box to write in, put in the place of a function's text. The page comes without it: for
 * each such box in what is folded a browser that fills in forms lays the page out at its start.
 */
function boxFor(text) {
  const area = document.createElement("textarea");
  Object.assign(area, { defaultValue: text.textContent, rows: Number(text.dataset.rows), spellcheck: false, autocomplete: "off" });
  area.dataset.name = text.dataset.name;
  area.setAttribute("aria-label", text.dataset.label);
  for (const name of ["autocapitalize", "autocorrect"]) area.setAttribute(name, "off");
  text.replaceWith(area);
  return area;
}

/** Let a reader change the model of an explorer; `tools` get what that needs when it needs it. */
export function startOwnModel(panel, explorer, tools) {
  return new OwnModel(panel, explorer, tools);
}

class OwnModel {
  constructor(panel, explorer, tools) {
    Object.assign(this, { panel, explorer, tools, isOwn: false });
    this.boxes = [...panel.querySelectorAll("pre.own-model-text")].map(boxFor);
    this.views = new Map();
    for (const box of this.boxes) {
      box.addEventListener("focus", () => this.upgrade(box), { once: true });
      box.addEventListener("input", () => this.warm(), { once: true });
    }
    this.find(".own-model-run").addEventListener("click", () => this.run());
    this.find(".own-model-back").addEventListener("click", () => this.back());
    panel.addEventListener("nqpf:linked", () => this.takeLinked());
    this.find(".own-model-bar").hidden = false;
    if (window.location.protocol === "file:") this.say(WORDS.from_file);
    this.takeLinked();
  }

  find(selector) {
    return this.panel.querySelector(selector);
  }

  /** Put an editor over a box; without one the box goes on working. */
  async upgrade(box) {
    try {
      this.editor ??= await this.tools.editor();
      this.views.set(box, this.editor.upgrade(box));
    } catch {
      this.views.delete(box);
    }
  }

  write(box, text) {
    box.value = text;
    if (this.views.has(box)) this.editor.replaceText(this.views.get(box), text);
  }

  say(sentence, isFault = false) {
    const said = this.find(".own-model-said");
    said.replaceChildren(made("p", sentence));
    said.classList.toggle("is-fault", isFault);
  }

  /** Say that Python comes, and how much of it is there. */
  comes(news) {
    const said = this.find(".own-model-said");
    said.classList.remove("is-fault");
    this.tools.arrival(said, WORDS, news);
  }

  /** Show what a link carries: it is read by the reader before anything runs. */
  async takeLinked() {
    const { linked } = this.panel.dataset;
    if (!linked) return;
    delete this.panel.dataset.linked;
    const texts = await unpacked(linked);
    const known = this.boxes.filter((box) => texts && box.dataset.name in texts);
    if (!known.length) return this.say(WORDS.bad_link, true);
    for (const box of known) {
      box.closest("details.own-model-function").open = true;
      this.write(box, texts[box.dataset.name]);
    }
    this.say(filled(WORDS.linked, { names: known.map((box) => box.dataset.name).join(", ") }));
  }

  get code() {
    return this.boxes.map((box) => box.value).join(BETWEEN);
  }

  /** Run once at a time; what is pressed meanwhile is not lost but goes on. */
  async run() {
    if (window.location.protocol === "file:") return this.say(WORDS.from_file, true);
    this.pressed = true;
    if (this.busy) return;
    this.busy = true;
    const button = this.find(".own-model-run");
    button.setAttribute("aria-disabled", "true");
    try {
      // Who presses again has written something else since, or waits for the answer that comes.
      for (let before; this.pressed && this.code !== before; ) {
        this.pressed = false;
        before = this.code;
        await this.answer(await this.asked());
      }
    } finally {
      this.busy = false;
      button.removeAttribute("aria-disabled");
    }
  }

  /** Let Python come, with what the explorer needs: who writes will run it. */
  warm() {
    const { slug } = this.explorer.plan;
    this.tools.warm(this.panel.dataset.python, { door: "model", slug, ask: "ready" }, READY_LIMIT);
  }

  /** Return Python's answer to what is written now. */
  async asked() {
    const { slug } = this.explorer.plan;
    const wait = (isReady, news) => {
      if (isReady) this.say(WORDS.running);
      else this.comes(news);
    };
    const ask = (request, limit, told = wait) =>
      this.tools.python(this.panel.dataset.python, { door: "model", slug, ...request }, limit, told);
    this.asked_for = this.boxes.map((box) => box.value);
    // What is imported for the first time takes as long as it takes; a model has its limit.
    const ready = await ask({ ask: "ready" }, READY_LIMIT);
    if (!ready.ready) return ready;
    let found = await ask({ ask: "run", code: this.code, setting: this.explorer.setting }, SECONDS * 1000);
    // What is no formula is run at every setting, which takes several answers.
    while (found.done !== undefined) {
      const tell = () => this.say(filled(WORDS.part, found));
      found = await ask({ ask: "go on" }, SECONDS * 1000, tell);
    }
    return found;
  }

  async answer(found) {
    if (found.unavailable !== undefined) {
      return this.fail(this.tools.whyNot(WORDS, found.unavailable));
    }
    if (found.stopped) return this.fail(filled(WORDS.stopped, { seconds: SECONDS }));
    if (found.out_of_memory) return this.fail(WORDS.out_of_memory);
    if (found.fault) return this.tell(found.fault);
    if (!found.names.length) return this.back(WORDS.same);
    const model = this.modelOf(found.model);
    const bad = this.unfit(model);
    if (bad) return this.fail(bad);
    const { frames, ends } = (await this.wider(model)) ?? {};
    await this.explorer.takeModel(model, frames, await this.link(found.names));
    this.isOwn = true;
    await this.showEquations(found.equations);
    this.showChecks(found.checks);
    this.showWhose(true);
    const names = found.names.join(", ");
    const wide = ends === null ? [WORDS.not_wider] : (ends ?? []).map(told);
    const without = found.names.filter((name) => found.equations[name] === "");
    const unprinted = without.length ? [filled(WORDS.no_equation, { names: without.join(", ") })] : [];
    this.say([filled(WORDS.follows, { names }), ...wide, ...unprinted, this.counted(found.checks)].join(" ").trim());
  }

  /** Return a model as the page's chart takes it: values by their signals. */
  modelOf(told) {
    const compute = computing(told);
    const { values } = this.explorer.plan;
    return (setting) => {
      const found = compute(setting);
      const named = Object.entries(found.values).map(([name, value]) => [values[name].signal, value]);
      return { values: Object.fromEntries(named), tables: found.tables };
    };
  }

  /** Return what is said of a model that is no number at some setting, or nothing. */
  unfit(model) {
    const { controls, tables } = this.explorer.plan;
    const settings = someSettings(controls, TRIED);
    const bad = settings.filter((setting) => {
      const found = model(setting);
      const cells = Object.entries(tables).flatMap(([name, { columns }]) =>
        found.tables[name].flatMap((row) => columns.filter(({ form }) => form).map((column) => row[column.name])),
      );
      return ![...Object.values(found.values), ...cells].every(Number.isFinite);
    });
    if (!bad.length) return "";
    const told = controls.map((control) => `${control.label} ${shown(control, bad[0][control.name])}`);
    return filled(WORDS.no_number, { bad: bad.length, all: settings.length, setting: told.join("; ") });
  }

  /** Return axes that hold the model, if it leaves the book's; without them it is drawn as far as it goes. */
  async wider(model) {
    const { explorer, tools } = this;
    const settings = [explorer.setting, ...someSettings(explorer.plan.controls, LOOKED_AT)];
    const found = left(explorer.plan, settings, model);
    if (!found.length) return null;
    try {
      const [frame, runtime] = await Promise.all([tools.frame(explorer.plan), tools.runtime()]);
      return await widened(found, frame, explorer.plan, runtime);
    } catch {
      return { ends: null };
    }
  }

  /** Return the changed functions as an address carries them; nothing where a browser cannot. */
  link(names) {
    if (typeof CompressionStream === "undefined") return "";
    const texts = this.boxes.map((box, place) => [box.dataset.name, this.asked_for[place]]);
    return packed(Object.fromEntries(texts.filter(([name]) => names.includes(name))));
  }

  async showEquations(equations) {
    const formula = Object.values(equations).some(Boolean) && (await this.tools.formula());
    for (const place of this.panel.querySelectorAll(".own-model-equation")) {
      const { name } = place.closest("details.own-model-function").dataset;
      place.dataset.book ??= place.innerHTML;
      if (!(name in equations)) place.innerHTML = place.dataset.book;
      else if (equations[name]) {
        const set = { displayMode: true, throwOnError: false, output: place.dataset.output };
        place.innerHTML = formula.renderToString(equations[name], set);
      } else place.textContent = WORDS.unprinted;
    }
  }

  counted(checks) {
    const holds = checks.filter((one) => one.holds).length;
    return checks.length ? filled(WORDS.checks, { holds, all: checks.length }) : "";
  }

  showChecks(checks) {
    const list = made("ul");
    list.append(
      ...checks.map(({ holds, words }) => {
        const item = made("li", `${holds ? WORDS.holds : WORDS.broken} ${words}`);
        item.className = holds ? "is-held" : "is-broken";
        return item;
      }),
    );
    this.find(".own-model-checks").replaceChildren(...(checks.length ? [list] : []));
  }

  /** Say in the title, and in what the chart is called, whose model is drawn. */
  showWhose(isOwn) {
    const { figure } = this.explorer;
    this.find(".own-model-back").hidden = !isOwn;
    figure.querySelector(".own-model-mark")?.remove();
    const chart = figure.querySelector(".explorer-chart");
    chart.dataset.label ??= chart.getAttribute("aria-label");
    chart.setAttribute("aria-label", isOwn ? `${WORDS.described} ${chart.dataset.label}` : chart.dataset.label);
    if (!isOwn) return;
    const mark = made("span", WORDS.mark);
    mark.className = "own-model-mark";
    figure.querySelector(".explorer-title").append(" ", mark);
  }

  /** Say what went wrong, where, and in Python's words. */
  tell({ sentence, python, line, text }) {
    const place = line && this.placeOf(line);
    const where = place ? `${filled(WORDS.line, place)} ` : "";
    this.fail(`${where}${sentence}`);
    const details = [text, python.includes(":") ? python : ""].filter(Boolean);
    this.find(".own-model-said").append(...details.map((one) => made("code", one)));
    if (place) place.box.closest("details.own-model-function").open = true;
  }

  fail(sentence) {
    this.say(`${sentence} ${this.isOwn ? WORDS.stays_yours : WORDS.stays}`, true);
  }

  /** Return the function and the line in it of a line of the whole code. */
  placeOf(line) {
    let before = 0;
    for (const [place, box] of this.boxes.entries()) {
      const lines = this.asked_for[place].split("\n").length;
      if (line <= before + lines) return { box, name: box.dataset.name, line: line - before };
      before += lines + BETWEEN.length - 1;
    }
    return null;
  }

  /** Show and compute the book's model again. */
  async back(sentence = WORDS.back) {
    for (const box of this.boxes) if (box.value !== box.defaultValue) this.write(box, box.defaultValue);
    this.isOwn = false;
    const hadFocus = document.activeElement === this.find(".own-model-back");
    this.showWhose(false);
    this.showChecks([]);
    await this.showEquations({});
    if (this.explorer.chart?.model) await this.explorer.takeModel(undefined);
    if (hadFocus) this.find(".own-model-run").focus();
    this.say(sentence);
  }
}

/** Return what is said of a wider axis. */
function told(end) {
  return filled(end.title ? WORDS.wider : WORDS.wider_untitled, end);
}

/** Return all settings of some controls if they are at most so many, else corners and others. */
function someSettings(controls, most) {
  const stops = controls.map(({ low, high, step }) => Math.round((high - low) / step) + 1);
  const at = (places) =>
    Object.fromEntries(controls.map((one, place) => [one.name, nearestStop(one, one.low + places[place] * one.step)]));
  const all = stops.reduce((product, count) => product * count, 1);
  if (all <= most) return Array.from({ length: all }, (_, place) => at(digits(place, stops)));
  const corners = controls.length < 7 ? 2 ** controls.length : 0;
  // The same settings each time: a fault that was told is found again.
  let seed = 1;
  const next = (count) => {
    seed = (seed * 48271) % 2147483647;
    return seed % count;
  };
  return Array.from({ length: most }, (_, place) =>
    at(stops.map((count, control) => (place < corners ? ((place >> control) & 1) * (count - 1) : next(count)))),
  );
}

/** Return a number as the places of stops, one for each control. */
function digits(place, stops) {
  return stops.map((count) => {
    const digit = place % count;
    place = Math.floor(place / count);
    return digit;
  });
}
