// Dragging: where a mark stands at the value of a control, a handle on it moves the control. The
// slider under the chart stays, and with it what keys and screen readers do.

import { numbersOf, put } from "./ground.js";
import { scaled } from "./scale.js";

// How far from the end of an upright or level line its handle is, in pixels of the chart.
const FROM_END = 16;

/** Put handles on the marks that an explorer lets its reader drag. */
export function startDragging(ground) {
  const marks = new Map();
  ground.drawing.now.drags.forEach((drag, place) => {
    const key = `${drag[1]} ${drag[2].map(([mark]) => mark)}`;
    marks.set(key, [...(marks.get(key) ?? []), place]);
  });
  for (const places of marks.values()) new Handle(ground, places);
}

class Handle {
  constructor(ground, places) {
    Object.assign(this, { ground, places });
    this.root = ground.add("explorer-handle");
    const axes = this.drags.map(({ axis }) => axis);
    this.root.dataset.axes = axes.sort().join("");
    this.root.dataset.controls = this.drags.map(({ control }) => control.name).join(" ");
    this.root.title = this.drags.map(({ control }) => control.label).join(", ");
    this.root.addEventListener("pointerdown", (event) => this.take(event));
    this.root.addEventListener("pointermove", (event) => this.move(event));
    for (const end of ["pointerup", "pointercancel"]) this.root.addEventListener(end, () => this.leave());
    ground.followers.push(() => this.follow());
    this.follow();
  }

  /** What is dragged, as the chart at its present width has it. */
  get drags() {
    const { explorer, drawing } = this.ground;
    return this.places.map((place) => {
      const [name, row, marks] = drawing.now.drags[place];
      // Of the marks that a table draws in several panels, the one that has the row.
      const found = marks.find(([mark, , , , ...plot]) => placeOf(drawing.drawn[mark], row, plot)) ?? marks[0];
      const [mark, axis, kind, ends, ...plot] = found;
      return { control: explorer.controls.get(name), mark, row, axis, plot, ...scaled(kind, ends) };
    });
  }

  follow() {
    const { drags } = this;
    const [{ mark, row, plot }] = drags;
    const at = placeOf(this.ground.drawing.drawn[mark], row, plot);
    this.root.hidden = !at;
    if (!at) return;
    for (const { axis, control, there } of drags) {
      at[axis === "x" ? 0 : 1] = there(this.ground.explorer.setting[control.name]);
    }
    // What lies beyond the frame is held at the frame.
    this.at = this.ground.from(mark)(at.map((place, way) => Math.min(Math.max(place, 0), plot[way])));
    put(this.root, this.at);
  }

  take(event) {
    if (event.button) return;
    event.preventDefault();
    event.stopPropagation();
    this.root.setPointerCapture(event.pointerId);
    const [x, y] = this.ground.at(event);
    this.gap = [x - this.at[0], y - this.at[1]];
    this.root.classList.add("is-held");
    this.ground.held = true;
    this.tell();
  }

  move(event) {
    event.stopPropagation();
    if (!this.gap) return;
    const pointer = this.ground.at(event).map((place, way) => place - this.gap[way]);
    const changes = {};
    for (const { axis, control, mark, value, plot } of this.drags) {
      const way = axis === "x" ? 0 : 1;
      const [from, to] = [[0, 0], plot].map((corner) => this.ground.from(mark)(corner)[way]);
      changes[control.name] = value(((pointer[way] - from) / (to - from)) * plot[way]);
    }
    this.ground.explorer.set(changes);
    this.tell();
  }

  leave() {
    this.gap = null;
    this.ground.held = false;
    this.root.classList.remove("is-held");
    this.ground.box.hidden = true;
  }

  /** Tell the values that the handle has, beside it. */
  tell() {
    const { explorer } = this.ground;
    this.ground.tell(this.drags.map(({ control }) => [control.label, explorer.shown(control)]), this.at);
  }
}

/** Return where a mark's row is drawn, in the mark's own pixels, or nothing if it is not. */
function placeOf(items, row, [wide, high]) {
  for (const item of items) {
    if (Array.isArray(item.q)) {
      const point = item.q.find(([, , there, , { row: own }]) => there && own === row);
      if (point) return [point[0], point[1]];
    } else if (item.q.row === row) {
      const [x, y, x2 = 0, y2 = 0] = numbersOf(item);
      if (item.tag !== "line") return item.transform ? [x, y] : [x + x2 / 2, y + y2 / 2];
      // Rules stand at the end of an axis and reach over the plot.
      return [item.x2 ? wide - FROM_END : x, item.y2 ? high - FROM_END : y];
    }
  }
  return null;
}
