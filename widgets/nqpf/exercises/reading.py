"""Read numbers as people write them: ``2,25``, ``−0.5``, ``3/8``, ``¥5 million``, ``百分之三``.

``site/exercise/reading.js`` is the same rule in the page's language; a test holds the two
together. What can be read in two ways (``1,234``; a bare ``.0225`` where per cent are asked for)
gives every reading, the likeliest first. A large word such as ``million`` or ``万`` counts single
ones: where million yuan are asked for, ``1.5 million`` is 1.5 million yuan and ``¥5`` five yuan.
A number that is no text, as a cell of a notebook gives it, is read like one without a unit.
nbgrader's notebooks carry this file's text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from nqpf.numbers import LARGE as LARGE_IN_ENGLISH
from nqpf.numbers import LARGE_IN_CHINESE

PER_CENT = {"%": 0.01, "per cent": 0.01, "percent": 0.01, "pct": 0.01}
POINTS = {"percentage points": 0.01, "percentage point": 0.01, "points": 0.01, "point": 0.01}
RATES = {
    **PER_CENT,
    **POINTS,
    "pp": 0.01,
    "pts": 0.01,
    "bp": 0.0001,
    "basis points": 0.0001,
    "‰": 0.001,
    "per mille": 0.001,
    "成": 0.1,
}
"""Units of a fraction, and what one of each is."""

YEARLY = re.compile(
    r"\s*(?:a|per|/)\s*(?:year|yr|annum)$|\s*/\s*a$|\s*p\.?\s?a\.?$|\s*(?:每年|一年|/\s?年)$"
)
BEFORE = re.compile(
    r"^(?:(?:[a-z_]+\s*)?[=≈~]|about|approximately|approx\.?|ca\.?|每年|大约|约|約)\s*"
)
MINUS_WORD = re.compile(r"^(?:minus|负|負)\s*")
PLUS_WORD = re.compile(r"^(?:plus|正)\s*")
PART_OF = re.compile(r"^([-+]?)(.+?)分之([-负負]?)(.+)$")
PARTS = {"百": "%", "千": "‰", "万": "bp"}
OTHER_CHARACTERS = str.maketrans("〇○两兩點萬億", "零零二二点万亿")
CHARACTERS = "零一二三四五六七八九"
SIZES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "亿": 10**8}
NUMERAL = re.compile(r"^([-+]?)([零一二三四五六七八九十百千万亿点〇○两兩點萬億]+)(?![0-9])")
ONE_UP = "[一二三四五六七八九]"
BELOW_WAN = f"(?:{ONE_UP}?千)?(?:零?{ONE_UP}?百)?(?:零?{ONE_UP}?十)?(?:零?{ONE_UP})?"
WHOLE = re.compile(
    rf"[{CHARACTERS}]+|(?![万亿])(?:{BELOW_WAN}万?亿)?(?:零?{BELOW_WAN}万)?(?:零?{BELOW_WAN})?"
)
WITH_POINT = re.compile(rf"(.+)点([{CHARACTERS}]+)(万?亿|万)?")
LAST_IS_SHORT = re.compile(rf"([百千万亿]){ONE_UP}$")
ENDING = re.compile("(?:万?亿|万)$")
POINTS_IN_CHINESE = re.compile(r"\s*个?百分点")
MIXED = re.compile(r"([-+]?)([0-9]+) ([1-9][0-9]?)/([1-9][0-9]{0,2})(?![0-9.,])")
MIXED_OR_LESS = re.compile(r"([-+]?[0-9]+)-([1-9][0-9]?)/([1-9][0-9]{0,2})(?![0-9.,])")
# What chats, word processors and right-to-left text put between what is seen.
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
VULGAR = re.compile(r"(?<=[0-9])(?=[¼-¾⅐-⅞])")
NUMBER = re.compile(r"[-+]?(?:[0-9][0-9., ']*|[.,][0-9]+)(?:e[-+]?[0-9]+)?")
TIMES_TEN = re.compile(r"\s*[x×·*]\s*10\s*\^?\s*\(?([-+]?[0-9]+)\)?")
SIZE_OF = {
    **LARGE_IN_ENGLISH,
    **{"mn": 1e6, "bn": 1e9, "tn": 1e12},
    **LARGE_IN_CHINESE,
    **{"萬": 1e4, "億": 1e8},
}
LARGE = re.compile(
    rf"\s*(?:({'|'.join(LARGE_IN_ENGLISH)}|[mbt]n)s?(?![a-z])"
    rf"|({'|'.join(LARGE_IN_CHINESE)}|[萬億]))"
)
YUAN, DOLLARS = ("yuan", "元"), ("dollar", "美元")
EUROS, POUNDS = ("euro", "欧元"), ("pound", "英镑")
MONEY = {
    **dict.fromkeys(["¥", "rmb", "cny", *YUAN], YUAN),
    **dict.fromkeys(["us$", "$", "usd", "dollars", *DOLLARS], DOLLARS),
    **dict.fromkeys(["€", "eur", "euros", *EUROS], EUROS),
    **dict.fromkeys(["£", "gbp", "pounds", *POUNDS], POUNDS),
}
"""Signs and words of money, and how the unit begins that each stands for."""
MONEY_FIRST = re.compile(r"([-+]?)\s*(us\$|[¥$€£]|rmb|cny|usd|eur|gbp)\s*")
BELOW = re.compile(r"\s*/\s*([0-9][0-9.,]*)")
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
OTHER_SIGNS = str.maketrans("٫٬٪⁄", ".,%/")


LARGEST = 1e300
"""Larger numbers could not be shown in another unit."""
ROUNDING = 1e-9
"""What two computations of one number may differ by, relatively."""


@dataclass(frozen=True)
class Reading:
    """One way to read what was written: a value in the model's unit, and the unit meant."""

    value: float
    unit: str
    written_unit: bool


