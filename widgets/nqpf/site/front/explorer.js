// One explorer on a page: reads its declaration, binds controls to the chart, keeps sentences,
// table, link and announcements in step. The declaration was written by Python at build.

import { read, text } from "./numbers.js";

const NEAR = "600px";
const PAUSE_BEFORE_ANNOUNCING = 900;
const PAUSE_BEFORE_ADDRESS = 400;
const WIDE_FROM = 560;

/** Start every explorer of the page when it comes near the screen. */
export function startExplorers(loadRuntime) {
  const explorers = [...document.querySelectorAll("figure.explorer")].map(
    (figure) => new Explorer(figure, loadRuntime),
  );
  const follow = () => explorers.forEach((explorer) => explorer.followAddress());
  window.addEventListener("hashchange", follow);
  window.addEventListener("beforeprint", () => explorers.forEach((one) => one.fillTables()));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        explorers.find((explorer) => explorer.figure === target).start();
      }
    },
    { rootMargin: NEAR },
  );
  explorers.forEach((explorer) => observer.observe(explorer.figure));
  follow();
  return explorers;
}

export class Explorer {
  constructor(figure, loadRuntime) {
    this.figure = figure;
    this.loadRuntime = loadRuntime;
    this.plan = JSON.parse(figure.querySelector("script.explorer-plan").textContent);
    this.setting = this.startSetting();
    this.view = null;
    this.controls = new Map(this.plan.controls.map((control) => [control.name, control]));
    this.bindControls();
    figure.querySelector(".explorer-reset").addEventListener("click", () => {
      this.say("");
      this.set(this.startSetting());
    });
    for (const box of figure.querySelectorAll("details.explorer-table")) {
      box.addEventListener("toggle", () => box.open && this.fillTables());
    }
  }

  startSetting() {
    return Object.fromEntries(this.plan.controls.map(({ name, start }) => [name, start]));
  }

  inputs(name) {
    return [...this.figure.querySelectorAll(`.explorer-controls [name="${name}"]`)];
  }

  bindControls() {
    for (const control of this.plan.controls) {
      const numberBox = this.figure.querySelector(`[data-number-for="${control.name}"]`);
      for (const input of this.inputs(control.name)) {
        input.addEventListener("input", () => this.set({ [control.name]: this.valueOf(input) }));
      }
      numberBox?.addEventListener("change", () => this.takeWritten(control, numberBox));
    }
  }

  valueOf(input) {
    return input.type === "checkbox" ? Number(input.checked) : Number(input.value);
  }

  takeWritten(control, box) {
    const value = read(box.value) / control.form.scale;
    this.say("");
    if (Number.isNaN(value)) this.say(this.plan.words.unreadable.replace("{text}", box.value));
    this.set({ [control.name]: Number.isNaN(value) ? this.setting[control.name] : value }, true);
  }

  /** Change some values; what is out of range is brought to the nearest stop. */
  set(changes, tell = false) {
    for (const [name, value] of Object.entries(changes)) {
      const control = this.controls.get(name);
      const nearest = nearestStop(control, value);
      if (tell && (value < control.low || value > control.high)) {
        this.say(
          this.plan.words.clamped
            .replace("{control}", control.label)
            .replace("{value}", shown(control, nearest)),
        );
      }
      this.setting[name] = nearest;
      this.showControl(control, nearest);
    }
    this.figure.dispatchEvent(
      new CustomEvent("nqpf:setting", { bubbles: true, detail: { ...this.setting } }),
    );
    return this.redraw();
  }

  showControl(control, value) {
    for (const input of this.inputs(control.name)) {
      if (input.type === "checkbox") input.checked = value === 1;
      else if (input.type === "radio") input.checked = Number(input.value) === value;
      else input.value = String(value);
      if (input.type === "range") input.setAttribute("aria-valuetext", shown(control, value));
    }
    const box = this.figure.querySelector(`[data-number-for="${control.name}"]`);
    if (box) box.value = text({ ...control.form, before: "", after: "" }, value);
    const listed = this.figure.querySelector(`[data-setting="${control.name}"]`);
    if (listed) listed.textContent = shown(control, value);
  }

  async start() {
    const runtime = await this.loadRuntime();
    const chart = this.figure.querySelector(".explorer-chart");
    this.runtime = runtime;
    this.view = runtime.viewOf(this.plan.specification);
    const live = document.createElement("div");
    live.className = "explorer-live";
    this.width = this.wantedWidth();
    this.signal();
    await this.view.initialize(live).runAsync();
    chart.querySelectorAll(".explorer-still").forEach((still) => still.remove());
    chart.append(live);
    this.showValues(false);
    new ResizeObserver(() => this.fit()).observe(chart);
    this.figure.dataset.ready = "true";
    this.figure.dispatchEvent(new CustomEvent("nqpf:ready", { bubbles: true }));
  }

