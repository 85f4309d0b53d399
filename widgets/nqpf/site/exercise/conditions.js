// Works out the condition of a goal, which the build has written as a tree: a number, a name, or a
// list of an operation and what it is applied to.

const OPERATIONS = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  less: (a, b) => a < b,
  less_equal: (a, b) => a <= b,
  greater: (a, b) => a > b,
  greater_equal: (a, b) => a >= b,
  equal: (a, b) => a === b,
  not_equal: (a, b) => a !== b,
  both: (a, b) => a && b,
  either: (a, b) => a || b,
  total: (...all) => all.reduce((sum, one) => sum + one),
  product: (...all) => all.reduce((made, one) => made * one),
  power: Math.pow,
  exp: Math.exp,
  log: Math.log,
  sqrt: Math.sqrt,
  absolute: Math.abs,
  floor: Math.floor,
  minimum: Math.min,
  maximum: Math.max,
  negate: (a) => -a,
};

/** Return the value of a tree; `known` has the values of the names in it. */
export function workedOut(tree, known) {
  if (typeof tree === "number") return tree;
  if (typeof tree === "string") return known[tree];
  const [operation, ...parts] = tree;
  if (operation === "lookup") return parts[0][Math.floor(workedOut(parts[1], known) + 0.5)];
  const [first, ...others] = parts;
  if (operation === "where") return workedOut(workedOut(first, known) ? others[0] : others[1], known);
  return OPERATIONS[operation](...parts.map((part) => workedOut(part, known)));
}