@dataclass(frozen=True)
class Units:
    """The units that an answer may be given in, and what a bare number means, likeliest first."""

    factors: Mapping[str, float]
    bare: tuple[str, ...]
    required: bool = False


FRACTIONS = Units({**RATES, "": 1.0}, ("%", ""))
"""A fraction asked for in per cent: a bare number is per cent, or else the fraction itself."""


def rates(unit: str) -> Units:
    """Return the units of a fraction that is asked for in one such as ``% of income``."""
    return Units({**FRACTIONS.factors, unit: 0.01}, FRACTIONS.bare)


def readings(written: str, units: Units) -> list[Reading]:
    """Return every way to read what was written; none if it is no number with a known unit.

    >>> [r.value for r in readings("2,25 %", FRACTIONS)]
    [0.0225]
    >>> [r.value for r in readings("−0.5", Units({"": 1.0}, ("",)))]
    [-0.5]
    >>> [r.value for r in readings("1.2万", Units({"": 1.0}, ("",)))]
    [12000.0]
    >>> [r.value for r in readings("¥1.5 million", Units({"million yuan": 1.0}, ()))]
    [1.5]
    """
    money, text = _money(signs(written))
    values, rest = _values(part_in_digits(text))
    named, unit = _named(units), rest.strip().rstrip(".")
    large = LARGE.match(rest)
    # A unit may begin with such a word too, as 百万元 does.
    if large and unit not in named:
        values = [value * _size(large) for value in values if _is_usable(value * _size(large))]
        unit = rest[large.end() :].strip().rstrip(".")
    known = unit if unit in named or not unit else YEARLY.sub("", unit).strip()
    if money and known and not LARGE.sub("", known).strip().startswith(MONEY[money]):
        return []
    # 600万 where 万元 are asked for: what is left away is what the large number counts.
    known = known or money or (next(iter(single_ones(units)), "").lower() if large else "")
    if known in MONEY and known not in named:
        known = next((name for name in named if name.startswith(MONEY[known])), known)
    if known:
        if known not in named:
            return []
        name, factor = named[known]
        return [Reading(value * factor, name, True) for value in values]
    return [
        Reading(value * units.factors[unit], unit, False) for unit in units.bare for value in values
    ]


def _named(units: Units) -> dict[str, tuple[str, float]]:
    """Return the units by the words that one writes, single ones of large numbers among them."""
    factors = single_ones(units) | {name: factor for name, factor in units.factors.items() if name}
    return {name.lower().replace("\u2019", "'"): (name, factor) for name, factor in factors.items()}


