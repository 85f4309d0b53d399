// The setting of an explorer: values at the stops of its controls, and as part of an address.

import { readings } from "../exercise/reading.js";
import { read, text } from "./numbers.js";

/** The name under which an address carries a kept setting; no control has it. */
const KEPT = "kept";
/** The name under which it carries a model of the reader's; no control has it. */
const MODEL = "model";
export const MOST_KEPT = 2;
const MODEL_WRITTEN = /^[\w-]{1,20000}$/;
const PARTS_OF_ONE = { "%": 0.01, "per cent": 0.01, "percentage points": 0.01, "‰": 0.001 };
const WRITTEN = /^-?\d{1,12}(\.\d{1,12})?$/;

/** Return the setting in which a reader finds an explorer. */
export function startSetting(controls) {
  return Object.fromEntries(controls.map(({ name, start }) => [name, start]));
}

/** Return the stop of a control that is nearest to a number. */
export function nearestStop({ low, high, step }, value) {
  const stop = Math.round((Math.min(Math.max(value, low), high) - low) / step);
  // Rounding takes out the noise of repeated addition, as in Python's Control.at.
  return Number((low + stop * step).toFixed(10));
}

/** Return a value of a control as readers see it. */
export function shown(control, value) {
  return control.options.length ? control.options[value] : text(control.form, value);
}

/** Return a value as it stands in the box beside a slider, in which it can be written. */
export function written(control, value) {
  return text({ ...control.form, before: "", after: "", grouped: false }, value);
}

/** Return what a reader wrote for a control as its value, NaN if that is no number. */
export function valueWritten({ form }, typed) {
  const plain = read(typed);
  if (!Number.isNaN(plain)) return plain / (/[%％]/.test(typed) ? 100 : form.scale);
  // In words, in other digits or with a unit, as answers to exercises are read too.
  const factors = { ...PARTS_OF_ONE, [form.after?.trim() ?? ""]: 1 / form.scale, "": 1 / form.scale };
  return readings(typed, { factors, bare: [""] })[0]?.value ?? NaN;
}

/** Return what to tell a reader whose number became another one, or nothing. */
export function correction(words, control, value, stop) {
  const say = (sentence) =>
    sentence.replace("{control}", () => control.label).replace("{value}", () => shown(control, stop));
  if (value < control.low || value > control.high) return say(words.clamped);
  const same = control.options.length ? value === stop : shown(control, value) === shown(control, stop);
  return same ? "" : say(words.rounded);
}

/**
 * Return the part of an address that carries a setting, settings that are kept beside it, and a model
 * of the reader's as text; what is at its start is left out.
 */
export function addressOf(slug, controls, setting, kept = [], model = "") {
  const changes = (of, sign) =>
    controls.filter(({ name, start }) => of[name] !== start).map(({ name }) => `${name}${sign}${of[name]}`);
  const beside = kept.map((one) => `${KEPT}=${changes(one, ":").join(",")}`);
  const own = model ? [`${MODEL}=${model}`] : [];
  const parameters = [...changes(setting, "="), ...beside, ...own].join("&");
  return `#${slug}${parameters && "?"}${parameters}`;
}

/**
 * Return the setting that an address carries, those kept beside it, a model, and notes on what was not
 * taken from it, or null if it is about something else. Only numbers are taken, each once, for controls
 * that there are.
 */
export function settingIn(hash, { slug, controls, words }) {
  const [place, query] = hash.slice(1).split("?");
  if (place !== slug || query === undefined) return null;
  const known = new Map(controls.map((control) => [control.name, control]));
  const setting = startSetting(controls);
  const notes = new Set();
  const kept = [];
  let model = "";
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === KEPT) {
      const one = kept.length < MOST_KEPT && keptIn(value, controls);
      if (one) kept.push(one);
      else notes.add(words.ignored);
      continue;
    }
    if (name === MODEL && !model && MODEL_WRITTEN.test(value)) {
      model = value;
      continue;
    }
    const control = known.get(name);
    known.delete(name);
    if (!control || !WRITTEN.test(value)) {
      notes.add(words.ignored);
      continue;
    }
    setting[name] = nearestStop(control, Number(value));
    notes.add(correction(words, control, Number(value), setting[name]));
  }
  return { setting, kept, model, note: [...notes].filter(Boolean).join(" ") };
}

/** Return a kept setting as an address carries it, or null for anything else. */
function keptIn(written, controls) {
  const setting = startSetting(controls);
  for (const part of written.split(",").filter(Boolean)) {
    const [name, value] = part.split(":");
    const control = controls.find((one) => one.name === name);
    if (!control || !WRITTEN.test(value ?? "")) return null;
    setting[name] = nearestStop(control, Number(value));
  }
  return setting;
}
