// Draws an explorer's marks into the still that the page already shows. What is computed was written
// by the build as functions, from the explorer's one declaration: nothing is parsed or evaluated here.
// Axes, keys and titles never change with a setting; they stay as the build has drawn them.

/**
 * Return a drawing of an explorer in one of its stills: with a model of the reader's, if there is one,
 * which gives {values, tables} for a setting.
 */
export class Drawing {
  constructor({ make }, svg, frame, model) {
    this.book = make(kit, frame);
    this.model = model;
    this.compute = model ? (setting) => this.book(setting, model(setting)) : this.book;
    this.places = [...svg.querySelectorAll("[data-mark]")];
    this.drawn = this.places.map(() => []);
    this.known = new Map();
  }

  /** Compute everything for a setting and bring the chart up to date. */
  show(setting) {
    this.setting = { ...setting };
    this.now = this.compute(setting);
    this.now.marks.forEach((items, mark) => patch(this.places[mark], this.drawn[mark], items));
    this.drawn = this.now.marks;
  }

  /** Return what there is to draw and to say at another setting. */
  at(setting) {
    const key = JSON.stringify(setting);
    // A few are enough: settings that a reader keeps, asked for at each move of a slider.
    if (!this.known.has(key)) {
      if (this.known.size > 3) this.known.clear();
      this.known.set(key, this.compute(setting));
    }
    return this.known.get(key);
  }

  /** Return a value that the explorer's sentences name, as the last setting has it. */
  value(name) {
    return this.now.values[name];
  }

