// The line of a guess: heights from 0 to 1 at points evenly across the curve, set by strokes of a
// pointer or by knots, and how far it is off; explorers/core/sketch.py has the same rule in Python.

export const POINTS = 41;
export const KNOTS = [0, 10, 20, 30, 40];
const LAST = POINTS - 1;
const BETWEEN = KNOTS[1];
// Heights nearer than this are as good as drawn, and turns nearer than so many points.
const NEAR = 0.04;
const BESIDE = 4;
const MIDDLE = 0.5;

const within = (height) => Math.min(1, Math.max(0, height));

export class Line {
  /** A line through these heights, or one of which nothing is drawn yet. */
  constructor(heights) {
    this.set = Array.from({ length: POINTS }, (_, at) => heights?.[at] ?? null);
  }

  get isEmpty() {
    return this.set.every((height) => height === null);
  }

  /** The height at every point; between and beyond what was drawn the line is straight. */
  get heights() {
    const known = this.set.flatMap((height, at) => (height === null ? [] : [[at, height]]));
    return this.set.map((_, at) => (known.length ? between(known, at) : MIDDLE));
  }

  /** Draw from one place to another, each [across, up] as parts of the plot. */
  stroke(from, to) {
    const ends = [from, to].map(([across, up]) => [Math.round(within(across) * LAST), within(up)]);
    ends.sort(([one], [other]) => one - other);
    for (let at = ends[0][0]; at <= ends[1][0]; at += 1) this.set[at] = between(ends, at);
    // A stroke straight up ends where the pointer is.
    if (ends[0][0] === ends[1][0]) this.set[ends[0][0]] = within(to[1]);
  }

  /** Bring a knot to a height; what is drawn beside it goes along, the less the farther. */
  move(knot, height) {
    const { heights } = this;
    for (const at of KNOTS) this.set[at] ??= heights[at];
    const by = height - this.set[KNOTS[knot]];
    const part = (at) => Math.max(0, 1 - Math.abs(at - KNOTS[knot]) / BETWEEN);
    this.set = this.set.map((one, at) => (one === null ? null : within(one + by * part(at))));
  }
}

/** Return the height of straight lines through points [place, height], level beyond their ends. */
export function between(points, at) {
  const next = points.findIndex(([place]) => place >= at);
  if (next === 0) return points[0][1];
  if (next === -1) return points.at(-1)[1];
  const [[from, low], [to, high]] = [points[next - 1], points[next]];
  return low + ((high - low) * (at - from)) / (to - from);
}

/**
 * Return how a guess differs from the truth, both as heights at all points: the point where it is
 * furthest off, the kind of difference, and the point at which the truth turns, if it does.
 */
export function compared(guess, truth) {
  const gaps = guess.map((height, at) => Math.abs(height - truth[at]));
  const at = gaps.indexOf(Math.max(...gaps));
  const [turn, own] = [truth, guess].map(turnOf);
  const same = turn && own && own.sign === turn.sign && Math.abs(own.at - turn.at) <= BESIDE;
  const side = guess[at] > truth[at] ? "higher" : "lower";
  return { at, kind: gaps[at] < NEAR ? "near" : turn && !same ? "turn" : side, turn: turn?.at };
}

/** Return where a line has a top or a bottom inside, or null. */
function turnOf(heights) {
  for (const sign of [1, -1]) {
    const signed = heights.map((height) => sign * height);
    const at = signed.indexOf(Math.max(...signed));
    if (signed[at] - Math.max(signed[0], signed[LAST]) >= NEAR) return { at, sign };
  }
  return null;
}
