// Draw charts at build with the runtime that the page uses.

import { createHash } from "node:crypto";
import { transform } from "esbuild";
import { kit } from "../explorer/drawing.js";
import { apply, settled, viewOf } from "../explorer/runtime.js";
import { still } from "../explorer/frame.mjs";
import { program, Unfit } from "../explorer/program.mjs";

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
 * frames, why, constants, attributes}. `make` is the JavaScript of its functions, or null with the reason `why` it has none;
 * `settings` are some of those that a reader can make, the first of them the start; `drag` says which
 * controls are also moved by a mark, `sketch` which column of a table a reader may draw by guess,
 * `traced` what of each table is the model's, which a reader may change.
 */
export async function explorerDrawn({ specification, readouts, datasets, settings, widths, drag, sketch, traced }) {
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
    const asked = { specification, readouts, datasets, controls, drag, sketch, traced };
    const { script, frames, marks, constants } = program(asked, views);
    // Functions that this build has just written from the book's own declarations.
    const make = new Function(`return ${script}`)();
    const stills = Object.fromEntries(
      Object.entries(svgs).map(([name, svg]) => {
        const { marks: items } = make(kit, frames[name])(settings[0]);
        const placed = marks.map(({ attributes }, place) => ({ attributes, items: items[place] }));
        return [name, still(svg, placed)];
      }),
    );
    const told = { constants, attributes: marks.map(({ attributes }) => attributes) };
    return { stills, sizes, frames, make: await smaller(script), why: "", ...told };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return { stills: svgs, sizes, frames: {}, make: null, why: error.message, constants: {}, attributes: [] };
  }
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

/** Return a chart with ids of its own, which count from 1 however many were drawn before. */
function ownIds(svg, text) {
  const own = createHash("sha256").update(text).digest("hex").slice(0, 8);
  const counted = new Map();
  return svg.replace(/(id="|url\(#)((clip|gradient)\w*)/g, (_, before, id, kind) => {
    if (!counted.has(id)) counted.set(id, `still-${own}-${kind}${counted.size + 1}`);
    return before + counted.get(id);
  });
}
