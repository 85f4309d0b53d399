// Turns a compiled chart into functions for the page: what a setting makes of signals, tables and
// marks. A chart that does what these functions cannot is refused by an `Unfit`, which says why;
// the page draws it with Vega.

import { config as defaults } from "vega-parser";
import { parseExpression } from "vega-expression";
import { mergeConfig, splitAccessPath } from "vega-util";
import { constantOf } from "./runtime.js";

/** A chart that cannot be drawn by functions alone. */
export class Unfit extends Error {}

const STYLES = {
  fill: "fill",
  fillOpacity: "fill-opacity",
  stroke: "stroke",
  strokeOpacity: "stroke-opacity",
  strokeWidth: "stroke-width",
  strokeCap: "stroke-linecap",
  strokeJoin: "stroke-linejoin",
  strokeDash: "stroke-dasharray",
  opacity: "opacity",
};
const TEXT = { font: "font-family", fontSize: "font-size", fontStyle: "font-style", fontWeight: "font-weight" };
const PLACES = ["x", "y", "x2", "y2", "xc", "yc", "width", "height"];
const KNOWN = new Set([
  ...Object.keys(STYLES), ...Object.keys(TEXT), ...PLACES,
  "size", "shape", "angle", "text", "align", "baseline", "dx", "dy", "defined", "interpolate", "orient",
  "description", "ariaRoleDescription", "tooltip",
]);
const MATH = new Set(["abs", "ceil", "exp", "floor", "log", "max", "min", "pow", "round", "sqrt"]);
const ANCHORS = { left: "start", center: "middle", right: "end" };

const json = (value) => JSON.stringify(value) ?? "null";
const name = (signal) => `$${signal.replace(/\W/g, "_")}`;
const unfit = (why) => {
  throw new Unfit(why);
};

/**
 * Return {script, frames, marks, constants}: the JavaScript of a function (kit, frame) => (setting) => {values,
 * tables, marks, reads, drags}, the frame of each width, and for each mark {type, attributes}, those
 * that all of its elements share. `reads` says for each mark whose values can be read of which table
 * its rows are, and how wide and high its plot is, else 0; `drags` lists what moves a control;
 * `sketch` is there if a reader may draw a line by guess: its mark, scales and plot. `views` are views
 * of the chart at each width, which have run; what differs between them becomes the frame's.
 *
 * `traced` tells for each table which columns the model computes and which filters it sets, if a reader
 * may put a model of their own in its place: the function of a setting then takes that model's {values,
 * tables} as a second argument. What a frame says of a constant, c0 and so on, goes before what was
 * found at build: `constants` says what each is.
 */
export function program({ specification, readouts, datasets, controls, drag = {}, sketch = "", traced = null }, views) {
  return new Program(specification, controls, views, drag, sketch, traced).written(readouts, datasets);
}

class Program {
  constructor(specification, controls, views, drag, sketch, traced) {
    this.asked = sketch;
    this.traced = traced;
    this.drags = Object.entries(drag).map(([control, named]) => {
      const [table, field, row = "0"] = named.split(".");
      return { control, table, field, row: Number(row), named, rank: HELD.length, marks: [] };
    });
    this.specification = specification;
    this.views = views;
    this.config = mergeConfig(defaults(), specification.config);
    this.moving = new Set(controls.map((control) => `p_${control}`));
    this.once = [];
    this.frames = Object.fromEntries(Object.keys(views).map((width) => [width, {}]));
    this.constants = new Map();
    this.reads = [];
    this.signals = new Map((specification.signals ?? []).map((one) => [one.name, one]));
    this.scales = new Map((specification.scales ?? []).map((one) => [one.name, one]));
    for (const { name: signal, update, on } of this.signals.values()) {
      if (on) unfit(`signal ${signal} follows events`);
      if (update && this.moves(parseExpression(update))) this.moving.add(signal);
    }
  }

  /** Return whether an expression depends on a control. */
  moves(tree) {
    return walk(tree).some((node) => node.type === "Identifier" && this.moving.has(node.name));
  }

