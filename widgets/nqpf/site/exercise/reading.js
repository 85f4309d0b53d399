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
const PLUS_WORD = /^(?:plus|正)\s*/;
const POINTS_IN_CHINESE = /\s*个?百分点/g;
const MIXED = /^([-+]?)([0-9]+) ([1-9][0-9]?)\/([1-9][0-9]{0,2})(?![0-9.,])/;
const MIXED_OR_LESS = /^([-+]?[0-9]+)-([1-9][0-9]?)\/([1-9][0-9]{0,2})(?![0-9.,])/;
// What chats, word processors and right-to-left text put between what is seen.
export const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const VULGAR = /(?<=[0-9])(?=[¼-¾⅐-⅞])/g;
const NUMBER = /^[-+]?(?:[0-9][0-9., ']*|[.,][0-9]+)(?:e[-+]?[0-9]+)?/;
const TIMES_TEN = /^\s*[x×·*]\s*10\s*\^?\s*\(?([-+]?[0-9]+)\)?/;
const SIZE_OF = {
  ...{ thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, trillion: 1e12, tn: 1e12 },
  ...{ 千: 1e3, 万: 1e4, 萬: 1e4, 百万: 1e6, 亿: 1e8, 億: 1e8, 万亿: 1e12 },
};
const LARGE =
  /^\s*(?:(thousand|million|billion|trillion|[mbt]n)s?(?![a-z])|(万亿|百万|[千万萬亿億]))/;
const [YUAN, DOLLARS] = [["yuan", "元"], ["dollar", "美元"]];
const [EUROS, POUNDS] = [["euro", "欧元"], ["pound", "英镑"]];
/** Signs and words of money, and how the unit begins that each stands for. */
const MONEY = new Map([
  ...["¥", "rmb", "cny", ...YUAN].map((sign) => [sign, YUAN]),
  ...["us$", "$", "usd", "dollars", ...DOLLARS].map((sign) => [sign, DOLLARS]),
  ...["€", "eur", "euros", ...EUROS].map((sign) => [sign, EUROS]),
  ...["£", "gbp", "pounds", ...POUNDS].map((sign) => [sign, POUNDS]),
]);
const MONEY_FIRST = /^([-+]?)\s*(us\$|[¥$€£]|rmb|cny|usd|eur|gbp)\s*/;
const DIGIT = /\p{Nd}/u;
const BELOW = /^\s*\/\s*([0-9][0-9.,]*)/;
const POWERS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺";
const OTHER_SIGNS = { "٫": ".", "٬": ",", "٪": "%", "\u2044": "/" };

/** Return every way to read what was written, as `{value, unit, writtenUnit}`. */
export function readings(written, units) {
  const [money, text] = withoutMoney(signs(written));
  let [values, rest] = valuesOf(partInDigits(text));
  let unit = withoutPoint(rest);
  const named = namedUnits(units);
  const large = LARGE.exec(rest);
  // A unit may begin with such a word too, as 百万元 does.
  if (large && !named.has(unit)) {
    values = values.map((value) => value * sizeOf(large)).filter(isUsable);
    unit = withoutPoint(rest.slice(large[0].length));
  }
  let known = named.has(unit) || !unit ? unit : unit.replace(YEARLY, "").trim();
  const begins = (name, sign) => MONEY.get(sign).some((word) => name.startsWith(word));
  if (money && known && !begins(known.replace(LARGE, "").trim(), money)) return [];
  // 600万 where 万元 are asked for: what is left away is what the large number counts.
  known ||= money || (large ? (singleOnes(units)[0]?.[0] ?? "").toLowerCase() : "");
  if (MONEY.has(known) && !named.has(known)) {
    known = [...named.keys()].find((name) => begins(name, known)) ?? known;
  }
  if (known) {
    if (!named.has(known)) return [];
    const [name, factor] = named.get(known);
    return values.map((value) => reading(value * factor, name, true));
  }
  return units.bare.flatMap((name) =>
    values.map((value) => reading(value * units.factors[name], name, false)),
  );
}

/** Return the units by the words that one writes, single ones of large numbers among them. */
function namedUnits(units) {
  const all = [...singleOnes(units), ...Object.entries(units.factors).filter(([name]) => name)];
  return new Map(
    all.map(([name, factor]) => [name.toLowerCase().replaceAll("\u2019", "'"), [name, factor]]),
  );
}

/** Return what units count by a large number, with the factor of each: 元 where 万元 are asked for. */
function singleOnes(units) {
  return Object.entries(units.factors).flatMap(([name, factor]) => {
    const large = LARGE.exec(name.toLowerCase());
    const single = large ? name.slice(large[0].length).trim() : "";
    return single ? [[single, factor / sizeOf(large)]] : [];
  });
}

function sizeOf(large) {
  return SIZE_OF[large[1] ?? large[2]];
}

/** Return the sign of money before a number, and the text without it. */
function withoutMoney(text) {
  const found = MONEY_FIRST.exec(text);
  return found ? [found[2], found[1] + text.slice(found[0].length)] : ["", text];
}

/** Return how to write what is a whole and a part of one, or else a difference; "" for others. */
export function mixedOrLess(written) {
  const found = MIXED_OR_LESS.exec(partInDigits(withoutMoney(signs(written))[1]));
  return found && Number(found[2]) < Number(found[3]) ? `${found[1]} ${found[2]}/${found[3]}` : "";
}

function withoutPoint(text) {
  return text.trim().replace(/\.+$/, "");
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
function signs(written) {
  const seen = written.replace(INVISIBLE, "").replace(/\p{Nd}/gu, inAscii);
  const marked = seen.includes("10")
    ? seen.replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]/g, (sign) => "0123456789-+"[POWERS.indexOf(sign)])
    : seen;
  return marked
    .replace(/[٫٬٪\u2044]/g, (sign) => OTHER_SIGNS[sign])
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
    .replace(PLUS_WORD, "+")
    .replace(POINTS_IN_CHINESE, " percentage points")
    .replace(/^([-+])\s+/, "$1")
    .replace(/[., ]+$/, "");
}

/** Return a digit of any script in ASCII: each script has its ten in a row, from nought to nine. */
function inAscii(digit) {
  let before = digit.codePointAt(0) - 1;
  while (DIGIT.test(String.fromCodePoint(before))) before -= 1;
  return String((digit.codePointAt(0) - before - 1) % 10);
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
