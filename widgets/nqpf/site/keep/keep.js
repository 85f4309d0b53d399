// Keep a setting: its marks stay in the chart behind those of the present one, pale, and dashed or
// dotted, and a sentence and a table say how what the explorer says has changed. The address carries
// it along.

import { patch } from "../explorer/drawing.js";
import { text } from "../explorer/numbers.js";
import { MOST_KEPT, shown } from "../explorer/setting.js";
import { filled, made } from "../frame/elements.js";

/** The settings that a reader keeps in one explorer, and what is shown of them below it. */
export class Kept {
  constructor(explorer, words) {
    this.explorer = explorer;
    this.settings = [];
    this.said = [];
    this.words = words;
    this.button = explorer.figure.querySelector(".explorer-keep");
    this.button.addEventListener("click", () => this.keep());
    this.box = made("div");
    this.box.className = "explorer-kept";
    this.box.hidden = true;
    this.button.parentElement.after(this.box);
  }

  keep() {
    const { explorer, settings, words } = this;
    if (settings.some((one) => same(one, explorer.setting))) return explorer.say(words.already);
    if (settings.length === MOST_KEPT) return explorer.say(words.full);
    this.take([...settings, { ...explorer.setting }], words.now_kept);
  }

  /** Keep these settings and no others. */
  take(settings, sentence) {
    this.settings = settings;
    this.explorer.say(sentence, false);
    this.explorer.writeAddress();
    this.explorer.redraw();
  }

  forget(place) {
    this.take(this.settings.filter((_one, at) => at !== place), this.words.forgotten);
    this.button.focus();
  }

  /** Bring list, sentences and table up to date with the chart. */
  show() {
    const { box, settings, explorer } = this;
    if (!settings.length && box.hidden) return;
    box.hidden = !settings.length;
    const found = settings.map((one) => explorer.chart.valuesAt(one));
    const rows = this.rows(found);
    // The buttons stay where they are: one of them may have the focus.
    const key = JSON.stringify(settings);
    if (key !== this.key) {
      this.key = key;
      this.list = made("ul");
      this.list.append(...settings.map((one, place) => this.item(one, place)));
      this.said = settings.map(() => made("p"));
      this.scroll = made("div");
      Object.assign(this.scroll, { className: "explorer-kept-scroll", tabIndex: 0 });
      this.scroll.setAttribute("role", "group");
      this.scroll.setAttribute("aria-label", this.words.table);
      box.replaceChildren(this.list, ...this.said, this.scroll);
    }
    this.said.forEach((line, place) => {
      const parts = [this.difference(rows, place)];
      if (explorer.chart.reordered(settings[place])) {
        parts.push(filled(this.words.reordered, { place: place + 1 }));
      }
      line.textContent = parts.join(" ");
    });
    this.scroll.replaceChildren(this.table(rows));
  }

  /** Return what the sentences on kept settings say. */
  sentences() {
    return this.said.map((line) => line.textContent).join(" ");
  }

  item(setting, place) {
    const { words, explorer } = this;
    const said = this.told(explorer.plan.controls, setting);
    const look = words[`look${place + 1}`];
    const item = made("li");
    const line = made("span", filled(words.kept, { place: place + 1, look, setting: said }));
    const button = made("button", words.forget);
    button.type = "button";
    button.setAttribute("aria-label", `${words.forget}${words.colon}${filled(words.column, { place: place + 1 })}`);
    button.addEventListener("click", () => this.forget(place));
    item.append(line, button);
    return item;
  }

  /** Return the values of these controls in words. */
  told(controls, setting) {
    const { colon, semicolon } = this.words;
    return controls.map((one) => `${one.label}${colon}${shown(one, setting[one.name])}`).join(semicolon);
  }

  /** Return what is compared, in reading order: each value, what it is now and was when kept. */
  rows(found) {
    const { plan, readouts, figure } = this.explorer;
    return [...figure.querySelectorAll(".explorer-readouts output")]
      .map(({ name }) => ({ value: plan.values[name], now: readouts[name] }))
      .filter(({ value }) => value.what)
      .map((row) => ({ ...row, before: found.map((values) => values[row.value.signal]) }));
  }