  written(readouts, datasets) {
    this.roots = new Map(Object.keys(datasets).map((table) => [table, table]));
    for (const { name: table, source } of this.specification.data) {
      if (this.roots.has(source)) this.roots.set(table, this.roots.get(source));
    }
    const each = [];
    for (const { name: signal, update } of this.signals.values()) {
      if (!this.moving.has(signal)) continue;
      each.push(`const ${name(signal)}=${update ? this.expression(update) : `p[${json(signal.slice(2))}]`};`);
    }
    const data = this.tables();
    const marks = [];
    const drawn = this.marks(this.specification.marks, { width: "width", height: "height" }, marks);
    const dragged = `[${this.drags.map(dragOf)}]`;
    const values = Object.values(readouts).map((signal) => `${json(signal)}:${this.signal(signal)}`);
    const tables = Object.values(datasets).map((table) => `${json(table)}:${table_(table)}`);
    const lists = `marks:[${drawn.join(",\n")}]`;
    if (this.asked && !this.sketch) throw new Error(`sketch: no line draws ${this.asked} over a scale of numbers.`);
    const sketch = this.sketch ? ",sketch" : "";
    const said = this.traced ? `g?g.values:{${values}}` : `{${values}}`;
    const result = `return {values:${said},tables:{${tables}},${lists},reads,drags${sketch}};`;
    const still = this.traced ? this.again(data) : { once: data.once.join("\n"), each: "" };
    const script =
      `(k,f)=>{const{${[...MATH]}}=Math;\n${this.once.join("\n")}\n${still.once}\n` +
      `const reads=[${this.reads.map((one) => one ?? 0)}],drags=${dragged}${sketch && `${sketch}=${this.sketch}`};\n` +
      `return ${this.traced ? "(p,g)" : "p"}=>{\n${still.each}\n${each.join("\n")}\n${data.each.join("\n")}\n${result}}}`;
    const constants = Object.fromEntries([...this.constants].map(([key, place]) => [place, key]));
    return { script, frames: this.frames, marks, constants };
  }

  /** Return the tables that no control changes: made once, and again for a model of the reader's. */
  again({ once, still }) {
    if (!still.length) return { once: once.join("\n"), each: "" };
    const list = `[${still}]`;
    return {
      once: `const O=g=>{${once.join("\n")}\nreturn ${list}};const o=O();`,
      each: `const ${list}=g?O(g):o;`,
    };
  }

  /** Return the JavaScript of a value that no control changes, computed by Vega at build. */
  constant(key) {
    if (!this.constants.has(key)) {
      const read = (view) => {
        const value = constantOf(key, view);
        return value === undefined ? unfit(key) : value;
      };
      const found = Object.entries(this.views).map(([width, view]) => [width, read(view)]);
      const same = found.every(([, value]) => json(value) === json(found[0][1]));
      const place = this.constants.size;
      if (!same) for (const [width, value] of found) this.frames[width][`c${place}`] = value;
      const first = same && this.traced ? `f.c${place}??` : "";
      this.once.push(`const c${place}=${same ? first + json(found[0][1]) : `f.c${place}`};`);
      this.constants.set(key, `c${place}`);
    }
    return this.constants.get(key);
  }

  signal(signal, scope = {}) {
    if (scope[signal] && scope[signal] !== signal) return this.expression(scope[signal]);
    if (this.moving.has(signal)) return name(signal);
    if (!this.signals.has(signal) && !["width", "height"].includes(signal)) unfit(`signal ${signal}`);
    return this.constant(`signal ${signal}`);
  }

  /** Return a scale as the name of a function, and what it is made from. */
  scale(scale) {
    const kind = this.scales.get(scale)?.type ?? unfit(`scale ${scale}`);
    const key = `scale ${scale}`;
    if (this.constants.has(key)) return this.constants.get(key);
    const made = this.made(scale);
    const place = `s${this.constants.size}`;
    this.once.push(`const ${place}=k.${KINDS[kind]}(...${made});`);
    this.constants.set(key, place);
    return place;
  }

  /** Return what a scale is made from, as JavaScript. */
  made(scale) {
    return this.constant(`ends ${scale}`);
  }

  bandwidth(scale) {
    return this.constant(`bandwidth ${scale}`);
  }

  expression(text, scope = {}) {
    return this.code(parseExpression(text), scope);
  }