  wantedWidth() {
    const room = this.figure.querySelector(".explorer-chart").clientWidth;
    return room >= WIDE_FROM ? this.plan.widths.wide : this.plan.widths.phone;
  }

  fit() {
    if (this.wantedWidth() === this.width) return;
    this.width = this.wantedWidth();
    this.redraw();
  }

  signal() {
    const settings = Object.entries(this.setting).map(([name, value]) => [`p_${name}`, value]);
    this.runtime.apply(this.view, {
      ...this.runtime.widthSignals(this.plan.specification, this.width),
      ...Object.fromEntries(settings),
    });
  }

  async redraw() {
    if (!this.view) return;
    this.signal();
    await this.view.runAsync();
    this.showValues(true);
  }

  showValues(announce) {
    this.readouts = {};
    for (const [name, { signal, form, words }] of Object.entries(this.plan.values)) {
      const value = this.view.signal(signal);
      this.readouts[name] = value;
      for (const output of document.querySelectorAll(
        `[data-explorer="${this.plan.slug}"] output[name="${name}"],` +
          `output[name="${name}"][data-bound-to="${this.plan.slug}"]`,
      )) {
        output.dataset.value = String(value);
        output.textContent = words.length ? words[Math.floor(value + 0.5)] : text(form, value);
      }
    }
    if (this.figure.querySelector("details.explorer-table[open]")) this.fillTables();
    this.figure.dispatchEvent(
      new CustomEvent("nqpf:readouts", { bubbles: true, detail: { ...this.readouts } }),
    );
    if (!announce) return;
    this.later("announce", PAUSE_BEFORE_ANNOUNCING, () => this.announce());
    this.later("address", PAUSE_BEFORE_ADDRESS, () => this.writeAddress());
  }

  announce() {
    const sentences = this.figure.querySelector(".explorer-readouts").textContent;
    this.figure.querySelector(".explorer-announcer").textContent = sentences
      .replace(/\s+/g, " ")
      .trim();
  }

  fillTables() {
    if (!this.view) return;
    for (const [name, { dataset, columns }] of Object.entries(this.plan.tables)) {
      const body = this.figure.querySelector(`table.explorer-data[data-table="${name}"] tbody`);
      const kept = this.view.data(dataset);
      body.replaceChildren(...kept.map((record) => tableRow(columns, record)));
    }
  }

  later(name, pause, action) {
    this.timers ??= {};
    clearTimeout(this.timers[name]);
    this.timers[name] = setTimeout(action, pause);
  }

  address() {
    const changed = this.plan.controls.filter(({ name, start }) => this.setting[name] !== start);
    const parameters = changed.map(({ name }) => `${name}=${this.setting[name]}`).join("&");
    return `#${this.plan.slug}${parameters && "?"}${parameters}`;
  }

  writeAddress() {
    this.figure.querySelector(".explorer-link").setAttribute("href", this.address());
    try {
      history.replaceState(history.state, "", this.address());
    } catch {
      // A page that may not write its address (an embed, say) still has the link.
    }
  }

  /** Take the setting from the address: numbers only, in range, for known controls. */
  followAddress() {
    const [slug, query] = window.location.hash.slice(1).split("?");
    if (slug !== this.plan.slug || query === undefined) return;
    const changes = {};
    const ignored = [];
    for (const [name, written] of new URLSearchParams(query)) {
      const value = /^-?\d{1,12}(\.\d{1,12})?$/.test(written) ? Number(written) : NaN;
      if (this.controls.has(name) && !Number.isNaN(value)) changes[name] = value;
      else ignored.push(name);
    }
    this.say(ignored.length ? this.plan.words.ignored : "");
    this.set(changes, true);
    this.figure.scrollIntoView({ block: "start", behavior: "auto" });
  }

  say(words) {
    const note = this.figure.querySelector(".explorer-note");
    note.textContent = words;
    note.hidden = !words;
  }
}

function nearestStop({ low, high, step }, value) {
  const stop = Math.round((Math.min(Math.max(value, low), high) - low) / step);
  // Rounding takes out the noise of repeated addition, as in Python's Control.at.
  return Math.min(high, Number((low + stop * step).toFixed(10)));
}

function shown(control, value) {
  return control.options.length ? control.options[value] : text(control.form, value);
}

function tableRow(columns, record) {
  const row = document.createElement("tr");
  columns.forEach(({ name, form }, place) => {
    const cell = document.createElement(place ? "td" : "th");
    if (!place) cell.scope = "row";
    cell.textContent = form ? text(form, record[name]) : record[name];
    if (form) cell.dataset.value = String(record[name]);
    row.append(cell);
  });
  return row;
}