def single_ones(units: Units) -> dict[str, float]:
    """Return what units count by a large number: each is written without that number too.

    >>> single_ones(Units({"": 1.0, "million yuan": 1.0, "亿元": 100.0}, ("",)))
    {'yuan': 1e-06, '元': 1e-06}
    """
    found = {}
    for name, factor in units.factors.items():
        large = LARGE.match(name.lower())
        if large and (single := name[large.end() :].strip()):
            found[single] = factor / _size(large)
    return found


def _size(large: re.Match[str]) -> float:
    return SIZE_OF[large[1] or large[2]]


def _money(text: str) -> tuple[str, str]:
    """Return the sign of money before a number, and the text without it."""
    found = MONEY_FIRST.match(text)
    return (found[2], found[1] + text[found.end() :]) if found else ("", text)


def mixed_or_less(written: str) -> str:
    """Return how to write what is a whole and a part of one, or else a difference; "" for others.

    >>> mixed_or_less("1-1/2"), mixed_or_less("1-3/2")
    ('1 1/2', '')
    """
    found = MIXED_OR_LESS.match(_money(plain(written))[1])
    is_mixed = found is not None and int(found[2]) < int(found[3])
    return f"{found[1]} {found[2]}/{found[3]}" if found and is_mixed else ""


def number_readings(value: float, units: Units) -> list[Reading]:
    """Return the ways to read a number that no unit was written to.

    >>> [r.value for r in number_readings(2.25, FRACTIONS)]
    [0.0225, 2.25]
    """
    found = [Reading(value * units.factors[unit], unit, False) for unit in units.bare]
    return [reading for reading in found if _is_usable(reading.value)]


def _is_usable(value: float) -> bool:
    return abs(value) < LARGEST


def within(value: float, target: float, width: float) -> bool:
    """Return whether a value is as near to the target as is accepted."""
    return abs(value - target) <= width * (1 + ROUNDING) + ROUNDING * abs(target)


def _values(text: str) -> tuple[list[float], str]:
    """Return the values that a text can begin with, and what stands behind the number."""
    mixed = MIXED.match(text)
    if mixed and int(mixed[3]) < int(mixed[4]):
        size = int(mixed[2]) + int(mixed[3]) / int(mixed[4])
        return [-size if mixed[1] == "-" else size], text[mixed.end() :]
    match = NUMBER.match(text)
    if match is None:
        return [], text
    values, rest = numbers(match[0].strip()), text[match.end() :]
    ten, below = TIMES_TEN.match(rest), BELOW.match(rest)
    if ten and len(ten[1]) < 5:
        values = [value * 10.0 ** max(-400, min(300, int(ten[1]))) for value in values]
        rest = rest[ten.end() :]
    elif below:
        divisors = [one for one in numbers(below[1]) if one]
        if divisors:
            values = [value / one for one in divisors for value in values]
            rest = rest[below.end() :]
    return [value for value in values if _is_usable(value)], rest


def plain(written: str) -> str:
    """Return what was written in lower case with ASCII digits, points and minus signs."""
    return part_in_digits(signs(written))


def signs(written: str) -> str:
    """Return what was written in plain signs, with a numeral of characters as it stands."""
    seen = INVISIBLE.sub("", written)
    seen = re.sub(r"\d", lambda digit: str(unicodedata.decimal(digit[0])), seen)
    marked = seen.translate(POWERS) if "10" in seen else seen
    marked = VULGAR.sub(" ", marked.translate(OTHER_SIGNS))
    text = unicodedata.normalize("NFKC", marked).replace("\u2044", "/").strip().lower()
    text = re.sub("[\u2212\u2010-\u2015]", "-", text)
    text = re.sub("[\u2019\u02bc]", "'", text).replace("\u3002", ".")
    text = BEFORE.sub("", re.sub(r"\s+", " ", text))
    text = PLUS_WORD.sub("+", MINUS_WORD.sub("-", text))
    text = POINTS_IN_CHINESE.sub(" percentage points", text)
    return re.sub(r"[., ]+$", "", re.sub(r"^([-+])\s+", r"\1", text))


