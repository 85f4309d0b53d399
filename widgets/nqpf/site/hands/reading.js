// Reading values: where a reader points at a mark, or steps along it by keys, a crosshair stands and
// the row of the table is told from which the mark is drawn, in the table's words and numbers.

import { numbersOf, put } from "./ground.js";

const SLACK = 1;
const MOST_DOTS = 12;
// Pixels from a mark at which the one that lies under the pointer is meant instead.
const NEAR = 16;

export class Reading {
  constructor(ground) {
    this.ground = ground;
    const { explorer, place } = ground;
    this.reads = ground.drawing.now.reads;
    if (!this.reads.some(Boolean)) return;
    this.parts = ["explorer-across", "explorer-upward"].map((kind) => ground.add(kind));
    this.dots = [];
    this.hide();
    this.listen(place);
    this.keys(explorer.figure, explorer.plan.hold);
    ground.followers.push(() => this.refresh());
  }

  listen(place) {
    const point = (event) => this.point(event);
    place.addEventListener("pointermove", point);
    place.addEventListener("pointerdown", point);
    place.addEventListener("pointerleave", ({ pointerType }) => pointerType === "mouse" && this.hide());
    document.addEventListener("pointerdown", ({ target }) => place.contains(target) || this.hide());
    document.addEventListener("keydown", ({ key }) => key === "Escape" && this.hide());
  }

  /** Put in a slider without a look of its own, by which keys and screen readers step along. */
  keys(figure, words) {
    this.slider = document.createElement("input");
    Object.assign(this.slider, { type: "range", className: "explorer-read visually-hidden", min: 0, step: 1, value: 0 });
    this.slider.setAttribute("aria-label", words.label);
    this.slider.setAttribute("aria-description", words.help);
    this.ground.place.after(this.slider);
    this.track = 0;
    const here = () => this.step(0);
    this.slider.addEventListener("focus", here);
    this.slider.addEventListener("input", here);
    this.slider.addEventListener("blur", () => this.hide());
    this.slider.addEventListener("keydown", (event) => {
      const turn = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!turn || this.tracks.length < 2) return;
      event.preventDefault();
      this.step(turn);
    });
    this.slider.max = (this.tracks[0]?.length ?? 1) - 1;
  }

  /** Go to another track, or none, and tell the spot of the slider on it. */
  step(turn) {
    const { tracks } = this;
    if (!tracks.length) return;
    // What is drawn may have changed since: a track may be gone, or shorter.
    const before = tracks[this.track % tracks.length];
    const [x] = before[Math.min(this.slider.value, before.length - 1)].at;
    this.track = (this.track + turn + tracks.length) % tracks.length;
    const track = tracks[this.track];
    this.slider.max = track.length - 1;
    if (turn) {
      const gaps = track.map(({ at }) => Math.abs(at[0] - x));
      this.slider.value = gaps.indexOf(Math.min(...gaps));
    }
    this.show(track[this.slider.value]);
    const { colon, semicolon } = this.ground.explorer.plan.hold;
    this.slider.setAttribute("aria-valuetext", this.lines.map((line) => line.join(colon)).join(semicolon));
  }

  /** Return the spots at which there is something to read, each with its mark, place and row. */
  get spots() {
    this.found ??= this.reads.flatMap((read, mark) => (read ? this.spotsOf(mark, read) : []));
    return this.found;
  }

  spotsOf(mark, [table, wide, high, ...bar]) {
    const { drawn } = this.ground.drawing;
    const on = this.ground.from(mark);
    const [left, top] = on([0, 0]);
    const [right, bottom] = on([wide, high]);
    const plot = { left, top, right, bottom };
    const within = ([x, y]) =>
      x >= left - SLACK && x <= right + SLACK && y >= top - SLACK && y <= bottom + SLACK;
    return drawn[mark]
      .flatMap((item, place) => {
        if (Number(item.opacity) === 0) return [];
        const line = Array.isArray(item.q) ? `${mark} ${place}` : null;
        return (line ? pointsOf(item) : [outlineOf(item, bar)]).map((one) => ({ ...one, line }));
      })
      .map(({ ends, row, line }) => ({ mark, table, row, line, plot, ends: ends.map(on) }))
      .map((spot) => ({ ...spot, at: spot.ends[0] }))
      .filter(({ row, ends }) => row !== undefined && ends.some(within));
  }

  /** Return the spots along which keys step: those of a line, or of what else a table draws. */
  get tracks() {
    if (this.ways) return this.ways;
    const known = new Set();
    const groups = new Map();
    const lines = this.spots.filter(({ line }) => line);
    for (const spot of [...lines, ...this.spots.filter(({ line }) => !line)]) {
      const way = spot.line ?? spot.table;
      // A row that one line leads through is told whole: no second one leads there.
      const key = `${spot.table} ${spot.row}`;
      if (known.has(key)) continue;
      known.add(key);
      groups.set(way, [...(groups.get(way) ?? []), spot]);
    }
    const byRow = (a, b) => a.row - b.row;
    this.ways = [...groups.values()].map((way) => way.sort(byRow));
    this.ways.sort((a, b) => b.length - a.length);
    return this.ways;
  }

  point(event) {
    if (this.ground.held) return;
    const pointer = this.ground.at(event);
    const { spots } = this;
    const far = spots.map((spot) => distance(spot, pointer));
    const nearest = spots[far.indexOf(Math.min(...far))];
    if (nearest && spots.some(({ plot }) => isIn(plot, pointer))) this.show(nearest);
    else this.hide();
  }

  show(spot) {
    this.spot = spot;
    const { left, top, right, bottom } = spot.plot;
    const [x, y] = spot.at;
    const [across, upward] = this.parts;
    Object.assign(across.style, { width: `${right - left}px` });
    Object.assign(upward.style, { height: `${bottom - top}px` });
    put(across, [left, y]);
    put(upward, [x, top]);
    const same = this.spots.filter(({ row, table }) => row === spot.row && table === spot.table);
    this.ring(same.slice(0, MOST_DOTS));
    for (const part of this.parts) part.hidden = false;
    this.lines = this.ground.explorer.told(spot.table, spot.row);
    this.ground.tell(this.lines, spot.at);
  }

  ring(spots) {
    while (this.dots.length < spots.length) this.dots.push(this.ground.add("explorer-dot"));
    this.dots.forEach((dot, place) => {
      dot.hidden = place >= spots.length;
      if (!dot.hidden) put(dot, spots[place].at);
    });
  }

  hide() {
    this.spot = null;
    for (const part of [...this.parts, ...this.dots]) part.hidden = true;
    if (!this.ground.held) this.ground.box.hidden = true;
  }

  /** Stay at the row that is read when the chart has changed. */
  refresh() {
    this.found = this.ways = null;
    const { spot } = this;
    if (!spot) return;
    const kept = this.spots.find(({ mark, row }) => mark === spot.mark && row === spot.row);
    if (kept) this.show(kept);
    else this.hide();
  }
}