  seen({ form, words }, value) {
    return words.length ? words[Math.floor(value + 0.5)] : text(form, value);
  }

  /** Return how far a value has moved as readers see it; nothing for words. */
  gap({ form, words }, before, now) {
    if (words.length) return "";
    const { points, point } = this.words;
    const unit = form.after === "%" ? { after: points, one: point } : {};
    // Of the numbers as they are shown: a reader subtracts these.
    const [was, is] = [before, now].map((value) => Number((value * form.scale).toFixed(form.decimals)));
    return text({ ...form, scale: 1, before: "", signed: true, ...unit }, is - was);
  }

  /** Return the sentence on the value that has moved most, as a part of its own size. */
  difference(rows, place) {
    const { words, settings, explorer } = this;
    let most = null;
    for (const row of rows) {
      const before = row.before[place];
      if (this.seen(row.value, before) === this.seen(row.value, row.now)) continue;
      const whole = Math.max(Math.abs(row.now), Math.abs(before));
      const size = row.value.words.length ? 0 : Math.abs(row.now - before) / whole;
      if (!most || size > most.size) most = { size, row, before };
    }
    if (!most) return filled(words.alike, { place: place + 1 });
    const { row, before } = most;
    const aside = (gap) => gap && filled(words.gap, { gap });
    const moved = explorer.plan.controls.filter(({ name }) => settings[place][name] !== explorer.setting[name]);
    return filled(words.moved, {
      place: place + 1,
      what: row.value.what,
      before: this.seen(row.value, before),
      after: this.seen(row.value, row.now),
      gap: aside(this.gap(row.value, before, row.now)),
      // Of more controls the list above tells.
      setting: moved.length < 3 ? aside(this.told(moved, settings[place])) : "",
    });
  }

  table(rows) {
    const { words, settings } = this;
    const places = settings.map((_one, place) => place);
    const of = (sentence) => places.map((place) => filled(sentence, { place: place + 1 }));
    const table = made("table");
    const heads = [words.what, ...of(words.column), words.now, ...of(words.less)];
    const head = table.createTHead().insertRow();
    for (const one of heads) {
      const cell = made("th", one);
      cell.scope = "col";
      head.append(cell);
    }
    const body = table.createTBody();
    for (const { value, now, before } of rows) {
      const row = body.insertRow();
      const first = made("th", value.what);
      first.scope = "row";
      const cells = [
        ...before.map((one) => this.seen(value, one)),
        this.seen(value, now),
        ...before.map((one) => this.gap(value, one, now)),
      ];
      row.append(first, ...cells.map((one) => made("td", one)));
    }
    return table;
  }
}

/** The marks of kept settings in one of an explorer's stills. */
export class Ghosts {
  constructor(drawing) {
    this.drawing = drawing;
    this.groups = new Map();
  }

  /**
   * Draw the marks in which the kept settings differ from the present one, and those of the book's
   * model where the chart has a reader's; take away all others.
   */
  show(settings) {
    const { drawing, groups } = this;
    const wanted = new Set();
    const behind = settings.map((setting) => drawing.at(setting));
    if (drawing.model) behind[BOOK] = drawing.book(drawing.setting);
    behind.forEach((found, kept) => {
      if (this.isReordered(found)) return;
      found.marks.forEach((items, mark) => {
        const now = drawing.drawn[mark];
        const differing = items.filter((item, at) => item.tag !== "text" && !alike(item, now[at]));
        if (!differing.length) return;
        const key = `${kept} ${mark}`;
        wanted.add(key);
        if (!groups.has(key)) groups.set(key, this.group(mark, kept, differing[0]));
        const group = groups.get(key);
        const outlined = differing.map((item) => paler(item, group, kept));
        patch(group.place, group.drawn, outlined);
        group.drawn = outlined;
      });
    });
    for (const [key, { place }] of groups) {
      if (wanted.has(key)) continue;
      place.remove();
      groups.delete(key);
    }
  }

  /** Take away all marks. */
  clear() {
    for (const { place } of this.groups.values()) place.remove();
    this.groups.clear();
  }