  code(node, scope) {
    const code = (one) => this.code(one, scope);
    switch (node.type) {
      case "Literal":
        return json(node.value);
      case "Identifier":
        return node.name === "datum" ? "d" : CONSTANTS[node.name] ?? this.signal(node.name, scope);
      case "MemberExpression": {
        const { computed, object, property } = node;
        if (!computed) return `${code(object)}[${json(property.name)}]`;
        return `${code(object)}[${code(property)}]`;
      }
      case "ArrayExpression":
        return `[${node.elements.map(code)}]`;
      case "ObjectExpression":
        return `({${node.properties.map(({ key, value }) => `${json(key.name ?? key.value)}:${code(value)}`)}})`;
      case "UnaryExpression":
        return `(${node.operator} ${code(node.argument)})`;
      case "BinaryExpression":
      case "LogicalExpression":
        return `(${code(node.left)} ${node.operator} ${code(node.right)})`;
      case "ConditionalExpression":
        return `(${code(node.test)}?${code(node.consequent)}:${code(node.alternate)})`;
      case "CallExpression":
        return this.call(node.callee.name, node.arguments, code);
      default:
        return unfit(`an expression with ${node.type}`);
    }
  }

  call(called, given, code) {
    if (MATH.has(called)) return `${called}(${given.map(code)})`;
    const literal = (place) => (given[place]?.type === "Literal" ? given[place].value : unfit(called));
    switch (called) {
      case "isValid":
        return `k.valid(${code(given[0])})`;
      case "isFinite":
        return `Number.isFinite(${code(given[0])})`;
      case "isArray":
        return `Array.isArray(${code(given[0])})`;
      case "toNumber":
        return `k.number(${code(given[0])})`;
      case "indexof":
        return `k.string(${code(given[0])}).indexOf(${code(given[1])})`;
      case "join":
        return `${code(given[0])}.join(${code(given[1])})`;
      case "split":
        return `String(${code(given[0])}).split(${code(given[1])})`;
      case "scale":
        return `${this.scale(literal(0))}(${code(given[1])})`;
      case "bandwidth":
        return this.bandwidth(literal(0));
      case "format":
        return this.format(code(given[0]), literal(1));
      default:
        return unfit(`the function ${called}`);
    }
  }

  format(value, written) {
    const [, sign, grouped, digits, kind] =
      /^(\+?)(,?)(?:\.(\d+))?([f%d])$/.exec(written) ?? unfit(`the format ${written}`);
    if (kind !== "d" && digits === undefined) unfit(`the format ${written}`);
    return `k.format(${value},${json(sign)},${grouped ? 1 : 0},${kind === "d" ? -1 : digits},${kind === "%" ? 1 : 0})`;
  }

  /** Return the statements that make the tables: those made once, those made for each setting. */
  tables() {
    const once = [];
    const each = [];
    const still = [];
    const moving = new Set();
    for (const { name: table, source, values, format = {}, transform = [] } of this.specification.data) {
      if (Object.keys(format).length || Array.isArray(source)) unfit(`table ${table}`);
      const own = this.traced?.[this.roots.get(table)];
      const texts = transform.filter(({ expr }) => expr).map(({ expr }) => expr);
      const moves = moving.has(source) || texts.some((text) => this.moves(parseExpression(text)));
      if (moves) moving.add(table);
      else still.push(table_(table));
      const from = source ? table_(source) : rows(values);
      const given = (book) => (own && !source ? `g?k.copied(g.tables[${json(table)}]):${book}` : book);
      const changes = transform.some(({ type }) => type !== "filter");
      const steps = [`let ${table_(table)}=${given(changes && source && transform[0]?.type !== "fold" ? `k.copied(${from})` : from)};`];
      if (moves && !source) {
        this.once.push(`const ${table_(table)}_=${from};`);
        steps[0] = `let ${table_(table)}=${given(`k.copied(${table_(table)}_)`)};`;
      }
      // Formulas that follow one another go through a table together; those of the model are done
      // where a reader's own has made the rows.
      let formulas = [];
      let modelled = false;
      const flush = () => {
        const loop = `for(const d of ${table_(table)}){${formulas.join("")}}`;
        if (formulas.length) steps.push(modelled ? `if(!g)${loop}` : loop);
        formulas = [];
      };
      for (const step of transform) {
        const isModel = own !== undefined && (step.type === "formula" ? own.columns.includes(step.as) : own.keep.includes(step.expr));
        if (step.type === "formula") {
          if (isModel !== modelled) flush();
          modelled = isModel;
          formulas.push(`d[${json(step.as)}]=${this.expression(step.expr)};`);
          continue;
        }
        flush();
        const made = this.step(table_(table), step);
        steps.push(isModel ? `if(!g){${made}}` : made);
      }
      flush();
      (moves ? each : once).push(steps.join("\n"));
    }
    return { once, each, still };
  }

