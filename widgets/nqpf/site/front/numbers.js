// How numbers are shown: the same rule as nqpf/numbers.py, on which a test holds this file.

const MINUS = "\u2212";

/** Return a number as readers see it; `form` is a NumberFormat written as JSON. */
export function text(form, value) {
  return form.before + bare(form, value) + form.after;
}

/** Return the number without what stands before and after it. */
export function bare(form, value) {
  // toFixed rounds ties away from zero on the exact binary value.
  let digits = Math.abs(value * form.scale).toFixed(form.decimals);
  const zero = !/[1-9]/.test(digits);
  if (form.grouped) {
    const [whole, fraction] = digits.split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
    digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  }
  if (zero) return digits;
  if (value < 0) return MINUS + digits;
  return form.signed ? `+${digits}` : digits;
}

/** Read a number as people write it; NaN if it is none. */
export function read(written) {
  const plain = written.trim().replace(MINUS, "-").replace(/[\s%]/g, "");
  const dotted = plain.includes(".") ? plain.replace(/,/g, "") : plain.replace(",", ".");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(dotted) ? Number(dotted) : NaN;
}
