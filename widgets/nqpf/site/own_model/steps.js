// Works through the steps of a model that Python has traced, as nqpf/explorers/afresh/steps.py lists
// them: the page needs neither Python nor an eval to follow a slider.

const OPERATIONS = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: Math.pow,
  negate: (a) => -a,
  absolute: Math.abs,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  floor: Math.floor,
  minimum: Math.min,
  maximum: Math.max,
  total: (...all) => all.reduce((sum, one) => sum + one),
  product: (...all) => all.reduce((product, one) => product * one),
  where: (condition, then, otherwise) => (condition ? then : otherwise),
  less: (a, b) => a < b,
  less_equal: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greater_equal: (a, b) => a >= b,
  equal: (a, b) => a === b,
  not_equal: (a, b) => a !== b,
  both: (a, b) => a && b,
  either: (a, b) => a || b,
};

/** Return the function of a setting that gives values by name, and the rows of tables by name. */
export function computing({ steps, lists, values, tables }) {
  const found = new Array(steps.length);
  let setting;
  let row;
  const made = steps.map((step, place) => {
    const [kind, ...rest] = step;
    if (kind === "number") return constant(rest[0]);
    if (kind === "symbol") return () => setting[rest[0].slice(2)]; // a control c is the signal p_c
    if (kind === "datum") return () => row[rest[0]];
    if (kind === "lookup") return () => lists[rest[0]][Math.floor(found[rest[1]] + 0.5)];
    const operation = OPERATIONS[kind];
    if (!operation) throw new Error(`step ${place} of the model is a ${kind}`);
    const [a, b] = rest;
    if (rest.length === 1) return () => operation(found[a]);
    if (rest.length === 2) return () => operation(found[a], found[b]);
    return () => operation(...rest.map((one) => found[one]));
  });
  const isOfRow = [];
  steps.forEach(([kind, ...rest], place) => {
    const needed = kind === "lookup" ? rest.slice(1) : rest;
    const none = kind === "number" || kind === "symbol";
    isOfRow[place] = kind === "datum" || (!none && needed.some((one) => isOfRow[one]));
  });
  const shared = [...steps.keys()].filter((place) => !isOfRow[place]);
  const ofRows = Object.fromEntries(
    Object.entries(tables).map(([name, { each }]) => [name, needs(steps, isOfRow, Object.values(each))]),
  );
  const work = (places) => {
    for (const place of places) found[place] = made[place]();
  };

  const rowsOf = (name) => {
    const { rows, keep, lists, each } = tables[name];
    const wanted = Object.entries(keep).map(([field, place]) => [field, Math.round(found[place])]);
    const columns = Object.entries(lists).map(([field, places]) => [field, places.map((place) => found[place])]);
    const computed = Object.entries(each);
    const made = [];
    for (const one of rows) {
      if (wanted.some(([field, value]) => one[field] !== value)) continue;
      row = { ...one };
      for (const [field, column] of columns) row[field] = column[row.row];
      work(ofRows[name]);
      for (const [field, place] of computed) row[field] = found[place];
      made.push(row);
    }
    return made;
  };

  return (at) => {
    setting = at;
    work(shared);
    return {
      values: Object.fromEntries(Object.entries(values).map(([name, place]) => [name, found[place]])),
      tables: Object.fromEntries(Object.keys(tables).map((name) => [name, rowsOf(name)])),
    };
  };
}

const constant = (value) => () => value;

/** Return the steps of a row that some steps need, themselves included, in their order. */
function needs(steps, isOfRow, wanted) {
  const needed = new Set();
  const waiting = [...wanted];
  while (waiting.length) {
    const place = waiting.pop();
    if (needed.has(place) || !isOfRow[place]) continue;
    needed.add(place);
    const [kind, ...rest] = steps[place];
    if (kind !== "datum") waiting.push(...(kind === "lookup" ? rest.slice(1) : rest));
  }
  return [...needed].sort((one, other) => one - other);
}
