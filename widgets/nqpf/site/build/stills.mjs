// Draw charts at build with the runtime that the page uses.

import { createHash } from "node:crypto";
import { transform } from "esbuild";
import { kit } from "../explorer/drawing.js";
import { apply, viewOf } from "../explorer/runtime.js";
import { still } from "../explorer/frame.mjs";
import { program, Unfit } from "../explorer/program.mjs";

/** The room in pixels that axes take in a stacked chart, at first; as in nqpf/explorers/compiled.py. */
const AXES = 90;

/**
 * Return the chart of a specification as {svg, sizes}: the page gives a live chart these sizes, so
 * that it does not have to measure its own.
 */
export async function drawn({ specification, signals, width }) {
  const { view, sizes } = await settled(specification, signals, width);
  return { svg: await svgOf(view, [specification, signals, width]), sizes };
}

/**
 * Return an explorer's stills, as `drawn` does, and what draws it in the page: {stills, sizes, make,
 * frames, why}. `make` is the JavaScript of its functions, or null with the reason `why` it has none;
 * `settings` are some of those that a reader can make, the first of them the start; `drag` says which
 * controls are also moved by a mark, `sketch` which column of a table a reader may draw by guess.
 */
export async function explorerDrawn({ specification, readouts, datasets, settings, widths, drag, sketch }) {
  const views = {};
  const svgs = {};
  const sizes = {};
  for (const [name, width] of Object.entries(widths)) {
    ({ view: views[name], sizes: sizes[name] } = await settled(specification, {}, width));
    svgs[name] = await svgOf(views[name], [specification, {}, width]);
  }
  try {
    const controls = Object.keys(settings[0]);
    await refuseMovingFrames(specification, settings);
    const { script, frames, marks } = program({ specification, readouts, datasets, controls, drag, sketch }, views);
    // Functions that this build has just written from the book's own declarations.
    const make = new Function(`return ${script}`)();
    const stills = Object.fromEntries(
      Object.entries(svgs).map(([name, svg]) => {
        const { marks: items } = make(kit, frames[name])(settings[0]);
        const placed = marks.map(({ attributes }, place) => ({ attributes, items: items[place] }));
        return [name, still(svg, placed)];
      }),
    );
    return { stills, sizes, frames, make: await smaller(script), why: "" };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { stills: svgs, sizes, frames: {}, make: null, why: error.message };
  }
}

/** Return a view that has taken its size, and the signals that make it as wide. */
async function settled(specification, signals, width) {
  const sizes = await widthSignals(apply(viewOf(specification), signals), specification, width);
  // A new view, as in the page: one that was measured may have its marks in another order.
  const view = apply(viewOf(specification), signals);
  // A chart that fits its axes into its size settles in a second run, as in the page.
  for (let run = 0; run < 2; run += 1) await apply(view, sizes).runAsync();
  return { view, sizes };
}

async function svgOf(view, made) {
  return ownIds(await view.toSVG(), JSON.stringify(made));
}

/** Refuse a chart whose axes or keys change with a setting: they are drawn once. */
async function refuseMovingFrames(specification, settings) {
  const told = (specification.scales ?? []).filter(({ domain }) => !Array.isArray(domain));
  if (!told.length) return;
  const view = viewOf(specification);
  let first;
  for (const setting of settings) {
    const signals = Object.entries(setting).map(([name, value]) => [`p_${name}`, value]);
    await apply(view, Object.fromEntries(signals)).runAsync();
    const domains = JSON.stringify(told.map(({ name }) => view.scale(name).domain()));
    first ??= domains;
    if (domains !== first) throw new Unfit("what an axis or a key lists changes with a setting");
  }
}

/** Return the JavaScript of a function with short names. */
async function smaller(script) {
  const { code } = await transform(`self.made=${script}`, { minify: true, target: "es2021", charset: "utf8" });
  return code.trim().replace(/^self\.made=/, "").replace(/;$/, "");
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
