// Axes that hold a reader's model. The book's are fixed, so that a slider is seen to move something; a
// changed formula may leave them. Then the chart's frame is drawn once more by Vega, with wider ends.

import { kit } from "../explorer/drawing.js";
import { still } from "../explorer/frame.mjs";

const BEYOND = 1e-6;

/** Return a kit whose scales note what they are asked for, and their notes in the order of making. */
function watched() {
  const notes = [];
  const watch = (kind, endsAt) => (...given) => {
    const scale = kit[kind](...given);
    const note = { low: Infinity, high: -Infinity, ends: endsAt === null ? null : given.slice(endsAt, endsAt + 2) };
    notes.push(note);
    if (endsAt === null) return scale;
    return (value) => {
      const number = value == null ? NaN : Number(value);
      if (Number.isFinite(number)) {
        note.low = Math.min(note.low, number);
        note.high = Math.max(note.high, number);
      }
      return scale(value);
    };
  };
  const scales = {
    linear: watch("linear", 0),
    log: watch("log", 0),
    power: watch("power", 1),
    table: watch("table", null),
    ordinal: watch("ordinal", null),
  };
  return [{ ...kit, ...scales }, notes];
}

/** Return what scales are asked for at some settings, with a model or with the book's. */
function reach({ make, frames }, settings, model) {
  const [watching, notes] = watched();
  const compute = make(watching, Object.values(frames)[0]);
  for (const setting of settings) compute(setting, model?.(setting));
  return notes;
}

/**
 * Return which scales a model leaves, further than the book's does, as [place, low, high] where place
 * counts the scales in the order of making.
 */
export function left(plan, settings, model) {
  const [own, book] = [reach(plan, settings, model), reach(plan, settings)];
  return own.flatMap(({ low, high, ends }, place) => {
    if (!ends || low > high) return [];
    const [bottom, top] = [Math.min(...ends, book[place].low), Math.max(...ends, book[place].high)];
    const room = BEYOND * (top - bottom);
    if (low >= bottom - room && high <= top + room) return [];
    return [[place, Math.min(low, ...ends), Math.max(high, ...ends)]];
  });
}

/**
 * Return wider frames by the name of their width, {svg, frame}, and what the wider axes are called with
 * their ends; nothing if what was left is no axis. `told` is what the build tells of the chart's frame.
 */
export async function widened(found, { specification, constants, attributes, widths }, plan, runtime) {
  const names = Object.values(constants).filter((key) => key.startsWith("scale ")).map((key) => key.slice(6));
  const wider = structuredClone(specification);
  const scales = found.flatMap(([place, low, high]) => {
    const scale = wider.scales.find(({ name }) => name === names[place]);
    if (!isAxis(scale, wider)) return [];
    scale.domain = scale.domain[0] <= scale.domain[1] ? [low, high] : [high, low];
    scale.nice = true;
    return [scale.name];
  });
  if (!scales.length) return null;
  const axes = axesOf(wider).filter(({ scale }) => scales.includes(scale));
  for (const axis of axes) delete axis.values;
  const frames = {};
  let ends;
  for (const [name, width] of Object.entries(widths)) {
    const { view } = await runtime.settled(wider, {}, width);
    const own = Object.entries(constants).filter(([place]) => place.startsWith("c"));
    const frame = Object.fromEntries(own.map(([place, key]) => [place, runtime.constantOf(key, view)]));
    const empty = attributes.map((one) => ({ attributes: one, items: [] }));
    frames[name] = { svg: parsed(still(await view.toSVG(), empty)), frame: { ...plan.frames[name], ...frame } };
    ends ??= scales.map((scale) => told(scale, axes, view.scale(scale).domain()));
  }
  return { frames, ends };
}

/** Return whether a scale of numbers places something along a side of the chart. */
function isAxis(scale, specification) {
  const isNumbers = Array.isArray(scale?.domain) && scale.domain.every(Number.isFinite);
  return isNumbers && axesOf(specification).some((axis) => axis.scale === scale.name);
}

/** Return the axes of a chart and of its parts. */
function axesOf({ axes = [], marks = [] }) {
  return [...axes, ...marks.flatMap((mark) => (mark.type === "group" ? axesOf(mark) : []))];
}

/** Return an axis by its title, with its ends as it writes numbers. */
function told(scale, axes, domain) {
  const own = axes.filter((axis) => axis.scale === scale);
  const title = [own.map((axis) => axis.title).find((words) => typeof words === "string") ?? ""].flat().join(" ");
  const percent = own.some(({ format }) => typeof format === "string" && format.includes("%"));
  const text = (value) => `${Number((percent ? value * 100 : value).toPrecision(4))}${percent ? "%" : ""}`;
  return { title, low: text(Math.min(...domain)), high: text(Math.max(...domain)) };
}

function parsed(svg) {
  const place = document.createElement("template");
  place.innerHTML = svg;
  return place.content.firstElementChild;
}
