// Draw charts at build with the runtime that the page uses.

import { createHash } from "node:crypto";
import { apply, viewOf } from "../explorer/runtime.js";

/** The room in pixels that axes take in a stacked chart, at first; as in nqpf/explorers/compiled.py. */
const AXES = 90;

/**
 * Return the chart of a specification as {svg, sizes}: the page gives a live chart these sizes, so
 * that it does not have to measure its own.
 */
export async function drawn({ specification, signals, width }) {
  const sizes = await widthSignals(apply(viewOf(specification), signals), specification, width);
  // A new view, as in the page: one that was measured may have its marks in another order.
  const view = apply(viewOf(specification), signals);
  // A chart that fits its axes into its size settles in a second run, as in the page.
  for (let run = 0; run < 2; run += 1) await apply(view, sizes).runAsync();
  const svg = ownIds(await view.toSVG(), JSON.stringify([specification, signals, width]));
  return { svg, sizes };
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

/** Return a chart with ids of its own, which count from 1 however many were drawn before. */
function ownIds(svg, text) {
  const own = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const counted = new Map();
  return svg.replace(/(id="|url\(#)((clip|gradient)\w*)/g, (_, before, id, kind) => {
    if (!counted.has(id)) counted.set(id, `still-${own}-${kind}${counted.size + 1}`);
    return before + counted.get(id);
  });
}
