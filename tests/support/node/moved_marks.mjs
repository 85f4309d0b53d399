// Says how far each control moves what an explorer draws. A line of standard input is an explorer as
// JSON, {make, frame, specification, sizes, settings}, the first setting the start; a line of the
// output a sentence for each other setting: what it changes first that a reader can see, or nothing.

import { createInterface } from "node:readline";
import { elementsOf, marksOf, parsed } from "../../../widgets/nqpf/site/explorer/frame.mjs";
import { kit } from "../../../widgets/nqpf/site/explorer/drawing.js";
import { apply, viewOf } from "../../../widgets/nqpf/site/explorer/runtime.js";

// Pixels of the chart below which nobody sees a mark move, and the like for how it is painted.
const SEEN = 2;
// A symbol that stays where it is and swells by less says nothing to who does not know of it.
const SWOLLEN = 4;
const PALER = 0.2;
const NUMBER = /-?\d+(\.\d+)?(e[-+]?\d+)?/g;
const PLACED = ["transform", "d", "x2", "y2"];
const PAINTED = ["opacity", "fill-opacity", "stroke-opacity"];

/** Return what is seen to differ between two items, or nothing. */
function change(one, other) {
  for (const name of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [a, b] = [one, other].map((item) => String(item[name] ?? ""));
    if (name === "q" || a === b) continue;
    if (PLACED.includes(name)) {
      const [x, y] = [a, b].map((text) => (text.match(NUMBER) ?? []).map(Number));
      if (x.length !== y.length) return `${name} is another outline`;
      const far = Math.max(0, ...x.map((number, place) => Math.abs(number - y[place])));
      const least = name === "d" && other.transform ? SWOLLEN : SEEN;
      if (far >= least) return `${name} moves by ${far.toFixed(1)} px`;
    } else if (PAINTED.includes(name)) {
      if (Math.abs(Number(a || 1) - Number(b || 1)) >= PALER) return `${name} from ${a} to ${b}`;
    } else return `${name} from ${a} to ${b}`;
  }
  return "";
}

function changes(before, after) {
  for (const [place, items] of after.entries()) {
    if (items.length !== before[place].length) return `mark ${place} has more or fewer elements`;
    for (const [at, item] of items.entries()) {
      const said = change(before[place][at], item);
      if (said) return `mark ${place}: ${said}`;
    }
  }
  return "";
}

const words = (node) => (typeof node === "string" ? node : node.children.map(words).join("|"));

/** Return a function that draws a chart which only Vega can draw. */
function byVega(specification, sizes) {
  const view = apply(viewOf(specification), sizes);
  return async (setting) => {
    const signals = Object.entries(setting).map(([name, value]) => [`p_${name}`, value]);
    await apply(view, Object.fromEntries(signals)).runAsync();
    const items = (mark) => elementsOf(mark).map((one) => ({ ...one.attributes, text: words(one) }));
    return marksOf(parsed(await view.toSVG())).map(items);
  };
}

async function looked({ make, frame, specification, sizes, settings }) {
  const compute = make ? new Function(`return ${make}`)()(kit, frame) : null;
  const draw = compute ? (setting) => compute(setting).marks : byVega(specification, sizes);
  const start = await draw(settings[0]);
  const found = [];
  for (const setting of settings.slice(1)) found.push(changes(start, await draw(setting)));
  return found;
}

for await (const line of createInterface({ input: process.stdin })) {
  const found = await looked(JSON.parse(line)).catch((error) => ({ error: error.stack }));
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
