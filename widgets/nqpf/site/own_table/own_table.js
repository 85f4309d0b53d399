// A table of the reader's own. Python in the page reads and ranks it; here are the form, the picture
// and the file to save. What the reader has typed or chosen stays through every fault.

import { read } from "../explorer/numbers.js";
import { drawn, filled, made, save } from "../frame/elements.js";

const SHOWN = 60;

/** Let the reader bring a table; `tools` reach the page's Python. */
export function startOwnTable(form, tools) {
  return new OwnTable(form, tools);
}

class OwnTable {
  constructor(form, tools) {
    this.form = form;
    this.tools = tools;
    this.plan = JSON.parse(this.find(".own-table-plan").textContent);
    this.words = this.plan.words;
    this.text = this.find("#own-table-text");
    this.chosen = new Map();
    this.find(".own-table-without").hidden = true;
    this.find(".own-table-live").hidden = false;
    this.listen();
    if (window.location.protocol === "file:") this.say(this.words.from_file, true);
  }

  find(selector) {
    return this.form.querySelector(selector);
  }

  listen() {
    const on = (selector, event, act) =>
      this.find(selector).addEventListener(event, () => this.alone(act));
    on(".own-table-read", "click", () => this.readColumns());
    on(".own-table-example", "click", () => this.take({ ask: "example" }));
    on("#own-table-file", "change", () => this.takeFile());
    this.find(".own-table-save").addEventListener("click", () =>
      save(this.words.file, "text/csv", `\ufeff${this.found.csv}`),
    );
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.alone(() => this.rank());
    });
  }

  /** Do one thing at a time; what is pressed meanwhile is not lost but said. */
  async alone(act) {
    if (this.busy) return;
    this.busy = true;
    const buttons = [...this.form.querySelectorAll(".own-table-live button")];
    for (const button of buttons) button.setAttribute("aria-disabled", "true");
    try {
      await act();
    } finally {
      this.busy = false;
      for (const button of buttons) button.removeAttribute("aria-disabled");
    }
  }

  say(sentence, isFault = false, isSeen = true) {
    const said = this.find(".own-table-said");
    said.textContent = sentence;
    said.classList.toggle("is-fault", isFault);
    said.classList.toggle("visually-hidden", !isSeen);
  }

  /** Return Python's answer, or nothing after saying why there is none. */
  async answer(request, waiting) {
    const { words, plan } = this;
    if (window.location.protocol === "file:") return this.say(words.from_file, true);
    const given = { door: "table", ...request };
    const wait = (isReady, news) => {
      if (isReady || !news) this.say(words[waiting]);
      if (!isReady) this.tools.arrival(this.find(".own-table-said"), words, news);
    };
    const found = await this.tools.python(plan.python, given, plan.seconds * 1000, wait);
    if (found.unavailable !== undefined) return this.say(this.tools.whyNot(words, found.unavailable), true);
    if (found.stopped) return this.say(filled(words.stopped, plan), true);
    if (found.out_of_memory) return this.say(words.out_of_memory, true);
    if (found.fault) return this.say(found.fault, true);
    return found;
  }

  async takeFile() {
    const [file] = this.find("#own-table-file").files;
    if (!file) return;
    const bytes = new Uint8Array(await file.slice(0, this.plan.largest + 1).arrayBuffer());
    await this.take({ ask: "text", file: base64(bytes) });
  }

  /** Put a text that Python gives into the box, and read it. */
  async take(request) {
    const found = await this.answer(request, "reading");
    if (!found) return;
    this.text.value = found.text;
    this.fileNotes = found.notes;
    await this.readColumns();
  }

  /** Ask what the columns are, and let the reader say more; return whether that worked. */
  async readColumns() {
    const text = this.text.value;
    const found = await this.answer({ ask: "columns", text }, "reading");
    if (!found) return false;
    this.remember();
    this.known = text;
    this.showChoices(found);
    const said = filled(this.words.read, { rows: found.rows, columns: found.columns.length });
    this.say([said, ...(this.fileNotes ?? []), ...found.notes].join(" "));
    return true;
  }

  /** Note what was chosen for each column, so that reading again keeps it. */
  remember() {
    for (const row of this.form.querySelectorAll(".own-table-choices tbody tr")) {
      const [used, direction, weight] = row.querySelectorAll("input, select");
      const one = { used: used.checked, direction: direction.value, weight: weight.value };
      this.chosen.set(row.dataset.name, one);
    }
    this.units = this.find("#own-table-units").value;
  }

  showChoices({ columns, units }) {
    const names = columns.map(({ name }) => name);
    const select = this.find("#own-table-units");
    select.replaceChildren(...names.map((name) => new Option(name, name)));
    select.value = names.includes(this.units) ? this.units : units;
    this.find(".own-table-choices tbody").replaceChildren(...columns.map((one) => this.choice(one)));
    this.find(".own-table-choices").hidden = false;
  }

  choice({ name, numeric }) {
    const { words } = this;
    const kept = this.chosen.get(name) ?? { used: numeric, direction: "1", weight: "1" };
    const row = made("tr");
    row.dataset.name = name;
    const used = made("input");
    Object.assign(used, { type: "checkbox", checked: kept.used });
    used.setAttribute("aria-label", filled(words.used, { name }));
    const label = made("label");
    label.className = "own-table-tick";
    label.append(used, name);
    const direction = made("select");
    direction.append(new Option(words.more, "1"), new Option(words.less, "-1"));
    direction.setAttribute("aria-label", filled(words.points, { name }));
    direction.value = kept.direction;
    const weight = made("input");
    Object.assign(weight, { type: "text", inputMode: "decimal", value: kept.weight, autocomplete: "off" });
    weight.setAttribute("aria-label", filled(words.weight, { name }));
    for (const content of [label, direction, weight]) {
      const cell = made("td");
      cell.append(content);
      row.append(cell);
    }
    return row;
  }

  /** Return the columns that are indicators, or nothing after saying which weight is no number. */
  indicators() {
    this.remember();
    const found = [];
    for (const row of this.form.querySelectorAll(".own-table-choices tbody tr")) {
      const { name } = row.dataset;
      const { used, direction, weight } = this.chosen.get(name);
      if (!used) continue;
      const number = read(weight);
      if (!(number >= 0)) {
        this.say(filled(this.words.no_weight, { name, text: weight }), true);
        row.querySelector('input[type="text"]').focus();
        return null;
      }
      found.push({ name, direction: Number(direction), weight: number });
    }
    return found;
  }

  async rank() {
    if (this.find(".own-table-choices").hidden || this.text.value !== this.known) {
      if (!(await this.readColumns())) return;
    }
    const indicators = this.indicators();
    if (!indicators) return;
    const request = {
      ask: "rank",
      text: this.known,
      units: this.find("#own-table-units").value,
      indicators,
      freedom: Number(this.find("#own-table-freedom").value),
      decimal: this.find("#own-table-decimal").value,
      leave_out_gaps: this.find("#own-table-gaps").checked,
    };
    const found = await this.answer(request, "ranking");
    if (found) this.show(found);
  }

  show(found) {
    this.found = found;
    this.find(".own-table-result").hidden = false;
    const notes = [...(this.fileNotes ?? []), ...found.notes];
    if (found.rows.length > SHOWN) {
      notes.push(filled(this.words.cut, { shown: SHOWN, rows: found.rows.length }));
    }
    this.find(".own-table-sentences").replaceChildren(...found.sentences.map((one) => made("p", one)));
    this.find(".own-table-notes").replaceChildren(...notes.map((one) => made("li", one)));
    this.find(".own-table-result tbody").replaceChildren(...found.rows.map((row) => this.row(row)));
    this.draw();
    this.say(found.sentences[0], false, false); // it stands below as well
  }

  row(one) {
    const span = (best, worst) => filled(this.words.range, { best: rank(best), worst: rank(worst) });
    const row = made("tr");
    const head = made("th", one.unit);
    head.scope = "row";
    const cells = [
      rank(one.rank),
      span(one.best_of_indices, one.worst_of_indices),
      span(one.band_best, one.band_worst),
      part(one.first_in_draws),
      one.above_next === "" ? "" : part(one.above_next),
    ];
    row.append(head, ...cells.map((text) => made("td", text)));
    return row;
  }

  draw() {
    const { words, found } = this;
    const place = this.find(".own-table-picture");
    const width = Math.min(720, Math.max(280, place.clientWidth));
    const svg = picture(found.rows.slice(0, SHOWN), found.rows.length, width, words);
    const said = { rows: found.rows.length, sentence: found.sentences[0] };
    svg.setAttribute("aria-label", filled(words.picture, said));
    place.replaceChildren(svg);
  }
}

