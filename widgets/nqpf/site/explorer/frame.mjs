// The still of a chart as small as it can be, with a place for each of its marks. What Vega writes
// for itself goes: grounds that nobody sees, groups that group nothing, names of what is hidden
// from readers anyway, because the chart is one image with a description.

const FONT = "font-family";
const USELESS = new Set(["class", "role", "pointer-events", "version", "xmlns", "xmlns:xlink", "stroke-miterlimit"]);
// What an element hands down to those inside, and what SVG has where nothing is said.
export const HANDED_DOWN = {
  fill: "black", stroke: "none", "stroke-width": "1", "stroke-opacity": "1", "fill-opacity": "1",
  "stroke-dasharray": "none", "font-size": "", "font-weight": "normal", "font-style": "normal",
  "text-anchor": "start", [FONT]: "",
};
const LETTERS = new Set([FONT, "font-size", "font-weight", "font-style", "text-anchor"]);
const MARK = /^mark-(?!group)\w+ role-mark/;

/** Return an SVG as a tree of {tag, attributes, children}; text is a child that is a string. */
export function parsed(svg) {
  const root = { tag: "", attributes: {}, children: [] };
  const open = [root];
  const piece = /<(\/?)([\w:]+)([^>]*?)(\/?)>|([^<]+)/g;
  for (const [, end, tag, attributes, closed, text] of svg.matchAll(piece)) {
    if (text !== undefined) open.at(-1).children.push(text);
    else if (end) open.pop();
    else {
      const node = { tag, attributes: {}, children: [] };
      for (const [, name, value] of attributes.matchAll(/([\w:-]+)="([^"]*)"/g)) node.attributes[name] = value;
      open.at(-1).children.push(node);
      if (!closed) open.push(node);
    }
  }
  return root.children[0];
}

/** Return the marks of a tree in their order; what is drawn in several groups is one mark. */
export function marksOf(tree) {
  const found = [];
  const look = (node, facet) => {
    if (typeof node === "string") return;
    const { class: kind = "" } = node.attributes;
    if (MARK.test(kind)) (facet ?? found).push(node);
    else if (/role-scope \S*pathgroup/.test(kind)) found.push(node);
    else node.children.forEach((child) => look(child, facet));
  };
  look(tree);
  return found;
}

/** Return the elements that draw a mark. */
export function elementsOf(mark) {
  if (MARK.test(mark.attributes.class)) return mark.children;
  const found = [];
  const look = (node) => {
    if (typeof node === "string") return;
    if (MARK.test(node.attributes.class ?? "")) found.push(...node.children);
    else node.children.forEach(look);
  };
  mark.children.forEach(look);
  return found;
}

/**
 * Return the still of a chart: Vega's SVG with the given elements in the places of its marks, each
 * {attributes, items}, where an item is what the page's drawing makes of it.
 */
export function still(svg, marks) {
  const tree = parsed(svg);
  marksOf(tree).forEach((mark, place) => {
    const { attributes, items } = marks[place];
    const clip = clipOf(mark);
    mark.attributes = { "data-mark": String(place), ...attributes, ...(clip ? { "clip-path": clip } : {}) };
    mark.children = items.map(element);
    // A mark that says nothing yet may say something later, in the letters of the others.
    mark.tag = "g";
  });
  const { width, height, viewBox } = tree.attributes;
  tree.attributes = { width, height, viewBox, fill: "none" };
  shrink(tree);
  for (let changed = true; changed; ) changed = lift(tree);
  settle(tree, HANDED_DOWN);
  return text(tree);
}

/** Return what a mark is clipped to; where it is drawn in groups, each of these says it for itself. */
function clipOf({ attributes, children = [] }) {
  if (attributes["clip-path"]) return attributes["clip-path"];
  return children.filter((child) => typeof child !== "string").map(clipOf).find(Boolean);
}

