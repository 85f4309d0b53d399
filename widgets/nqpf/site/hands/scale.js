// The scales of a chart's axes, for what points at its marks.

/** Return a scale both ways: where a value stands, and which value stands at a place. */
export function scaled(kind, ends) {
  const power = kind === "power" ? ends[0] : 1;
  const [low, high, from, to] = kind === "power" ? ends.slice(1) : ends;
  const sized = (value, exponent) => Math.sign(value) * Math.abs(value) ** exponent;
  const [bent, straight] =
    kind === "log" ? [Math.log, Math.exp] : [(value) => sized(value, power), (value) => sized(value, 1 / power)];
  const [first, last] = [bent(low), bent(high)];
  return {
    there: (value) => from + ((bent(value) - first) / (last - first)) * (to - from),
    value: (place) => straight(first + ((place - from) / (to - from)) * (last - first)),
  };
}
