// One explorer on a page: reads its declaration, binds controls to the chart, keeps sentences,
// table, link and announcements in step. The declaration was written by Python at build; what draws
// the chart comes with a script of its own when the explorer comes near.

import {
  addressOf,
  correction,
  nearestStop,
  settingIn,
  shown,
  startSetting,
  valueWritten,
  written,
} from "./setting.js";
import { text } from "./numbers.js";
import { Drawing } from "./drawing.js";
import { Ghosts, Kept } from "../keep/keep.js";
import { breathe, breatheIfLong } from "../frame/breathe.js";

const NEAR = "600px";
const PAUSE_BEFORE_ANNOUNCING = 900;
const PAUSE_BEFORE_ADDRESS = 400;
const WIDE_FROM = 560;

// Explorers become live one after another, each in several tasks: a phone can scroll in between.
let turn = Promise.resolve();

/**
 * The explorers of a page. Each is taken when all of it is there, which may be long before the page's
 * end is, and becomes live when it comes near the screen; `load` gets scripts of the site.
 */
export class Explorers {
  constructor(load) {
    this.load = load;
    this.taken = new Map();
    this.observer = new IntersectionObserver((entries) => this.comeNear(entries), { rootMargin: NEAR });
  }

  take(figure) {
    if (this.taken.has(figure)) return;
    this.taken.set(figure, new Explorer(figure, this.load));
    this.observer.observe(figure);
  }

  comeNear(entries) {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      this.observer.unobserve(target);
      this.taken.get(target).start();
    }
  }

  /** Take those that are left once the whole page is there, and return all in their order. */
  async takeAll() {
    for (const explorer of this.taken.values()) {
      explorer.pageIsThere();
      await breatheIfLong();
    }
    const figures = [...document.querySelectorAll("figure.explorer")];
    for (const figure of figures) {
      this.take(figure);
      await breatheIfLong();
    }
    const all = figures.map((figure) => this.taken.get(figure));
    // The address as it was then: a setting that was just moved may have been written over it.
    window.addEventListener("hashchange", ({ newURL }) => {
      all.forEach((one) => one.followAddress(true, new URL(newURL).hash));
    });
    window.addEventListener("beforeprint", () => all.forEach((one) => one.unfold()));
    window.addEventListener("afterprint", () => all.forEach((one) => one.fold()));
    // Where a reader comes back to, the browser itself restores the place on the page.
    const arrived = performance.getEntriesByType("navigation")[0]?.type === "navigate";
    all.forEach((one) => one.followAddress(arrived));
    return all;
  }
}

export class Explorer {
  constructor(figure, load) {
    this.figure = figure;
    this.load = load;
    this.plan = JSON.parse(figure.querySelector("script.explorer-plan").textContent);
    this.controls = new Map(this.plan.controls.map((control) => [control.name, control]));
    this.setting = startSetting(this.plan.controls);
    this.chart = null;
    this.timers = {};
    this.model = "";
    this.bindControls();
    const words = document.getElementById("nqpf-keep-words");
    this.kept = words && figure.querySelector(".explorer-keep") ? new Kept(this, JSON.parse(words.textContent)) : null;
    this.showControls();
  }

  /** Bring the controls in line: a browser that returns to a page puts back what they were at. */
  showControls() {
    this.controls.forEach((control) => this.showControl(control));
  }

  /** Tell what came with the rest of the page, and listens only now, where this explorer is. */
  pageIsThere() {
    this.showControls();
    if (this.moved) this.tell("nqpf:setting", this.setting);
    if (this.chart) this.showValues();
  }

  inputs(name) {
    return [...this.figure.querySelectorAll(`.explorer-controls [name="${name}"]`)];
  }

