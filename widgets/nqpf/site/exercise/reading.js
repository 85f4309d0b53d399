// Read numbers as people write them: the same rule as nqpf/exercises/reading.py, on which a test
// holds this file. What can be read in two ways gives every reading, the likeliest first.

import { partInDigits } from "./numerals.js";

// Larger numbers could not be shown in another unit.
const LARGEST = 1e300;
const YEARLY =
  /\s*(?:a|per|\/)\s*(?:year|yr|annum)$|\s*\/\s*a$|\s*p\.?\s?a\.?$|\s*(?:每年|一年|\/\s?年)$/;
const BEFORE =
  /^(?:(?:[a-z_]+\s*)?[=≈~]|about|approximately|approx\.?|ca\.?|每年|大约|约|約)\s*/;
const MINUS_WORD = /^(?:minus|负|負)\s*/;
const POINTS_IN_CHINESE = /\s*个?百分点/g;
const MIXED = /^([-+]?)([0-9]+) ([1-9][0-9]?)\/([1-9][0-9]{0,2})(?![0-9.,])/;
// What chats, word processors and right-to-left text put between what is seen.
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const VULGAR = /(?<=[0-9])(?=[¼-¾⅐-⅞])/g;
const NUMBER = /^[-+]?(?:[0-9][0-9., ']*|[.,][0-9]+)(?:e[-+]?[0-9]+)?/;
const TIMES_TEN = /^\s*[x×·*]\s*10\s*\^?\s*\(?([-+]?[0-9]+)\)?/;
const LARGE_IN_CHINESE = { 千: 1e3, 万: 1e4, 萬: 1e4, 百万: 1e6, 亿: 1e8, 億: 1e8, 万亿: 1e12 };
const LARGE = /^\s*(万亿|百万|[千万萬亿億])/;
const BELOW = /^\s*\/\s*([0-9][0-9.,]*)/;
const POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
const OTHER_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪⁄";

/** Return every way to read what was written, as `{value, unit, writtenUnit}`. */
export function readings(written, units) {
  let [values, rest] = valuesOf(plain(written));
  let unit = rest.trim().replace(/\.+$/, "");
  const named = new Map(
    Object.keys(units.factors)
      .filter(Boolean)
      .map((name) => [name.toLowerCase().replaceAll("\u2019", "'"), name]),
  );
  const large = LARGE.exec(rest);
  // A unit may begin with such a word too, as 百万元 does.
  if (large && !named.has(unit)) {
    values = values.map((value) => value * LARGE_IN_CHINESE[large[1]]).filter(isUsable);
    unit = rest.slice(large[0].length).trim().replace(/\.+$/, "") || countedIn(named);
  }
  const known = named.has(unit) || !unit ? unit : unit.replace(YEARLY, "").trim();
  if (known) {
    if (!named.has(known)) return [];
    const name = named.get(known);
    return values.map((value) => reading(value * units.factors[name], name, true));
  }
  return units.bare.flatMap((name) =>
    values.map((value) => reading(value * units.factors[name], name, false)),
  );
}

/** Return the unit that is left away after a large number: 600万 where 万元 are asked for. */
function countedIn(named) {
  for (const name of named.keys()) {
    const large = LARGE.exec(name);
    if (large && named.has(name.slice(large[0].length))) return name.slice(large[0].length);
  }
  return "";
}

function reading(value, unit, writtenUnit) {
  return { value, unit, writtenUnit };
}

/** Return the values that a text can begin with, and what stands behind the number. */
function valuesOf(text) {
  const mixed = MIXED.exec(text);
  if (mixed && Number(mixed[3]) < Number(mixed[4])) {
    const size = Number(mixed[2]) + Number(mixed[3]) / Number(mixed[4]);
    return [[mixed[1] === "-" ? -size : size], text.slice(mixed[0].length)];
  }
  const match = NUMBER.exec(text);
  if (!match) return [[], text];
  let values = numbers(match[0].trim());
  let rest = text.slice(match[0].length);
  const ten = TIMES_TEN.exec(rest);
  const below = BELOW.exec(rest);
  if (ten && ten[1].length < 5) {
    const power = Math.max(-400, Math.min(300, Number(ten[1])));
    values = values.map((value) => value * 10 ** power);
    rest = rest.slice(ten[0].length);
  } else if (below) {
    const divisors = numbers(below[1]).filter(Boolean);
    if (divisors.length) {
      values = divisors.flatMap((one) => values.map((value) => value / one));
      rest = rest.slice(below[0].length);
    }
  }
  return [values.filter(isUsable), rest];
}

/** Return what was written in lower case with ASCII digits, points and minus signs. */
function plain(written) {
  const seen = written.replace(INVISIBLE, "");
  const marked = seen.includes("10")
    ? seen.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]/g, (sign) => "0123456789-+"[POWERS.indexOf(sign)])
    : seen;
  const text = marked
    .replace(/[٠-٩۰-۹٫٬٪⁄]/g, (sign) => "01234567890123456789.,%/"[OTHER_DIGITS.indexOf(sign)])
    .replace(VULGAR, " ")
    .normalize("NFKC")
    .replaceAll("\u2044", "/")
    .trim()
    .toLowerCase()
    .replace(/[\u2212\u2010-\u2015]/g, "-")
    .replace(/[\u2019\u02bc]/g, "'")
    .replaceAll("\u3002", ".")
    .replace(/\s+/g, " ")
    .replace(BEFORE, "")
    .replace(MINUS_WORD, "-")
    .replace(POINTS_IN_CHINESE, " percentage points")
    .replace(/^([-+])\s+/, "$1")
    .replace(/[., ]+$/, "");
  return partInDigits(text);
}

function isUsable(value) {
  return Math.abs(value) < LARGEST;
}

/** Return the values that digits with points and commas can mean. */
function numbers(digits) {
  const bare = digits.replace(/(?<=[0-9])[ '](?=[0-9]{3})/g, "");
  const [mantissa, exponent = "0"] = bare.split("e");
  const sign = mantissa.startsWith("-") ? -1 : 1;
  const found = mantissas(mantissa.replace(/^[-+]+/, ""));
  return found.map((one) => Number(`${one}e${exponent}`) * sign + 0).filter(isUsable);
}

function mantissas(digits) {
  if (!/^(?:[0-9]*[.,]?[0-9]*|[0-9.,]+)$/.test(digits) || !/[0-9]/.test(digits)) return [];
  const grouped = /^[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]*)?$/.test(digits);
  const marks = digits.match(/[.,]/g) ?? [];
  if (new Set(marks).size === 2) {
    const mark = marks[marks.length - 1];
    if (marks.filter((one) => one === mark).length !== 1) return [];
    const last = digits.lastIndexOf(mark);
    return [`${digits.slice(0, last).replace(/[.,]/g, "")}.${digits.slice(last + 1)}`];
  }
  if (marks.length > 1) return grouped ? [digits.replace(/[.,]/g, "")] : [];
  const decimal = digits.replaceAll(",", ".");
  if (marks[0] === "," && grouped && !digits.startsWith("0")) {
    return [decimal, digits.replaceAll(",", "")];
  }
  return [decimal];
}