  /** Return whether the chart names its rows in another order than at a kept setting. */
  reordered(setting) {
    return this.isReordered(this.drawing.at(setting));
  }

  isReordered({ marks }) {
    const { drawing } = this;
    return marks.some((items, mark) => {
      if (items.length < 2 || items[0].tag !== "text") return false;
      // The same names in the same places, but not each in its own: rows that were sorted anew.
      const both = [items, drawing.drawn[mark]];
      const alike = (part) => new Set(both.map((list) => list.map(part).sort().join("\n"))).size === 1;
      const [text, place] = [(item) => String(item.text), (item) => item.transform];
      return alike(text) && alike(place) && !alike((item) => `${text(item)} ${place(item)}`);
    });
  }

  /** Return a place beside a mark that looks as the mark does, but paler. */
  group(mark, kept, item) {
    const own = this.drawing.places[mark];
    const place = own.cloneNode(false);
    place.removeAttribute("data-mark");
    place.setAttribute("class", "explorer-ghost");
    place.setAttribute("data-kept", kept + 1);
    const hue = item.stroke ?? paint(own, "stroke");
    const isFilled = item.fill ?? paint(own, "fill");
    const isBar = isFilled || Number(item["stroke-width"] ?? paint(own, "stroke-width")) > THICK;
    const isLine = hue && !isBar;
    // In attributes, so that a saved picture has the same look.
    // Of an area the edges tell: a filling over the present one would be taken for a part of it.
    const isArea = isFilled && Array.isArray(item.q);
    const line = { fill: "none", stroke: pale(isLine ? hue : isFilled, kept) };
    const bar = { fill: isFilled ?? "none", "fill-opacity": TINT, stroke: INK };
    const look = { ...(isLine || isArea ? line : bar), "stroke-linecap": "butt", ...LOOKS[kept] };
    if ((isLine || isArea) && kept !== BOOK) place.removeAttribute("opacity");
    for (const [name, value] of Object.entries(look)) place.setAttribute(name, value);
    // Behind a bar that has grown its earlier end would not be seen.
    if (isLine) own.before(place);
    else own.after(place);
    return { place, isLine, isArea, drawn: [] };
  }
}

const INK = "var(--nqpf-ink, #1b1f27)";
const TINT = 0.15;

/** Dashed, and dotted; these are the words for them in keep.py. The book's own model is whole. */
const LOOKS = [
  { "stroke-width": 1.5, "stroke-dasharray": "6 4" },
  { "stroke-width": 2, "stroke-dasharray": "1.5 3" },
  { "stroke-width": 2, "stroke-opacity": 0.4 },
];
const BOOK = MOST_KEPT;

/** The width in pixels from which on a line is a bar. */
const THICK = 4;

/** Return an item without a look of its own; a line keeps its hue, others that of their filling. */
function paler({ fill, stroke, q, ...item }, { isLine, isArea }, kept) {
  for (const name of ["stroke-width", "stroke-dasharray", "fill-opacity"]) delete item[name];
  const isEdge = isLine || isArea;
  const hue = isLine ? stroke : fill;
  if (hue) item[isEdge ? "stroke" : "fill"] = isEdge ? pale(hue, kept) : hue;
  // An edge is as pale as its colour, and no paler; what is not there at all is not drawn.
  if (isEdge && kept !== BOOK && Number(item.opacity)) delete item.opacity;
  return item;
}

/** Return the pale colour of a hue; the book's own model is pale by its look. */
function pale(hue, kept) {
  if (kept === BOOK || !hue) return hue;
  return hue.replace("--nqpf-series-", "--nqpf-pale-").replace(/--nqpf-(ink|muted)/, "--nqpf-pale-6");
}

/** Return the colour that an element has or is handed down, or nothing. */
function paint(element, name) {
  const found = element.closest(`[${name}]`)?.getAttribute(name);
  return found === "none" ? undefined : found;
}

/** Return whether two items look the same; the rows behind them, `q`, are not seen. */
function alike(item, other) {
  return other !== undefined && Object.keys(item).every((name) => name === "q" || item[name] === other[name]);
}

function same(one, other) {
  return Object.keys(one).every((name) => one[name] === other[name]);
}