  step(table, step) {
    switch (step.type) {
      case "filter":
        return `${table}=${table}.filter(d=>${this.expression(step.expr)});`;
      case "stack": {
        if ((step.offset ?? "zero") !== "zero") unfit(`a stack from ${step.offset}`);
        const given = [table, json(step.groupby ?? []), json(step.field), comparison(step.sort), ...(step.as ?? ["y0", "y1"]).map(json)];
        return `k.stack(${given});`;
      }
      case "fold":
        return `${table}=k.fold(${[table, json(step.fields), ...(step.as ?? ["key", "value"]).map(json)]});`;
      case "impute":
        if (step.method !== "value" || step.keyvals) unfit("an impute by other values");
        return `${table}=k.imputed(${[table, json(step.groupby ?? []), json(step.key), json(step.field), json(step.value)]});`;
      default:
        return unfit(`the transform ${step.type}`);
    }
  }

  /** Return the list of the items of each mark, in the order in which the chart has them. */
  marks(marks, scope, found, facet = null) {
    return marks.flatMap((mark) => {
      const { enter, exit, hover, update } = mark.encode ?? {};
      if (enter || exit || hover || mark.on || mark.transform) unfit(`mark ${mark.name}`);
      if (mark.type !== "group") return [this.mark(mark, update ?? {}, scope, found, facet)];
      const inner = { ...scope };
      if (mark.from) {
        if (mark.marks.some(({ type }) => type !== "line" && type !== "area") || facet) unfit("a facet");
        const groups = `k.grouped(${table_(mark.from.facet.data)},${json(mark.from.facet.groupby)})`;
        return this.marks(mark.marks, inner, found, { data: mark.from.facet.data, groups });
      }
      for (const key of ["width", "height"]) {
        if (update?.[key]?.signal) inner[key] = update[key].signal;
      }
      for (const { name: signal, update: text } of mark.signals ?? []) inner[signal] = text;
      if (mark.scales || mark.data) unfit(`group ${mark.name} has scales or data of its own`);
      return this.marks(mark.marks, inner, found);
    });
  }

  mark(mark, update, scope, found, facet) {
    const { type, from } = mark;
    const unknown = Object.keys(update).find((channel) => !KNOWN.has(channel));
    if (unknown) unfit(`the channel ${unknown}`);
    const encode = { ...this.defaults(mark, update), ...update };
    const at = (channel) =>
      encode[channel] === undefined ? undefined : this.channel(encode[channel], scope);
    const shared = {};
    const own = [];
    const names = type === "text" ? { ...STYLES, ...TEXT } : STYLES;
    for (const [channel, attribute] of Object.entries(names)) {
      const given = encode[channel];
      if (given === undefined || (isValue(given) && (given.value === null || given.value === "transparent"))) continue;
      // A group that is half seen is another thing than marks that are: what lies over what shows.
      if (isValue(given) && channel !== "opacity") shared[attribute] = attributeOf(channel, given.value);
      else own.push(`${json(attribute)}:${at(channel)}`);
    }
    const table = from ? table_(from.data) : "[{}]";
    const make = MARKS[type] ?? unfit(`the mark ${type}`);
    if (type === "text") shared["text-anchor"] = ANCHORS[plain(encode, "align", "left")] ?? "start";
    found.push({ type, attributes: shared });
    const data = facet?.data ?? from?.data;
    this.reads.push(this.read(type, data, encode, scope));
    const held = this.hold(type, data, encode, scope);
    this.offer(type, data, encode, scope);
    if (type !== "line" && type !== "area") {
      if (mark.sort) unfit(`mark ${mark.name} is sorted`);
      const kept = this.reads.at(-1) || held ? ["q:d"] : [];
      return `${table}.map(d=>({${[...make({ at, encode }), ...own, ...kept]}}))`;
    }
    const path = make({ at, encode, sort: comparison(mark.sort, true) });
    const more = [...own, ...(this.reads.at(-1) || held ? ["q"] : [])].map((one) => `,${one}`).join("");
    const draw = (list) => `(r=>{const q=${path.points("r")};if(!q.length)return[];const d=q[0][4];return[{tag:"path",d:${path.outline("q")}${more}}]})(${list})`;
    return facet ? `${facet.groups}.flatMap(g=>${draw("g")})` : draw(table);
  }

