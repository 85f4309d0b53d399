// Numerals in Chinese characters: the same rule as nqpf/exercises/reading.py.

const CHARACTERS = "零一二三四五六七八九";
const SIZES = { 十: 10, 百: 100, 千: 1000, 万: 1e4, 亿: 1e8 };
const OTHER_CHARACTERS = { "〇": "零", "○": "零", 两: "二", 兩: "二", 點: "点", 萬: "万", 億: "亿" };
const PART_OF = /^([-+]?)(.+?)分之([-负負]?)(.+)$/;
const PARTS = { 百: "%", 千: "‰", 万: "bp" };
const NUMERAL = /^([-+]?)([零一二三四五六七八九十百千万亿点〇○两兩點萬億]+)(?![0-9])/;
const ONE_UP = `[${CHARACTERS.slice(1)}]`;
const BELOW_WAN = `(?:${ONE_UP}?千)?(?:零?${ONE_UP}?百)?(?:零?${ONE_UP}?十)?(?:零?${ONE_UP})?`;
const WHOLE = new RegExp(
  `^(?:[${CHARACTERS}]+|(?![万亿])(?:${BELOW_WAN}万?亿)?(?:零?${BELOW_WAN}万)?(?:零?${BELOW_WAN})?)$`,
);
const WITH_POINT = new RegExp(`^(.+)点([${CHARACTERS}]+)(万?亿|万)?$`);
const LAST_IS_SHORT = new RegExp(`([百千万亿])${ONE_UP}$`);
const ENDING = /(?:万?亿|万)$/;

/** Return a text with the numeral at its start in digits, and a part of a hundred as per cent. */
export function partInDigits(text) {
  const part = PART_OF.exec(text);
  if (!part) return inDigits(text);
  const [, minus, below, negative, above] = part;
  const sign = minus === "-" || negative ? "-" : "";
  if (below in PARTS) return `${sign}${inDigits(above)}${PARTS[below]}`;
  return `${sign}${inDigits(above)}/${inDigits(below)}`;
}

function inDigits(text) {
  const found = NUMERAL.exec(text);
  if (!found) return text;
  const numeral = [...found[2]].map((one) => OTHER_CHARACTERS[one] ?? one).join("");
  const point = WITH_POINT.exec(numeral);
  const whole = point ? point[1] : numeral;
  if (!WHOLE.test(whole)) return text;
  const rest = text.slice(found[0].length);
  const value = counted(whole);
  if (point) return `${found[1]}${value}.${figures(point[2])}${point[3] ?? ""}${rest}`;
  const [ending] = ENDING.exec(whole) ?? [""];
  return `${found[1]}${ending ? value / counted(`一${ending}`) : value}${ending}${rest}`;
}

/** Return the value of a whole numeral of characters. */
function counted(numeral) {
  if ([...numeral].every((one) => CHARACTERS.includes(one))) return figures(numeral).replace(/^0+(?=.)/, "");
  let total = 0;
  let part = 0;
  let digit = 0;
  for (const one of numeral) {
    const size = SIZES[one];
    if (!size) {
      digit = CHARACTERS.indexOf(one);
      continue;
    }
    if (size < SIZES.万) part += (digit || 1) * size;
    else {
      total = one === "万" ? total + (part + digit) * size : (total + part + digit) * size;
      part = 0;
    }
    digit = 0;
  }
  // 二百五 is 250: a last digit without 零 counts tenths of what stands before it.
  const short = LAST_IS_SHORT.exec(numeral);
  return total + part + digit * (short ? SIZES[short[1]] / 10 : 1);
}

function figures(numeral) {
  return [...numeral].map((one) => CHARACTERS.indexOf(one)).join("");
}