function element(item) {
  const { tag, text: words, q: _rows, ...attributes } = item;
  const lines = Array.isArray(words)
    ? words.map((line, place) => ({ tag: "tspan", attributes: place ? { x: "0", dy: "14" } : {}, children: [escaped(line)] }))
    : words === undefined ? [] : [escaped(words)];
  const said = Object.entries(attributes).filter(([, value]) => value != null);
  return { tag, attributes: Object.fromEntries(said.map(([name, value]) => [name, String(value)])), children: lines };
}

/** Take out what shows nothing. */
function shrink(node) {
  const { attributes } = node;
  for (const name of Object.keys(attributes)) {
    if (USELESS.has(name) || name.startsWith("aria-")) delete attributes[name];
  }
  if (attributes.opacity === "1") delete attributes.opacity;
  if (attributes.transform === "translate(0,0)" && node.tag !== "line") delete attributes.transform;
  const kept = [];
  for (const child of node.children) {
    if (typeof child === "string") {
      kept.push(child);
      continue;
    }
    const place = "data-mark" in child.attributes;
    if (!place && isUnseen(child)) continue;
    if (place) {
      kept.push(child);
      continue;
    }
    shrink(child);
    if (child.tag !== "g" || child.children.length) kept.push(child);
  }
  node.children = kept;
}

/** Return whether an element is a ground that nobody sees. */
function isUnseen({ tag, attributes }) {
  if (tag !== "path" || !/^(back|fore)ground$/.test(attributes.class ?? "")) return false;
  const none = (paint) => paint === undefined || paint === "transparent" || paint === "none";
  return attributes.display === "none" || (none(attributes.fill) && none(attributes.stroke));
}

/** Let a group say what all inside it say; return whether anything changed. */
function lift(node) {
  let changed = false;
  const inside = node.children.filter((child) => typeof child !== "string");
  for (const child of inside) changed = lift(child) || changed;
  if (!["g", "svg"].includes(node.tag) || "data-mark" in node.attributes) return changed;
  for (const name of Object.keys(HANDED_DOWN)) {
    const users = inside.filter((child) => LETTERS.has(name) ? hasText(child) : child.tag !== "defs");
    const first = users[0]?.attributes[name];
    if (first === undefined || name in node.attributes) continue;
    if (users.some((child) => child.attributes[name] !== first)) continue;
    node.attributes[name] = first;
    for (const child of users) delete child.attributes[name];
    changed = true;
  }
  return changed;
}

function hasText(node) {
  return node.tag === "text" || node.children.some((child) => typeof child !== "string" && hasText(child));
}

/** Leave out what is said already and groups that say nothing, and shorten numbers to what an eye can see. */
function settle(node, handed, around = false) {
  const { attributes } = node;
  const isDrawn = around || "data-mark" in attributes;
  const now = { ...handed };
  for (const name of Object.keys(HANDED_DOWN)) {
    if (!(name in attributes)) continue;
    if (attributes[name] === now[name]) delete attributes[name];
    else now[name] = attributes[name];
  }
  for (const name of ["d", "transform", "x2", "y2", "width", "height", "viewBox"]) {
    if (name in attributes) attributes[name] = attributes[name].replace(/-?\d*\.\d+(e-?\d+)?/g, (digits) => String(Math.round(digits * 1000) / 1000));
  }
  if (node.tag === "line") for (const end of ["x2", "y2"]) if (attributes[end] === "0") delete attributes[end];
  // The page's drawing writes where a mark stands, wherever it is.
  if (attributes.transform === "translate(0,0)" && !isDrawn) delete attributes.transform;
  const kept = [];
  for (const child of node.children) {
    if (typeof child !== "string") settle(child, now, isDrawn);
    const empty = child.tag === "g" && !Object.keys(child.attributes).length;
    kept.push(...(empty ? child.children : [child]));
  }
  node.children = kept;
}

function text({ tag, attributes, children }) {
  const said = Object.entries(attributes).map(([name, value]) => ` ${name}="${value}"`).join("");
  const inside = children.map((child) => (typeof child === "string" ? child : text(child))).join("");
  return inside ? `<${tag}${said}>${inside}</${tag}>` : `<${tag}${said}/>`;
}

const escaped = (words) => String(words).replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