  /** Return where the values of a mark are to be read, as JavaScript; null if nowhere. */
  read(type, data, encode, scope) {
    const table = this.roots.get(data);
    const placed = ["x", "y", "xc", "yc"].some((channel) => placedBy(encode[channel]));
    if (!READ.has(type) || !table || !placed) return null;
    const [wide, high] = ["width", "height"].map((side) => this.signal(side, scope));
    return `[${[json(table), wide, high, ...(type === "rect" ? barOf(encode).map(json) : [])]}]`;
  }

  /** Note which controls a mark moves, as its place is their value; return whether it moves any. */
  hold(type, data, encode, scope) {
    const rank = HELD.indexOf(type);
    let any = false;
    for (const drag of this.drags) {
      if (rank < 0 || this.roots.get(data) !== drag.table || rank > drag.rank) continue;
      const channel = PLACES.find((one) => encode[one] && placedBy(encode[one])?.field === drag.field);
      if (!channel) continue;
      if (rank < drag.rank) drag.marks = [];
      drag.rank = rank;
      const { scale } = placedBy(encode[channel]);
      const kind = KINDS[this.scales.get(scale).type];
      if (!["linear", "log", "power"].includes(kind)) unfit(`a drag along a scale of ${kind}`);
      const size = ["width", "height"].map((side) => this.signal(side, scope));
      drag.marks.push(`[${[this.reads.length - 1, json(channel[0]), json(kind), this.made(scale), ...size]}]`);
      any = true;
    }
    return any;
  }

  /** Note the line that a reader may draw by guess: its mark, its two scales, and its plot. */
  offer(type, data, encode, scope) {
    const [table, column] = this.asked.split(".");
    if (type !== "line" || this.sketch || this.roots.get(data) !== table) return;
    const [x, y] = ["x", "y"].map((channel) => encode[channel] && placedBy(encode[channel]));
    if (!x || !y || !this.holds(data, y.field, column)) return;
    const scales = [x, y].map(({ scale }) => [json(KINDS[this.scales.get(scale).type]), this.made(scale)]);
    const size = ["width", "height"].map((side) => this.signal(side, scope));
    this.sketch = `[${this.reads.length - 1},[${json(x.field)},${scales[0]}],[${scales[1]}],${size}]`;
  }

  /** Return whether a field holds a column: under its own name, or among columns that are folded. */
  holds(data, field, column) {
    const { source, transform = [] } = this.specification.data.find((one) => one.name === data) ?? {};
    const folded = transform.some(
      ({ type, fields, as = ["key", "value"] }) => type === "fold" && fields.includes(column) && as[1] === field,
    );
    return field === column || folded || (source !== undefined && this.holds(source, field, column));
  }

  /** Return what a mark's channels are where nothing is said: as its type and styles have them. */
  defaults({ type, style }, update) {
    const found = {};
    const take = (properties = {}, over) => {
      for (const [channel, value] of Object.entries(properties)) {
        const coloured = (channel === "fill" || channel === "stroke") && !over && (update.fill || update.stroke);
        if (channel in update || coloured || !KNOWN.has(channel)) continue;
        if (value && typeof value === "object" && value.signal) unfit(`a configuration by signals`);
        found[channel] = { value };
      }
    };
    take({ ...this.config.mark, ...this.config[type] }, false);
    for (const one of [style ?? []].flat()) take(this.config.style?.[one], true);
    return found;
  }

  /** Return the JavaScript of a channel. */
  channel(given, scope) {
    if (!Array.isArray(given)) return this.entry(given, scope);
    const rules = given.map((rule) =>
      rule.test ? `(${this.expression(rule.test, scope)})?${this.entry(rule, scope)}:` : this.entry(rule, scope),
    );
    return `(${rules.join("")}${rules.at(-1).endsWith(":") ? "null" : ""})`;
  }