  bindControls() {
    const form = this.figure.querySelector(".explorer-controls");
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const control of this.plan.controls) {
      for (const input of this.inputs(control.name)) {
        input.addEventListener("input", () => {
          this.say("");
          this.set({ [control.name]: valueOf(input) });
        });
      }
      const box = this.figure.querySelector(`[data-number-for="${control.name}"]`);
      box?.addEventListener("change", () => this.takeWritten(control, box.value));
    }
    this.figure.querySelector(".explorer-reset").addEventListener("click", () => {
      this.say("");
      this.set(startSetting(this.plan.controls));
    });
    for (const box of this.figure.querySelectorAll("details.explorer-table")) {
      box.addEventListener("toggle", () => box.open && this.fillTables());
    }
  }

  takeWritten(control, typed) {
    const value = valueWritten(control, typed);
    if (Number.isNaN(value)) {
      this.say(this.plan.words.unreadable.replace("{text}", () => typed));
      this.showControl(control);
      return;
    }
    const stop = nearestStop(control, value);
    this.say(correction(this.plan.words, control, value, stop));
    this.set({ [control.name]: stop });
  }

  /** Change some values; each goes to the nearest stop of its control. */
  set(changes) {
    this.moved = true;
    for (const [name, value] of Object.entries(changes)) {
      const control = this.controls.get(name);
      this.setting[name] = nearestStop(control, value);
      this.showControl(control);
    }
    this.tell("nqpf:setting", this.setting);
    this.later("announce", PAUSE_BEFORE_ANNOUNCING, () => this.announce());
    this.later("address", PAUSE_BEFORE_ADDRESS, () => this.writeAddress());
    return this.redraw();
  }

  showControl(control) {
    const value = this.setting[control.name];
    for (const input of this.inputs(control.name)) {
      if (input.type === "checkbox") input.checked = value === 1;
      else if (input.type === "radio") input.checked = Number(input.value) === value;
      else if (Number(input.value) !== value) input.value = String(value);
      if (input.type === "range") input.setAttribute("aria-valuetext", shown(control, value));
    }
    const box = this.figure.querySelector(`[data-number-for="${control.name}"]`);
    if (box) box.value = written(control, value);
    this.figure.querySelector(`[data-setting="${control.name}"]`).textContent = shown(control, value);
  }

  /** Wait for the explorers before, then become live. */
  start() {
    turn = turn.then(() => this.becomeLive()).catch(reportError);
  }

  async becomeLive() {
    try {
      await this.load.explorer(this.plan);
      await breathe();
      await this.draw();
    } catch (error) {
      this.say(this.plan.words.unavailable);
      this.uncover(error);
    }
  }

  async takeHold() {
    const { load, plan } = this;
    const [hands, sketch] = await Promise.all([load.hands(), plan.sketch && load.sketch()]);
    hands.takeHold(this);
    sketch?.startSketch(this, hands);
  }

  /** Show the curve that was to be drawn first: what asks for it could not be loaded. */
  uncover(error) {
    this.figure.classList.remove("asks-curve");
    reportError(error);
  }

  /** Let the still follow the setting, at the width that there is. */
  async draw() {
    const place = this.figure.querySelector(".explorer-chart");
    this.width = this.widthIn(place.clientWidth);
    const chart = this.plan.make ? new Stills(this.plan, place) : new VegaChart(this.plan, place, this.load);
    await chart.show(this.setting, this.width);
    this.chart = chart;
    this.showValues();
    await this.redraw(); // what was moved while this was drawn
    new ResizeObserver(([{ contentRect }]) => this.fit(contentRect.width)).observe(place);
    this.figure.dataset.ready = "true";
    this.tell("nqpf:ready", this.setting);
    // The chart answers to its controls without waiting for what takes hold of it.
    if (this.plan.make) this.takeHold().catch((error) => this.uncover(error));
  }

  /** Return the name of the width to draw for so much room, unless the page asks for one. */
  widthIn(room) {
    return this.figure.closest("[data-chart-width]")?.dataset.chartWidth ?? widthFor(room);
  }

  fit(room) {
    const width = this.widthIn(room);
    if (room === 0 || width === this.width) return;
    this.width = width;
    this.redraw();
  }

  /** Draw the newest setting. While a drawing is under way later settings wait, the last one wins. */
  redraw() {
    this.stale = true;
    this.drawing ??= this.drawUntilFresh();
    return this.drawing;
  }

  async drawUntilFresh() {
    await null; // changes made together are drawn together
    try {
      while (this.chart && this.stale) {
        this.stale = false;
        await this.chart.show(this.setting, this.width);
        this.chart.keep?.(this.kept?.settings ?? []);
        this.showValues();
      }
    } finally {
      this.drawing = null; // here, not in a later step: a change in between would be lost
    }
  }

  showValues() {
    const { slug, values } = this.plan;
    this.readouts = {};
    for (const [name, { signal, form, words }] of Object.entries(values)) {
      const value = this.chart.value(signal);
      const seen = words.length ? words[Math.floor(value + 0.5)] : text(form, value);
      this.readouts[name] = value;
      for (const output of outputs(slug, name)) {
        output.dataset.value = String(value);
        if (output.textContent !== seen) output.textContent = seen;
      }
    }
    if (this.figure.querySelector("details.explorer-table[open]")) this.fillTables();
    this.kept?.show();
    this.tell("nqpf:readouts", this.readouts);
  }

  announce() {
    const sentences = this.figure.querySelector(".explorer-readouts").textContent;
    const announcer = this.figure.querySelector(".explorer-announcer");
    const compared = this.kept?.sentences() ?? "";
    announcer.textContent = `${sentences} ${compared}`.replace(/\s+/g, " ").trim();
  }

  fillTables() {
    if (!this.chart) return;
    for (const [name, { dataset, columns }] of Object.entries(this.plan.tables)) {
      const body = this.figure.querySelector(`table.explorer-data[data-table="${name}"] tbody`);
      const records = eachRow(this.chart.rows(dataset));
      body.replaceChildren(...records.map((record) => tableRow(columns, record)));
    }
  }

  /** Return the value of a control as readers see it. */
  shown(control) {
    return shown(control, this.setting[control.name]);
  }

  /** Return a row of a table as readers see it: a heading and a text for each column. */
  told(name, row) {
    const { dataset, columns } = this.plan.tables[name];
    const record = this.chart.rows(dataset).find((one) => one.row === row);
    const heads = this.figure.querySelectorAll(`table.explorer-data[data-table="${name}"] thead th`);
    return columns.map((column, place) => [heads[place].textContent, seen(column, record)]);
  }

  /** Open what is folded but for tables and code, for paper; `fold` closes it again. */
  unfold() {
    const shut = "[open], .explorer-table, .own-model, .own-model *";
    this.folded = [...this.figure.querySelectorAll(`details:not(${shut})`)];
    for (const box of this.folded) box.open = true;
  }

  fold() {
    for (const box of this.folded ?? []) box.open = false;
  }

  writeAddress() {
    const { slug, controls } = this.plan;
    const address = addressOf(slug, controls, this.setting, this.kept?.settings, this.model);
    this.figure.querySelector(".explorer-link").setAttribute("href", address);
    if (this.figure.closest("[data-own-address]")) return; // the page's address tells something else
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // A page that may not write its address (an embed, say) still has the link.
    }
  }

  followAddress(scroll, hash = window.location.hash) {
    const found = settingIn(hash, this.plan);
    if (!found) return;
    this.say(found.note);
    // A link to a setting alone leaves what the reader has kept.
    if (found.kept.length && this.kept) this.kept.settings = found.kept;
    this.takeLinked(found.model);
    this.set(found.setting);
    if (scroll) this.figure.scrollIntoView({ block: "start" });
  }

  /** Show the model that a link carries, in its panel, which loads what it needs: nothing runs. */
  takeLinked(model) {
    const panel = this.figure.querySelector("details.own-model");
    if (!model || !panel) return;
    panel.dataset.linked = model;
    panel.open = true;
    panel.dispatchEvent(new Event("nqpf:linked"));
  }

  /** Say something below the controls; what went as asked is no fault. */
  say(words, isFault = true) {
    const note = this.figure.querySelector(".explorer-note");
    if (note.textContent !== words) note.textContent = words;
    note.classList.toggle("is-fine", !isFault);
  }

  /** Compute with a model of the reader's, or with none of them: with the book's again. */
  takeModel(model, wider, linked = "") {
    this.chart.use(model, wider);
    this.figure.classList.toggle("has-own-model", Boolean(model));
    this.model = linked;
    this.writeAddress();
    this.tell("nqpf:setting", this.setting); // what covers the answer goes
    return this.redraw();
  }

  tell(event, detail) {
    this.figure.dispatchEvent(new CustomEvent(event, { bubbles: true, detail: { ...detail } }));
  }

  later(name, pause, action) {
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, pause);
  }
}