def part_in_digits(text: str) -> str:
    """Return a text with the numeral at its start in digits, and a part of a hundred as per cent.

    >>> part_in_digits("百分之二点五"), part_in_digits("三分之二"), part_in_digits("-六百万元")
    ('2.5%', '2/3', '-600万元')
    """
    part = PART_OF.match(text)
    if part is None:
        return in_digits(text)
    sign, below, minus, above = part.groups()
    sign, above = "-" if sign == "-" or minus else "", in_digits(above)
    if below in PARTS:
        return f"{sign}{above}{PARTS[below]}"
    return f"{sign}{above}/{in_digits(below)}"


def in_digits(text: str) -> str:
    """Return a text that begins with a numeral of characters with digits in its place.

    >>> in_digits("二十六"), in_digits("一亿二千万元"), in_digits("一点二万亿")
    ('26', '12000万元', '1.2万亿')
    >>> in_digits("二零二三年"), in_digits("二百五"), in_digits("一二十")
    ('2023年', '250', '一二十')
    """
    found = NUMERAL.match(text)
    if found is None:
        return text
    sign, numeral = found[1], found[2].translate(OTHER_CHARACTERS)
    point = WITH_POINT.fullmatch(numeral)
    whole, decimals, ending = point.groups() if point else (numeral, "", None)
    if not WHOLE.fullmatch(whole):
        return text
    value = counted(whole)
    if not point and (end := ENDING.search(whole)):
        ending = end[0]
        value //= counted(f"一{ending}")
    shown = f"{value}.{''.join(str(CHARACTERS.index(one)) for one in decimals)}" if point else value
    return f"{sign}{shown}{ending or ''}{text[found.end() :]}"


def counted(numeral: str) -> int:
    """Return the value of a whole numeral of characters.

    >>> counted("一百零五"), counted("三万亿"), counted("十")
    (105, 3000000000000, 10)
    """
    if all(one in CHARACTERS for one in numeral):
        return int("".join(str(CHARACTERS.index(one)) for one in numeral))
    total = part = digit = 0
    for one in numeral:
        if one in CHARACTERS:
            digit = CHARACTERS.index(one)
            continue
        if SIZES[one] < SIZES["万"]:
            part += (digit or 1) * SIZES[one]
        elif one == "万":
            total, part = total + (part + digit) * SIZES[one], 0
        else:
            total, part = (total + part + digit) * SIZES[one], 0
        digit = 0
    # 二百五 is 250: a last digit without 零 counts tenths of what stands before it.
    short = LAST_IS_SHORT.search(numeral)
    return total + part + digit * (SIZES[short[1]] // 10 if short else 1)


def numbers(digits: str) -> list[float]:
    """Return the values that digits with points and commas can mean, the likeliest first.

    >>> numbers("1,234.5"), numbers("2,25"), numbers("1,234")
    ([1234.5], [2.25], [1.234, 1234.0])
    """
    bare = re.sub(r"(?<=[0-9])[ '](?=[0-9]{3})", "", digits)
    mantissa, _e, exponent = bare.partition("e")
    sign = -1.0 if mantissa.startswith("-") else 1.0
    found = [float(f"{m}e{exponent or 0}") * sign for m in _mantissas(mantissa.lstrip("+-"))]
    return [value + 0.0 for value in found if _is_usable(value)]


def _mantissas(digits: str) -> list[str]:
    grouped = re.fullmatch(r"[0-9]{1,3}(?:([.,])[0-9]{3})(?:\1[0-9]{3})*(?:[.,][0-9]*)?", digits)
    marks = re.findall(r"[.,]", digits)
    if not re.fullmatch(r"[0-9]*[.,]?[0-9]*|[0-9.,]+", digits) or not re.search("[0-9]", digits):
        return []
    if len(set(marks)) == 2:  # the last mark is the decimal one, the others group
        last = digits.rfind(marks[-1])
        whole = re.sub(r"[.,]", "", digits[:last])
        return [f"{whole}.{digits[last + 1 :]}"] if marks.count(marks[-1]) == 1 else []
    if len(marks) > 1:
        return [re.sub(r"[.,]", "", digits)] if grouped else []
    decimal = digits.replace(",", ".")
    if marks == [","] and grouped and not digits.startswith("0"):
        return [decimal, digits.replace(",", "")]
    return [decimal]
