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