/** A chart that its explorer's own functions draw, into the stills that the page came with. */
class Stills {
  constructor(plan, place) {
    this.plan = plan;
    this.place = place;
    this.drawings = new Map();
    this.ghosts = new Map();
    this.wider = {};
    this.svgs = new Map(
      [...place.querySelectorAll(".explorer-still")].map((still) => [still.dataset.width, still.firstElementChild]),
    );
  }

  show(setting, width) {
    const { svg, frame } = this.wider[width] ?? { svg: this.svgs.get(width), frame: this.plan.frames[width] };
    if (!this.drawings.has(width)) {
      const made = new Drawing(this.plan, svg, frame, this.model);
      this.drawings.set(width, made);
      this.ghosts.set(made, new Ghosts(made));
    }
    const drawing = this.drawings.get(width);
    drawing.show(setting);
    if (drawing !== this.drawing) this.place.replaceChildren(live(svg));
    this.drawing = drawing;
  }

  /** Compute with a model of the reader's, within axes that may be wider; with none, with the book's. */
  use(model, wider = {}) {
    for (const ghosts of this.ghosts.values()) ghosts.clear();
    Object.assign(this, { model, wider, drawing: null });
    this.drawings.clear();
    this.ghosts.clear();
  }

  /** Draw kept settings behind the present one. */
  keep(settings) {
    this.ghosts.get(this.drawing).show(settings);
  }

