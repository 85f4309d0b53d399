// How numbers are shown: the same rule as nqpf/numbers.py, on which a test holds this file.

const MINUS = "\u2212";
const ONE = /^[+\u2212]?1$/;

/** Return a number as readers see it; `form` is a NumberFormat written as JSON. */
export function text(form, value) {
  const digits = bare(form, value);
  // A number that reads 1 may have its noun in another form.
  return form.before + digits + (form.one && ONE.test(digits) ? form.one : form.after);
}

/** Return the number without what stands before and after it; throw if it is not finite. */
export function bare(form, value) {
  const scaled = Math.abs(value * form.scale);
  if (!Number.isFinite(scaled)) throw new RangeError(`${value} cannot be shown: not finite`);
  let digits = fixed(scaled, form.decimals);
  if (form.whole) digits = digits.replace(/\.0+$/, "");
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

/** Return a number with fixed decimals; toFixed rounds ties up on the exact binary value. */
function fixed(number, decimals) {
  if (number < 1e21) return number.toFixed(decimals);
  // From here on toFixed writes powers of ten; such a number is whole.
  return BigInt(number).toString() + (decimals ? `.${"0".repeat(decimals)}` : "");
}

const THOUSANDS_BY_COMMAS = /^[-+]?\d{1,3}((,\d{3})+\.\d*|(,\d{3}){2,})$/;
const THOUSANDS_BY_DOTS = /^[-+]?\d{1,3}((\.\d{3})+,\d*|(\.\d{3}){2,})$/;
const NUMBER = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/**
 * Read a number as people write it, in the digits of any keyboard; NaN if it is none.
 * One comma or dot alone is a decimal sign, as in 2,25.
 */
export function read(written) {
  let plain = written.normalize("NFKC").replace(/[\s%]/g, "").replace(MINUS, "-");
  if (THOUSANDS_BY_COMMAS.test(plain)) plain = plain.replaceAll(",", "");
  else if (THOUSANDS_BY_DOTS.test(plain)) plain = plain.replaceAll(".", "").replace(",", ".");
  else plain = plain.replace(",", ".");
  return NUMBER.test(plain) ? Number(plain) : NaN;
}