const isIn = ({ left, top, right, bottom }, [x, y]) => x >= left && x <= right && y >= top && y <= bottom;

/** Return the points of a line, or of the upper edge of an area. */
function pointsOf({ q }) {
  return q
    .filter(([, , there]) => there)
    .map(([x, y, , , { row }]) => ({ ends: [[x, y]], row }));
}

/** Return where a symbol stands, or the corners of a rectangle after the end of its bar. */
function outlineOf(item, [along, end, start]) {
  const [x, y, wide, high] = numbersOf(item);
  const { row } = item.q;
  if (item.transform) return { ends: [[x, y]], row };
  const grows = item.q[end] >= (item.q[start] ?? 0);
  const reach = { x: grows ? 1 : 0, y: grows ? 0 : 1 }[along] ?? 0.5;
  const tip = along === "y" ? [x + wide / 2, y + high * reach] : [x + wide * reach, y + high / 2];
  return { ends: [tip, [x, y], [x + wide, y + high]], row };
}

/** Return how far a pointer is from a spot; what lies under it is no nearer than a line beside it. */
function distance({ ends, line }, [x, y]) {
  if (ends.length === 1) {
    const [across, upward] = [Math.abs(ends[0][0] - x), Math.abs(ends[0][1] - y)];
    // Along a line the nearest point is the one above or below.
    return line ? across * 4 + upward : Math.hypot(across, upward);
  }
  const [, [x1, y1], [x2, y2]] = ends;
  const outside = (low, high, at) => Math.max(low - at, 0, at - high);
  const size = Math.abs((x2 - x1) * (y2 - y1));
  // Of two that lie over one another the smaller is meant.
  return NEAR + Math.hypot(outside(x1, x2, x), outside(y1, y2, y)) + size / 1e6;
}