  reordered(setting) {
    return this.ghosts.get(this.drawing).reordered(setting);
  }

  valuesAt(setting) {
    return this.drawing.at(setting).values;
  }

  value(name) {
    return this.drawing.value(name);
  }

  rows(name) {
    return this.drawing.rows(name);
  }
}

/** A chart that Vega draws anew, because its axes or keys change with the setting. */
class VegaChart {
  constructor(plan, place, load) {
    Object.assign(this, { plan, place, load });
  }

  async show(setting, width) {
    if (!this.view) await this.start();
    const signals = Object.entries(setting).map(([name, value]) => [`p_${name}`, value]);
    const given = { ...this.plan.sizes[width], ...Object.fromEntries(signals) };
    await this.runtime.apply(this.view, given).runAsync();
    if (!this.drawn.isConnected) this.place.replaceChildren(this.drawn);
  }

  async start() {
    this.runtime = await this.load.runtime();
    this.drawn = live();
    await breathe();
    const graph = this.runtime.graphOf(this.plan.specification);
    await breathe();
    this.view = this.runtime.viewOf(this.plan.specification, graph).initialize(this.drawn);
    await breathe();
  }

  value(name) {
    return this.view.signal(name);
  }

  rows(name) {
    return this.view.data(name);
  }
}

/** Return the place of a live chart: one image with a description, whose marks are not read out. */
function live(...inside) {
  const place = document.createElement("div");
  place.className = "explorer-live";
  place.setAttribute("aria-hidden", "true");
  place.append(...inside);
  return place;
}

/** Return the places that show a value: in the explorer's sentences, and in the page's prose. */
function outputs(slug, name) {
  return document.querySelectorAll(
    `figure[data-explorer="${slug}"] output[name="${name}"],` +
      `output[name="${name}"][data-bound-to="${slug}"]`,
  );
}

function valueOf(input) {
  return input.type === "checkbox" ? Number(input.checked) : Number(input.value);
}

function widthFor(room) {
  return room >= WIDE_FROM ? "wide" : "phone";
}

/** Return the records of a table in its order, each once: a chart may fold or sort them. */
function eachRow(records) {
  const byRow = new Map(records.map((record) => [record.row, record]));
  return [...byRow.values()].sort((one, other) => one.row - other.row);
}

function tableRow(columns, record) {
  const row = document.createElement("tr");
  columns.forEach((column, place) => {
    const cell = document.createElement(place ? "td" : "th");
    if (!place) cell.scope = "row";
    cell.textContent = seen(column, record);
    if (column.form) cell.dataset.value = String(record[column.name]);
    row.append(cell);
  });
  return row;
}

/** Return what stands in a column, as readers see it. */
function seen({ name, form }, record) {
  return form ? text(form, record[name]) : String(record[name]);
}