  entry(given, scope) {
    let value;
    if (given.signal) value = `(${this.expression(given.signal, scope)})`;
    else if (given.field != null) value = this.field(given.field, scope);
    else if (given.value !== undefined) value = json(given.value);
    if (given.color || given.gradient || given.exponent || given.round || given.range != null || given.extra) {
      unfit("a channel that is more than a field on a scale");
    }
    if (given.scale != null) {
      if (typeof given.scale !== "string") unfit("a scale by another name");
      if (value !== undefined) value = `${this.scale(given.scale)}(${value})`;
      if (given.band) {
        const part = `${this.bandwidth(given.scale)}*${this.property(given.band, scope)}`;
        value = value === undefined ? part : `${value}+${part}`;
      }
      value ??= "0";
    }
    if (given.mult != null) value += `*${this.property(given.mult, scope)}`;
    if (given.offset != null) value += `+${this.property(given.offset, scope)}`;
    return `(${value ?? "null"})`;
  }

  property(given, scope) {
    return typeof given === "object" ? this.entry(given, scope) : `(${given})`;
  }

  field(given, scope) {
    if (given.group) {
      if (!["width", "height"].includes(given.group)) unfit(`the group's ${given.group}`);
      return this.signal(given.group, scope);
    }
    if (typeof given !== "string") unfit("a field by another name");
    return `d${splitAccessPath(given).map((part) => `[${json(part)}]`).join("")}`;
  }
}

const CONSTANTS = { NaN: "NaN", E: "Math.E", PI: "Math.PI", SQRT2: "Math.SQRT2", LN2: "Math.LN2", undefined: "undefined" };
const KINDS = { linear: "linear", log: "log", sqrt: "power", pow: "power", band: "table", point: "table", ordinal: "ordinal" };

