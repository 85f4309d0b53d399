// The part of Vega that the book's charts need, loaded once, when the first explorer comes near.
// The full library carries maps, force layouts and more; leaving them out halves what readers load.

import { transforms } from "vega-dataflow";
import * as basic from "vega-transforms";
import * as encode from "vega-encode";
import { bound, mark, overlap, render, viewlayout } from "vega-view-transforms";
import { View } from "vega-view";
import { parse } from "vega-parser";
import { textMetrics } from "vega-scenegraph";
import { expressionInterpreter } from "vega-interpreter";

Object.assign(transforms, basic, encode, { bound, mark, overlap, render, viewlayout });
// Text is measured by one estimate at build and in the page, whose fonts differ from reader to
// reader, so that still and live charts are the same.
textMetrics.canvas(false);
textMetrics.width = (item, written) => {
  const size = item.fontSize ?? 11;
  return [...`${written ?? ""}`].reduce((sum, letter) => sum + size * widthOf(letter), 0);
};

/** Return a letter's width in common sans-serif fonts, as a part of the font's size. */
function widthOf(letter) {
  if (/[\u2e80-\uffef]/.test(letter)) return 1;
  if (/[ijl.,;:'|!()[\]tfrI ]/.test(letter)) return 0.33;
  if (/[mwMW%@\u2013\u2014\u2212]/.test(letter)) return 0.85;
  return /[A-Z]/.test(letter) ? 0.68 : 0.56;
}

/** Return what `viewOf` makes of a compiled specification first: the graph of what depends on what. */
export function graphOf(specification) {
  return parse(specification, undefined, { ast: true });
}

/** Return a view of a compiled specification, drawn as SVG, under a policy without eval. */
export function viewOf(specification, graph = graphOf(specification)) {
  return new View(graph, { expr: expressionInterpreter, renderer: "svg", hover: false });
}

/** Give a view the signals: settings of controls, and the width of the chart. */
export function apply(view, signals) {
  for (const [name, value] of Object.entries(signals)) view.signal(name, value);
  return view;
}

/** The room in pixels that axes take in a stacked chart, at first; as in nqpf/explorers/compiled.py. */
const AXES = 90;

/** Return a view that has taken its size, and the signals that make it as wide. */
export async function settled(specification, signals, width) {
  const sizes = await widthSignals(apply(viewOf(specification), signals), specification, width);
  // A new view, as in the page: one that was measured may have its marks in another order.
  const view = apply(viewOf(specification), signals);
  // A chart that fits its axes into its size settles in a second run, as in the page.
  for (let run = 0; run < 2; run += 1) await apply(view, sizes).runAsync();
  return { view, sizes };
}

/** Return the signals that make a view this wide, all axes included. */
async function widthSignals(view, specification, width) {
  const names = ["width", ...(specification.signals ?? []).map(({ name }) => name)];
  const all = (inner) =>
    Object.fromEntries(names.filter((name) => /^width$|Width$|_width$/.test(name)).map((name) => [name, inner]));
  if (specification.autosize?.type === "fit") return all(width);
  // A chart of several parts is as wide as its parts and their axes: these are measured.
  await apply(view, all(width - AXES)).runAsync();
  const { x1, x2 } = view.scenegraph().root.bounds;
  const { left, right } = view.padding();
  return all(Math.floor(width - AXES - (x2 - x1 + left + right - width)));
}

/**
 * Return what a view has of its frame, by the name under which program.mjs asks for it; undefined for a
 * scale that the page's functions do not know.
 */
export function constantOf(key, view) {
  const [kind, name] = key.split(" ");
  if (kind === "signal") return view.signal(name);
  const scale = view.scale(name);
  return kind === "bandwidth" ? scale.bandwidth?.() ?? 0 : ends(scale);
}

/** Return what a scale of the page's functions is made from, as Vega's scale has it. */
function ends(scale) {
  const [domain, range] = [scale.domain(), scale.range()];
  if (scale.type === "ordinal") return [domain, range];
  if (scale.type === "band" || scale.type === "point") return [domain, domain.map((word) => scale(word))];
  const all = [...domain, ...range];
  if (all.length !== 4 || all.some((end) => typeof end !== "number")) return undefined;
  return [...(["pow", "sqrt"].includes(scale.type) ? [scale.exponent()] : []), ...all, scale.clamp() ? 1 : 0];
}
