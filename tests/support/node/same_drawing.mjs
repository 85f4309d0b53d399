// Draws an explorer twice, by Vega and by the functions that its page has, and says where they
// differ. A line of standard input is an explorer as JSON, a line of the output what was found.

import { createInterface } from "node:readline";
import { elementsOf, HANDED_DOWN, marksOf, parsed } from "../../../widgets/nqpf/site/explorer/frame.mjs";
import { kit as rounding } from "../../../widgets/nqpf/site/explorer/drawing.js";
import { apply, viewOf } from "../../../widgets/nqpf/site/explorer/runtime.js";

// Numbers as they come, which the page rounds when it writes them.
const kit = { ...rounding, fine: (number) => number || 0 };
const CLOSE = 1e-9;
const NUMBER = /-?\d+(\.\d+)?(e[-+]?\d+)?/g;
// Paths are written in thousandths of a pixel, in which a tie may fall either way.
const SHORT = 0.001 + CLOSE;
const PLACED = { transform: "translate(0,0)", x2: "0", y2: "0", opacity: "1", d: "" };
const SEEN = [...Object.keys(HANDED_DOWN), ...Object.keys(PLACED), "stroke-linecap"];

class Different extends Error {}

/** Hold two values to be the same: numbers but for their last digits, all else letter by letter. */
function same(where, one, other, close = CLOSE) {
  const [a, b] = [one, other].map((value) => String(value ?? "").replace(/NaN/g, "0"));
  const [x, y] = [a, b].map((text) => (text.match(NUMBER) ?? []).map(Number));
  const near = (number, place) => Math.abs(number - y[place]) <= close * Math.max(1, Math.abs(number));
  if (a === b || (a.replace(NUMBER, "#") === b.replace(NUMBER, "#") && x.every(near))) return;
  throw new Different(`${where}: ${a.slice(0, 200)} is drawn as ${b.slice(0, 200)}`);
}

const words = (node) => node.children.map((child) => (typeof child === "string" ? child : words(child))).join("|");
const escaped = (text) => String(text).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const wordsOf = (item) => [item.text ?? ""].flat().map(escaped).join("|");

/** Return what a tree draws, one entry for each element: its look, its place, its words. */
function drawnBy(tree) {
  const found = [];
  const look = (node, handed, places) => {
    const { tag, attributes } = node;
    if (attributes.display === "none" || tag === "defs") return;
    const now = { ...handed };
    for (const name of Object.keys(HANDED_DOWN)) if (name in attributes) now[name] = attributes[name];
    const at = attributes.transform;
    const moved = at && at !== "translate(0,0)" ? [...places, at] : places;
    const inside = node.children.filter((child) => typeof child !== "string");
    if (tag === "g" || tag === "svg") return inside.forEach((child) => look(child, now, moved));
    const unseen = now.fill === "none" && now.stroke === "none";
    if (unseen && /ground$/.test(attributes.class ?? "")) return;
    const { d = "", x2 = "0", y2 = "0", opacity = "1" } = attributes;
    found.push({ ...now, tag, d, x2, y2, opacity, at: moved.join(" "), words: words(node) });
  };
  look(tree, HANDED_DOWN, []);
  return found;
}

/** Return for each mark of a still what its elements are told by the groups around them. */
function told(tree) {
  const found = [];
  const look = (node, handed) => {
    if (typeof node === "string") return;
    const now = { ...handed };
    for (const name of SEEN) if (name in node.attributes && name !== "transform") now[name] = node.attributes[name];
    if ("data-mark" in node.attributes) found[Number(node.attributes["data-mark"])] = now;
    else node.children.forEach((child) => look(child, now));
  };
  look(tree, { ...HANDED_DOWN, ...PLACED });
  return found;
}

/** Hold the still to show what Vega's own does. */
function sameStill(svg, still) {
  const [theirs, ours] = [drawnBy(parsed(svg)), drawnBy(parsed(still))];
  same("elements of the still", theirs.length, ours.length);
  theirs.forEach((element, place) => {
    for (const name in element) {
      const letters = ["font-family", "font-size", "font-weight", "font-style", "text-anchor"];
      if (letters.includes(name) && element.tag !== "text") continue;
      same(`the still's ${element.tag} ${place} ${name}`, element[name], ours[place][name], SHORT);
    }
  });
}

