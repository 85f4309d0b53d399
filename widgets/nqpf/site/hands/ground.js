// A ground over the chart, in pixels of the page, on which lies what points at its marks. The chart
// itself stays as it is drawn.

import { made } from "../frame/elements.js";

/** The ground over an explorer's chart, which knows where its marks lie. */
export class Ground {
  constructor(explorer) {
    this.explorer = explorer;
    this.place = explorer.figure.querySelector(".explorer-chart");
    this.root = element("explorer-ground");
    this.root.setAttribute("aria-hidden", "true");
    this.box = this.add("explorer-told");
    this.box.hidden = true;
    this.followers = [];
    // Not of the chart: as large as before, it may have been covered, and its ground elsewhere.
    new ResizeObserver(() => this.follow()).observe(this.root);
    this.follow();
  }

  /** Stay over the chart, which may have been drawn anew or at another width. */
  follow() {
    if (this.root.parentNode !== this.place) this.place.append(this.root);
    for (const follower of this.followers) follower();
  }

  add(kind) {
    return this.root.appendChild(element(kind));
  }

  get drawing() {
    return this.explorer.chart.drawing;
  }

  /** Return a function from places in a mark's own pixels to places on the ground. */
  from(mark) {
    const { a, d, e, f } = this.drawing.places[mark].getScreenCTM();
    const { left, top } = this.root.getBoundingClientRect();
    return ([x, y]) => [a * x + e - left, d * y + f - top];
  }

  /** Return where a pointer is on the ground. */
  at({ clientX, clientY }) {
    const { left, top } = this.root.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  /** Say something in the box, as lines of words and a text, on the far side of a place. */
  tell(lines, [x, y]) {
    const { width, height } = this.root.getBoundingClientRect();
    this.box.replaceChildren(
      ...lines.map(([words, text]) => {
        const line = made("div", `${words}${this.explorer.plan.hold.colon}`);
        line.append(made("b", text));
        return line;
      }),
    );
    this.box.hidden = false;
    const own = this.box.getBoundingClientRect();
    const beside = x > width / 2 ? x - own.width - GAP : x + GAP;
    const over = y > height / 2 ? y - own.height - GAP : y + GAP;
    put(this.box, [inside(beside, width - own.width), inside(over, height - own.height)]);
  }
}

const GAP = 14;
const inside = (at, room) => Math.max(0, Math.min(at, room));

/** Move an element of the ground to a place on it. */
export function put(part, [x, y]) {
  part.style.transform = `translate(${x}px, ${y}px)`;
}

function element(kind) {
  const part = made("div");
  part.className = kind;
  return part;
}

/** Return the outline of a rectangle, or the place of a symbol, as numbers. */
export function numbersOf({ d, transform }) {
  return (transform ?? d).match(/-?\d+(\.\d+)?(e-?\d+)?/g).map(Number);
}
