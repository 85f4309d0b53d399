// Draws an explorer in a browser, by its own functions and in settings that a reader can make, and
// says where texts touch or are cut and which values lie beyond their axes.

import { kit, patch } from "../../../widgets/nqpf/site/explorer/drawing.js";

/** Two boxes that share so many pixels touch: less is the room that letters keep around them. */
const TOUCH = 0.5;
/** Of a line of text, the parts above and below its letters, in which nothing is seen. */
const ABOVE = 0.2;
const BELOW = 0.12;
/** A scale over fewer pixels is no place in a plot: a width, say, or how full a mark is. */
const PLOT = 20;
/** Pixels of a chart by which a value lies beyond its axis before anybody sees it. */
const SEEN = 1;
/** A line crosses a text where it runs so many pixels inside the box of its letters. */
const CROSS = 3;

/**
 * Return what was found in an explorer's chart, a list of {width, setting, kind, says}: the kinds
 * "touch", "cut" and "crossed" of texts, and "beyond" of values, which says [x or y, low or high end, both ends].
 *
 * `stills` holds an SVG for each width; without `make`, `drawn` holds one for each setting.
 */
self.measured = ({ stills, make, frames, settings, drawn }) => {
  const found = [];
  for (const [width, svg] of Object.entries(stills)) {
    const place = document.body.appendChild(document.createElement("div"));
    place.innerHTML = svg;
    const chart = place.firstElementChild;
    // One pixel of the page is one of the chart: boxes are compared as they were drawn.
    chart.style.cssText = `display:block;width:${chart.viewBox.baseVal.width}px`;
    const beyond = [];
    const compute = make && new Function(`return ${make}`)()(watched(kit, beyond), frames[width]);
    const places = [...chart.querySelectorAll("[data-mark]")];
    let before = places.map(() => []);
    settings.forEach((setting, at) => {
      if (compute) {
        beyond.length = 0;
        const { marks } = compute(setting);
        marks.forEach((items, mark) => patch(places[mark], before[mark], items));
        before = marks;
      } else place.innerHTML = drawn[width][at];
      const add = (kind, says) => found.push({ width, setting: at, kind, says });
      for (const says of texts(place.firstElementChild)) add(...says);
      for (const says of new Set(beyond)) add("beyond", JSON.parse(says));
    });
    place.remove();
  }
  return found;
};

/** Return a kit whose scales note what lies beyond their ends. */
function watched(kit, beyond) {
  const noted = (name, first) => (...given) => {
    const scale = kit[name](...given);
    const [d0, d1, r0, r1] = given.slice(first);
    const ends = [Math.min(d0, d1), Math.max(d0, d1)];
    const open = kit[name](...given.slice(0, first), d0, d1, r0, r1, 0);
    return (value) => {
      if (typeof value === "number" && (r0 === 0 || r1 === 0) && Math.abs(r1 - r0) > PLOT && (value < ends[0] || value > ends[1])) {
        const far = Math.abs(open(value) - open(value < ends[0] ? ends[0] : ends[1]));
        const at = [r0 === 0 ? "x" : "y", value < ends[0] ? "low" : "high", ends];
        if (!(far <= SEEN)) beyond.push(JSON.stringify(at));
      }
      return scale(value);
    };
  };
  return { ...kit, linear: noted("linear", 0), log: noted("log", 0), power: noted("power", 1) };
}

/** Return the texts of a chart that touch, are cut, or lie under a line, as [kind, what is said]. */
function texts(chart) {
  const whole = chart.getBoundingClientRect();
  const seen = [...chart.querySelectorAll("text")].filter((text) => isRead(text));
  const boxes = seen.map((text) => ({ text, says: text.textContent, corners: cornersOf(text), room: roomFor(text, whole) }));
  const found = [];
  boxes.forEach((one, place) => {
    const { left, top, right, bottom } = one.room;
    const [xs, ys] = [one.corners.map(({ x }) => x), one.corners.map(({ y }) => y)];
    const over = Math.max(left - Math.min(...xs), Math.max(...xs) - right, top - Math.min(...ys), Math.max(...ys) - bottom);
    if (over > TOUCH) found.push(["cut", `“${one.says}” by ${over.toFixed(1)} px`]);
    for (const other of boxes.slice(place + 1)) {
      if (shared(one.corners, other.corners) > TOUCH) found.push(["touch", `“${one.says}” and “${other.says}”`]);
    }
  });
  const rimmed = new Set([...chart.querySelectorAll("text")].filter(isRim).map((text) => text.textContent));
  const open = boxes.filter(({ says, text }) => !rimmed.has(says) && !isOnMark(text));
  for (const { from, to, room } of segments(chart, whole)) {
    for (const { says, corners } of open) if (inside(from, to, corners, room) > CROSS) found.push(["crossed", `“${says}”`]);
  }
  return found;
}

