// Draws an explorer by the functions of its page and with a model's steps in the model's place, and
// says where the two differ. A line of standard input is {book, steps, readouts, fresh, settings}: the
// page's functions, the steps, and the functions that the same model gives when all is compiled anew.

import { createInterface } from "node:readline";
import { kit } from "../../widgets/nqpf/site/explorer/drawing.js";
import { computing } from "../../widgets/nqpf/site/own_model/steps.js";

const NUMBER = /-?\d+(\.\d+)?(e[-+]?\d+)?/g;
const CLOSE = 1e-9;
// Paths and places are written in thousandths of a pixel, in which a tie may fall either way.
const SHORT = 0.0011;

function same(where, one, other, close) {
  const [a, b] = [one, other].map((value) => JSON.stringify(value) ?? "");
  if (a === b) return;
  const [x, y] = [a, b].map((text) => (text.match(NUMBER) ?? []).map(Number));
  const alike = a.replace(NUMBER, "#") === b.replace(NUMBER, "#");
  const near = (number, place) => Math.abs(number - y[place]) <= close * Math.max(1, Math.abs(number));
  if (!alike || !x.every(near)) throw new Error(`${where}: ${a.slice(0, 300)} is not ${b.slice(0, 300)}`);
}

/** Return whether a chart says and draws what another does. */
function alike(one, other) {
  try {
    same("values", one.values, other.values, CLOSE);
    same("marks", ...[one, other].map(({ marks }) => marks.map((items) => items.map(({ q: _rows, ...item }) => item))), SHORT);
    return true;
  } catch {
    return false;
  }
}

function compared({ book, steps, readouts, fresh, settings }) {
  const compute = computing(steps);
  let differs = 0;
  for (const width of Object.keys(book.frames)) {
    const page = new Function(`return ${book.make}`)()(kit, book.frames[width]);
    const anew = new Function(`return ${fresh.make}`)()(kit, fresh.frames[width]);
    for (const setting of settings) {
      const { values, tables } = compute(setting);
      const named = Object.fromEntries(Object.entries(values).map(([name, value]) => [readouts[name], value]));
      const given = page(setting, { values: named, tables });
      const wanted = anew(setting);
      const at = `${width} at ${JSON.stringify(setting)}`;
      const byName = (found, names) => Object.fromEntries(Object.keys(values).map((name) => [name, found[names[name]]]));
      same(`${at}: values`, byName(given.values, readouts), byName(wanted.values, fresh.readouts), CLOSE);
      wanted.marks.forEach((items, mark) => {
        const drawn = (all) => all.map(({ q: _rows, ...item }) => item);
        same(`${at}: mark ${mark}`, drawn(given.marks[mark]), drawn(items), SHORT);
      });
      if (!alike(page(setting), given)) differs += 1;
    }
  }
  return { differs };
}

for await (const line of createInterface({ input: process.stdin })) {
  let found;
  try {
    found = compared(JSON.parse(line));
  } catch (error) {
    found = { error: error.stack };
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