/** Return the picture of ranks, a row a unit, the first at the top. */
function picture(rows, last, width, words) {
  const high = 22;
  const letters = Math.max(...rows.map(({ unit }) => wide(unit)));
  const left = Math.min(0.4 * width, letters * 6.6 + 12);
  const right = width - 14;
  const top = 92;
  const bottom = top + rows.length * high;
  const at = (value) => left + ((value - 1) / (last - 1)) * (right - left - 8) + 8;
  const svg = drawn("svg", { viewBox: `0 0 ${width} ${bottom + 4}`, width, height: bottom + 4, role: "img" });
  const key = [
    ["dot", words.dot],
    ["band", words.band],
    ["line", words.line],
  ];
  key.forEach(([kind, said], place) => {
    const y = 10 + 18 * place;
    if (kind === "dot") svg.append(drawn("circle", { class: kind, cx: 20, cy: y, r: 4 }));
    else svg.append(drawn("line", { class: kind, x1: 8, x2: 32, y1: y, y2: y }));
    svg.append(drawn("text", { x: 46, y: y + 4 }, said));
  });
  svg.append(drawn("text", { x: left - 8, y: top - 12, "text-anchor": "end" }, words.axis));
  for (const tick of ticks(last)) {
    const x = at(tick);
    svg.append(drawn("line", { class: "grid", x1: x, x2: x, y1: top - 6, y2: bottom }));
    svg.append(drawn("text", { x, y: top - 12, "text-anchor": "middle" }, String(tick)));
  }
  rows.forEach((row, place) => {
    const y = top + (place + 0.5) * high;
    const span = (kind, from, to) =>
      svg.append(drawn("line", { class: kind, x1: at(from), x2: at(to) + 0.01, y1: y, y2: y }));
    span("line", row.best_of_indices, row.worst_of_indices);
    span("band", row.band_best, row.band_worst);
    svg.append(drawn("circle", { class: "dot", cx: at(row.rank), cy: y, r: 3.5 }));
    const name = drawn("text", { x: left - 8, y: y + 4, "text-anchor": "end" }, cut(row.unit, (left - 12) / 6.6));
    svg.append(name);
  });
  return svg;
}

/** Return whole ranks for the axis, from the first to the last. */
function ticks(last) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500].find((one) => last / one <= 7) ?? 1000;
  const found = [1];
  for (let tick = step; tick < last - step / 2; tick += step) if (tick > 1 && tick - 1 >= step / 2) found.push(tick);
  return [...found, last];
}

/** Return how many narrow letters a text is wide. */
function wide(text) {
  return [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 1.9 : 1), 0);
}

function cut(text, most) {
  if (wide(text) <= most) return text;
  let kept = "";
  for (const letter of text) {
    if (wide(kept + letter) > most - 1) break;
    kept += letter;
  }
  return `${kept}…`;
}

const rank = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1));
const part = (value) => `${Math.round(100 * value)}%`;

function base64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) {
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  }
  return btoa(text);
}