/** The items of each kind of mark; `at` gives the JavaScript of a channel. */
const MARKS = {
  symbol: ({ at, encode }) => [
    'tag:"path"',
    `d:k.symbol(${at("shape") ?? '"circle"'},${at("size") ?? 64})`,
    `transform:k.at(${at("x") ?? 0},${at("y") ?? 0})${turned(encode)}`,
  ],
  rect({ at, encode }) {
    const [x, width] = side(at, encode, "x", "width");
    const [y, height] = side(at, encode, "y", "height");
    return ['tag:"path"', `d:k.rectangle(${x},${y},${width},${height})`];
  },
  rule({ at }) {
    const far = (end, start) => (at(end) ? `k.fine((${at(end)})-((${at(start) ?? 0})||0))||null` : "null");
    return [
      'tag:"line"',
      `transform:k.at(${at("x") ?? 0},${at("y") ?? 0})`,
      `x2:${far("x2", "x")}`,
      `y2:${far("y2", "y")}`,
    ];
  },
  text({ at, encode }) {
    const size = plain(encode, "fontSize", 11);
    const dx = plain(encode, "dx", 0);
    const dy = plain(encode, "dy", 0) + baseline(plain(encode, "baseline", "alphabetic"), size);
    const [x, y] = [at("x") ?? "0", at("y") ?? "0"];
    const turn = plain(encode, "angle", 0);
    if (encode.text && /\[/.test(json(encode.text.value)) && size + 2 !== LINE) unfit("lines of another size");
    return [
      'tag:"text"',
      turn
        ? `transform:k.at(${x},${y})+" rotate(${turn})${dx || dy ? ` translate(${dx},${dy})` : ""}"`
        : `transform:k.at((${x}||0)+${dx},(${y}||0)+${dy})`,
      `text:k.words(${at("text") ?? '""'})`,
    ];
  },
  line: ({ at, sort }) => ({
    points: (rows) => path(rows, [at("x") ?? 0, at("y") ?? 0, at("defined") ?? "true", 0, "d"], sort),
    outline: (points) => `k.line(${points})`,
  }),
  area({ at, encode, sort }) {
    if (plain(encode, "orient", "vertical") !== "vertical") unfit("an area that lies");
    const curve = plain(encode, "interpolate", "linear");
    if (!["linear", "step-after"].includes(curve)) unfit(`the curve ${curve}`);
    return {
      points: (rows) => path(rows, [at("x") ?? 0, at("y") ?? 0, at("defined") ?? "true", at("y2") ?? 0, "d"], sort),
      outline: (points) => `k.area(${points},${curve === "linear" ? 0 : 1})`,
    };
  },
};
const LINE = 14; // as in drawing.js

/** Return a drag as JavaScript: the control, the row of its table, and the marks that may draw it. */
function dragOf({ control, named, row, marks }) {
  if (marks.length) return `[${json(control)},${row},[${marks}]]`;
  throw new Error(`drag: ${control} is to be moved by ${named}, but no mark stands at that column of a table.`);
}

/** The marks that a reader can drag, the best to hold first. */
const HELD = ["symbol", "rule", "rect", "line"];

/** The marks whose values can be read; a rule or a text says its own. */
const READ = new Set(["line", "area", "symbol", "rect"]);

/** Return along which axis a bar grows, and the fields of its end and its start, if it is a bar. */
function barOf(encode) {
  const ways = ["x", "y"].flatMap((channel) => {
    const [end, start] = [channel, `${channel}2`].map((one) => encode[one]);
    return start && placedBy(end) ? [[channel, placedBy(end).field, placedBy(start)?.field ?? ""]] : [];
  });
  // The bars of a histogram reach from one field to another across, and up from nothing.
  return ways.find(([, , start]) => !start) ?? ways[0] ?? [];
}

/** Return what places a mark by a field on a scale, as Vega has it; null for what lies still. */
function placedBy(given) {
  return [given ?? []].flat().findLast(({ field, scale }) => typeof field === "string" && scale) ?? null;
}

function path(rows, parts, sort) {
  const listed = `${rows}.map(d=>[${parts}])`;
  return sort ? `${listed}.sort(${sort})` : listed;
}

/** Return start and length of a side of a rectangle, as Vega settles what is said of it. */
function side(at, encode, start, length) {
  const [low, high, middle, size] = [start, `${start}2`, `${start}c`, length].map(at);
  if (low && high) return [`Math.min(${low},${high})`, `Math.abs(${high}-${low})`];
  if (middle) return [`${middle}-(${size ?? 0})/2`, size ?? "0"];
  if (high) return [`${high}-(${size ?? 0})`, size ?? "0"];
  return [low ?? "0", size ?? "0"];
}

function baseline(kind, size) {
  const part = { top: 0.79, middle: 0.3, bottom: -0.21 }[kind] ?? 0;
  if (kind.startsWith("line-")) unfit(`the baseline ${kind}`);
  return Math.round(part * size);
}

function turned(encode) {
  const turn = plain(encode, "angle", 0);
  return turn ? `+" rotate(${turn})"` : "";
}

/** Return a channel that no data changes. */
function plain(encode, channel, otherwise) {
  if (encode[channel] === undefined) return otherwise;
  return isValue(encode[channel]) ? encode[channel].value ?? otherwise : unfit(`a ${channel} that changes`);
}

function isValue(given) {
  return !Array.isArray(given) && "value" in given && given.scale == null && given.mult == null && given.offset == null;
}

function attributeOf(channel, value) {
  if (channel === "strokeDash") return value.join(",");
  if (channel === "fontSize") return `${value}px`;
  return String(value);
}

/** Return a comparison of rows, or of the points of a path, as JavaScript; null for none. */
function comparison(sort, points = false) {
  const fields = [sort?.field ?? []].flat();
  const orders = [sort?.order ?? []].flat();
  if (!fields.length) return points ? null : "null";
  const parts = fields.map((field, place) => {
    const turn = orders[place] === "descending" ? "-" : "";
    const of = points ? pointField(field) : `[${json(field)}]`;
    return `${turn}k.order(a${of},b${of})`;
  });
  return `(a,b)=>${parts.join("||")}`;
}

function pointField(field) {
  if (field === "x" || field === "y") return field === "x" ? "[0]" : "[1]";
  const found = /^datum\["([^"]+)"\]$/.exec(field) ?? unfit(`a sort by ${field}`);
  return `[4][${json(found[1])}]`;
}

function table_(table) {
  return `t_${table.replace(/\W/g, "_")}`;
}

/** Return rows as JavaScript, column by column: names are written once. */
function rows(records) {
  const names = [...new Set(records.flatMap(Object.keys))];
  const counted = records.every(({ row }, place) => row === place);
  const kept = names.filter((column) => !(column === "row" && counted));
  const whole = records.every((record) => names.every((column) => column in record));
  if (!counted || !whole) return json(records);
  const columns = kept.map((column) => `${json(column)}:${json(records.map((record) => record[column]))}`);
  return `k.rows(${records.length},{${columns}})`;
}

function walk(tree) {
  const found = [tree];
  for (const value of Object.values(tree)) {
    for (const one of [value].flat()) {
      if (one && typeof one === "object" && one.type) found.push(...walk(one));
    }
  }
  return found;
}