/** Hold marks to be drawn as Vega draws them; what lies in one mark may come in another order. */
function sameMarks(tree, handed, marks, at) {
  const theirs = marksOf(tree);
  same(`${at}: marks`, theirs.length, marks.length);
  theirs.forEach((mark, place) => {
    const elements = elementsOf(mark);
    const where = `${at}, mark ${place}`;
    same(`${where}: elements`, elements.length, marks[place].length);
    const look = (attributes, says) => [...SEEN.map((name) => attributes[name] ?? handed[place][name] ?? ""), says];
    const [one, other] = [
      elements.map((element) => look({ ...element.attributes }, words(element))),
      marks[place].map((item) => look(item, wordsOf(item))),
    ];
    const letters = ["font-family", "font-size", "font-weight", "font-style", "text-anchor"];
    const kept = (element) => SEEN.map((name) => !letters.includes(name) || element.tag === "text");
    const turned = [one, other].map((all) => [...all].sort((a, b) => (key(a) < key(b) ? -1 : 1)));
    const compare = ([left, right]) =>
      left.forEach((element, item) => {
        element.forEach((value, name) => {
          if (name < SEEN.length && !kept(elements[item])[name]) return;
          same(`${where}, item ${item} ${SEEN[name] ?? "text"}`, value, right[item][name], SEEN[name] === "d" ? SHORT : CLOSE);
        });
      });
    try {
      compare([one, other]);
    } catch (error) {
      if (!(error instanceof Different)) throw error;
      compare(turned);
    }
  });
}

// Elements in an order of their own, by what does not depend on the last digits of numbers.
const key = (element) => JSON.stringify(element).replace(NUMBER, (number) => Number(number).toFixed(4));

async function compared({ specification, readouts, datasets, make, frames, stills, settings }) {
  const made = new Function(`return ${make}`)();
  let changed = 0;
  const names = Object.keys(stills);
  const views = {};
  const draws = {};
  const handed = {};
  let before = "";
  for (const name of names) {
    views[name] = viewOf(specification);
    for (let run = 0; run < 2; run += 1) await apply(views[name], stills[name].sizes).runAsync();
    draws[name] = made(kit, frames[name]);
    const still = parsed(stills[name].svg);
    handed[name] = told(still);
    sameStill(await views[name].toSVG(), stills[name].svg);
  }
  for (const [place, setting] of settings.entries()) {
    const name = names[place % names.length];
    const at = `${name} at ${JSON.stringify(setting)}`;
    const signals = Object.entries(setting).map(([control, value]) => [`p_${control}`, value]);
    const view = apply(views[name], Object.fromEntries(signals));
    await view.runAsync();
    const { values, tables, marks } = draws[name](setting);
    for (const signal of Object.values(readouts)) same(`${at}: ${signal}`, view.signal(signal), values[signal]);
    for (const table of Object.values(datasets)) {
      const [theirs, ours] = [view.data(table), tables[table]];
      same(`${at}: rows of ${table}`, theirs.length, ours.length);
      theirs.forEach((row, at_) => {
        const mine = ours.find((one) => one.row === row.row && one.key === row.key) ?? ours[at_];
        for (const column in row) same(`${at}: ${table}, row ${at_} ${column}`, row[column], mine[column]);
      });
    }
    const svg = await view.toSVG();
    sameMarks(parsed(svg), handed[name], marks, at);
    const drawn = JSON.stringify(marks);
    if (drawn !== before) changed += 1;
    before = drawn;
  }
  return { settings: settings.length, changed };
}

for await (const line of createInterface({ input: process.stdin })) {
  let found;
  try {
    found = await compared(JSON.parse(line));
  } catch (error) {
    found = { error: error instanceof Different ? error.message : error.stack };
  }
  process.stdout.write(`${JSON.stringify(found)}\n`);
}