/** Return the pieces of the lines and rules of a chart, each as its ends and the room it is seen in. */
function segments(chart, whole) {
  const drawn = [...chart.querySelectorAll(":is([data-mark], .role-mark) :is(path, line)")];
  return drawn.filter((one) => isLine(one) && opacity(one) > 0.05).flatMap((one) => {
    const room = roomFor(one, whole);
    const matrix = one.getScreenCTM();
    const at = (x, y) => new DOMPoint(x, y).matrixTransform(matrix);
    if (one.tagName === "line") {
      const [x, y] = ["x2", "y2"].map((name) => Number(one.getAttribute(name) ?? 0));
      return [{ from: at(0, 0), to: at(x, y), room }];
    }
    const parts = (one.getAttribute("d") ?? "").split("M").slice(1);
    return parts.flatMap((part) => {
      const points = part.split(/[LZ]/).filter(Boolean).map((point) => at(...point.split(",").map(Number)));
      return points.slice(1).map((to, place) => ({ from: points[place], to, room }));
    });
  });
}

/** Return whether a mark is a line: stroked, and no outline of something filled. */
function isLine(one) {
  const stroke = one.closest("[stroke]")?.getAttribute("stroke");
  const open = one.tagName === "line" || /^[ML\d.,e-]+$/.test(one.getAttribute("d") ?? "");
  return open && Boolean(stroke) && !["none", "transparent"].includes(stroke);
}

/** Return how many pixels of a line are seen in the upright box round some corners. */
function inside(from, to, corners, room) {
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const across = [from.x, to.x, Math.max(Math.min(...xs), room.left), Math.min(Math.max(...xs), room.right)];
  const up = [from.y, to.y, Math.max(Math.min(...ys), room.top), Math.min(Math.max(...ys), room.bottom)];
  let [start, end] = [0, 1];
  for (const [a, b, low, high] of [across, up]) {
    if (low > high) return 0;
    if (a === b) {
      if (a < low || a > high) return 0;
      continue;
    }
    const [near, far] = [(low - a) / (b - a), (high - a) / (b - a)].sort((p, q) => p - q);
    [start, end] = [Math.max(start, near), Math.min(end, far)];
  }
  return Math.max(0, end - start) * Math.hypot(to.x - from.x, to.y - from.y);
}

/** Return by how many pixels two boxes, turned as they may be, lie in one another; at most 0 if not. */
function shared(one, other) {
  const sides = [one, other].flatMap(([a, b, , d]) => [[a, b], [a, d]]);
  const least = sides.map(([from, to]) => {
    const [x, y] = [to.x - from.x, to.y - from.y].map((part) => part / (Math.hypot(to.x - from.x, to.y - from.y) || 1));
    const [p, q] = [one, other].map((corners) => corners.map((corner) => corner.x * x + corner.y * y));
    return Math.min(Math.max(...p), Math.max(...q)) - Math.max(Math.min(...p), Math.min(...q));
  });
  return Math.min(...least);
}

/** Return the corners of the box that a text's letters fill, one after another round it. */
function cornersOf(text) {
  const { x, y, width, height } = text.getBBox();
  const lines = Math.max(1, text.querySelectorAll("tspan").length);
  const [above, below] = [ABOVE, BELOW].map((part) => (part * height) / lines);
  const matrix = text.getScreenCTM();
  const [top, bottom] = [y + above, y + height - below];
  const corners = [[x, top], [x + width, top], [x + width, bottom], [x, bottom]];
  return corners.map((corner) => new DOMPoint(...corner).matrixTransform(matrix));
}

/** Return the box outside which a text is not seen: the chart's, or what its mark is clipped to. */
function roomFor(text, whole) {
  const clipped = text.closest("[clip-path]");
  if (!clipped) return whole;
  const [, id] = /#([^)]+)\)/.exec(clipped.getAttribute("clip-path"));
  const { x, y, width, height } = document.getElementById(id).firstElementChild.getBBox();
  const { left, top } = { left: x, top: y };
  const at = [new DOMPoint(left, top), new DOMPoint(left + width, top + height)];
  const [first, last] = at.map((point) => point.matrixTransform(clipped.getScreenCTM()));
  return { left: first.x, top: first.y, right: last.x, bottom: last.y };
}

/** Return whether a text is seen, and more than the rim of paper around another. */
function isRead(text) {
  return text.textContent.trim() !== "" && !isRim(text) && opacity(text) > 0.05;
}

/** Return whether a text has the colour of paper: it stands on a mark that is filled. */
function isOnMark(text) {
  return Boolean(text.closest("[fill]")?.getAttribute("fill").startsWith("var(--nqpf-paper"));
}

/** Return whether a text is the rim of paper around another, which keeps lines off its letters. */
function isRim(text) {
  return Boolean(text.closest("[stroke]")?.getAttribute("stroke").startsWith("var(--nqpf-paper"));
}

function opacity(element) {
  let part = Number(element.getAttribute("fill-opacity") ?? 1);
  for (let one = element; one instanceof SVGElement; one = one.parentNode) part *= Number(one.getAttribute("opacity") ?? 1);
  return part;
}
