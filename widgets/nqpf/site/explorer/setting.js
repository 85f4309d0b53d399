// The setting of an explorer: values at the stops of its controls, and as part of an address.

import { read, text } from "./numbers.js";

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
export function valueWritten(control, typed) {
  return read(typed) / (/[%％]/.test(typed) ? 100 : control.form.scale);
}

/** Return what to tell a reader whose number became another one, or nothing. */
export function correction(words, control, value, stop) {
  const say = (sentence) =>
    sentence.replace("{control}", () => control.label).replace("{value}", () => shown(control, stop));
  if (value < control.low || value > control.high) return say(words.clamped);
  const same = control.options.length ? value === stop : shown(control, value) === shown(control, stop);
  return same ? "" : say(words.rounded);
}

/** Return the part of an address that carries a setting; what is at its start is left out. */
export function addressOf(slug, controls, setting) {
  const changed = controls.filter(({ name, start }) => setting[name] !== start);
  const parameters = changed.map(({ name }) => `${name}=${setting[name]}`).join("&");
  return `#${slug}${parameters && "?"}${parameters}`;
}

/**
 * Return the setting that an address carries and notes on what was not taken from it, or null if
 * it is about something else. Only numbers are taken, each once, for controls that there are.
 */
export function settingIn(hash, { slug, controls, words }) {
  const [place, query] = hash.slice(1).split("?");
  if (place !== slug || query === undefined) return null;
  const known = new Map(controls.map((control) => [control.name, control]));
  const setting = startSetting(controls);
  const notes = new Set();
  for (const [name, value] of new URLSearchParams(query)) {
    const control = known.get(name);
    known.delete(name);
    if (!control || !WRITTEN.test(value)) {
      notes.add(words.ignored);
      continue;
    }
    setting[name] = nearestStop(control, Number(value));
    notes.add(correction(words, control, Number(value), setting[name]));
  }
  return { setting, note: [...notes].filter(Boolean).join(" ") };
}