  /** Return the rows of a table, as the last setting has them. */
  rows(name) {
    return this.now.tables[name];
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** Change what differs between what a mark shows and what it is to show; `q` is what it is drawn from. */
export function patch(place, before, items) {
  const elements = place.children;
  items.forEach((item, at) => {
    const old = before[at] ?? {};
    const element = elements[at] ?? place.appendChild(document.createElementNS(SVG, item.tag));
    for (const name in item) {
      if (item[name] === old[name]) continue;
      if (name === "text") write(element, item.text);
      else if (item[name] == null) element.removeAttribute(name);
      else if (name !== "tag" && name !== "q") element.setAttribute(name, item[name]);
    }
  });
  while (elements.length > items.length) elements[items.length].remove();
}

/** Write text, a part of it on each line if it is a list. */
function write(element, text) {
  if (!Array.isArray(text)) {
    if (element.textContent !== text) element.textContent = text;
    return;
  }
  element.replaceChildren(
    ...text.map((line, place) => {
      const part = document.createElementNS(SVG, "tspan");
      part.textContent = line;
      if (place) {
        part.setAttribute("x", 0);
        part.setAttribute("dy", LINE);
      }
      return part;
    }),
  );
}

/** The distance in pixels between two lines of a text. */
const LINE = 14;

/** What the functions of an explorer are made with: scales, steps of tables, and marks. */
export const kit = {
  /** Return records of columns; a column that is one value has it in every row. */
  rows(count, columns) {
    const names = Object.keys(columns);
    return Array.from({ length: count }, (_, row) => {
      const record = { row };
      for (const name of names) record[name] = columns[name][row];
      return record;
    });
  },

  copied: (rows) => rows.map((row) => ({ ...row })),

  linear: (d0, d1, r0, r1, clamp) => (value) => {
    const at = (value - d0) / (d1 - d0);
    return placed(clamp ? Math.min(1, Math.max(0, at)) : at, r0, r1);
  },

  log: (d0, d1, r0, r1, clamp) => {
    const low = Math.log(d0);
    const room = Math.log(d1) - low;
    return (value) => {
      const at = (Math.log(value) - low) / room;
      return placed(clamp ? Math.min(1, Math.max(0, at)) : at, r0, r1);
    };
  },

  power: (exponent, d0, d1, r0, r1, clamp) => {
    const raised = (value) => (value < 0 ? -((-value) ** exponent) : value ** exponent);
    const inner = kit.linear(raised(d0), raised(d1), r0, r1, clamp);
    return (value) => inner(raised(value));
  },

  /** Return a scale of words: each has its place, others have none. */
  table(words, places) {
    const found = new Map(words.map((word, place) => [word, places[place]]));
    return (word) => found.get(word);
  },

  /** Return a scale of words that go round what there is. */
  ordinal(words, range) {
    const found = new Map(words.map((word, place) => [word, place]));
    return (word) => {
      if (!found.has(word)) found.set(word, found.size);
      return range[found.get(word) % range.length];
    };
  },

  valid: (value) => value != null && value === value,
  number: (value) => (value == null || value === "" ? null : +value),
  string: (value) => (Array.isArray(value) ? value : String(value)),

  /** Return a number as axes and charts write it, with the typographer's minus. */
  format(value, sign, grouped, digits, percent) {
    const size = Math.abs(percent ? value * 100 : value);
    let text = digits < 0 ? String(Math.round(size)) : size.toFixed(digits);
    // What is rounded to nothing has no sign, unless one was asked for.
    const negative = value < 0 && (sign !== "" || Number(text) !== 0);
    if (grouped) text = text.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
    return (negative ? "\u2212" : sign) + text + (percent ? "%" : "");
  },

  /** Lay rows on one another; what is negative hangs below. */
  stack(rows, groupby, field, sort, from, to) {
    for (const group of kit.grouped(rows, groupby)) {
      let above = 0;
      let below = 0;
      if (sort) group.sort(sort);
      for (const row of group) {
        const value = +row[field];
        if (value < 0) {
          row[from] = below;
          row[to] = below += value;
        } else {
          row[from] = above;
          row[to] = above += value;
        }
      }
    }
  },

  fold: (rows, fields, key, value) =>
    rows.flatMap((row) => fields.map((field) => ({ ...row, [key]: field, [value]: row[field] }))),

  /** Add a row for every key that a group lacks. */
  imputed(rows, groupby, key, field, value) {
    const keys = [...new Set(rows.map((row) => row[key]))];
    const added = kit.grouped(rows, groupby).flatMap((group) => {
      const own = new Set(group.map((row) => row[key]));
      const names = Object.fromEntries(groupby.map((name) => [name, group[0][name]]));
      return keys.filter((one) => !own.has(one)).map((one) => ({ ...names, [key]: one, [field]: value }));
    });
    return [...rows, ...added];
  },

  grouped(rows, groupby) {
    const groups = new Map();
    for (const row of rows) {
      const key = JSON.stringify(groupby.map((name) => row[name]));
      if (groups.has(key)) groups.get(key).push(row);
      else groups.set(key, [row]);
    }
    return [...groups.values()];
  },

  /** Return which of two values comes first; what is missing does. */
  order(one, other) {
    if ((one < other || one == null) && other != null) return -1;
    if ((one > other || other == null) && one != null) return 1;
    if (other !== other && one === one) return 1;
    return one !== one && other === other ? -1 : 0;
  },

  /** Return what a text says, as a list if it has several lines. */
  words(text) {
    if (Array.isArray(text) && text.length > 1) return text.map(kit.words);
    return `${(Array.isArray(text) ? text[0] : text) ?? ""}`.trim();
  },

  // A thousandth of a pixel is finer than any eye; short numbers are read faster.
  fine: (number) => Math.round((number || 0) * 1000) / 1000,

  at(x, y) {
    return `translate(${this.fine(x)},${this.fine(y)})`;
  },

  /** Return points, which are [x, y, whether it is there], as a path of straight lines. */
  line(points) {
    return runs(points).map(straight).join("");
  },

  /** Return the area between points [x, y, whether it is there, other end of y] as a path. */
  area(points, stepped) {
    return runs(points)
      .map((run) => {
        const back = run.map(([x, , , y]) => [x, y]).reverse();
        const there = stepped ? steps(run, true) : run;
        return `M${[...there, ...(stepped ? steps(back, false) : back)].map(written).join("L")}Z`;
      })
      .join("");
  },

  rectangle(x, y, width, height) {
    const [wide, high] = [this.fine(width), this.fine(height)];
    return `M${this.fine(x)},${this.fine(y)}h${wide}v${high}h${-wide}Z`;
  },

  /** Return the outline of a symbol with an area of so many square pixels, around its middle. */
  symbol(shape, size) {
    const r = Math.sqrt(size) / 2;
    return (SHAPES[shape] ?? SHAPES.circle)(r);
  },
};

const short = kit.fine;
const written = ([x, y]) => `${short(x)},${short(y)}`;
const placed = (at, r0, r1) => (at === at ? r0 * (1 - at) + r1 * at : undefined);

const HIGH = Math.sqrt(3) / 2;
const SHAPES = {
  circle(exact) {
    const r = short(exact);
    return `M${r},0A${r},${r},0,1,1,${-r},0A${r},${r},0,1,1,${r},0`;
  },
  square(r) {
    const [low, side] = [short(-r), short(2 * r)];
    return `M${low},${low}h${side}v${side}h${-side}Z`;
  },
  diamond: (r) => outline([[-r, 0], [0, -r], [r, 0], [0, r]]),
  "triangle-up": (r) => outline([[0, -HIGH * r], [-r, HIGH * r], [r, HIGH * r]]),
  "triangle-down": (r) => outline([[0, HIGH * r], [-r, -HIGH * r], [r, -HIGH * r]]),
  "triangle-left": (r) => outline([[-HIGH * r, 0], [HIGH * r, -r], [HIGH * r, r]]),
  "triangle-right": (r) => outline([[HIGH * r, 0], [-HIGH * r, -r], [-HIGH * r, r]]),
  stroke: (r) => `M${written([-r, 0])}L${written([r, 0])}`,
  cross(r) {
    const s = r / 2.5;
    const arm = [[-r, -s], [-r, s], [-s, s], [-s, r], [s, r], [s, s]];
    return outline([...arm, ...arm.map(([x, y]) => [-x, -y])]);
  },
};

const outline = (points) => `M${points.map(written).join("L")}Z`;

/** Return the stretches of points that are there. */
function runs(points) {
  const found = [];
  let open = null;
  for (const point of points) {
    if (!point[2]) open = null;
    else if (open) open.push(point);
    else found.push((open = [point]));
  }
  return found;
}

/** Return a stretch as a line; a point alone is closed, so that its ends are seen. */
function straight(run) {
  return `M${run.map(written).join("L")}${run.length === 1 ? "Z" : ""}`;
}

/** Return points with the corners of steps between them: along first, or up first. */
function steps(points, along) {
  return points.flatMap(([x, y], place) => {
    if (place === 0) return [[x, y]];
    const [before, high] = points[place - 1];
    return along ? [[x, high], [x, y]] : [[before, y], [x, y]];
  });
}
