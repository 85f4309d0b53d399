"""Read numbers as people write them: ``2,25``, ``2.25 %``, ``.0225``, ``1e-2``, ``−0.5``, ``3/8``.

``site/front/exercise_reading.js`` is the same rule in the page's language; a test holds the two
together. What can be read in two ways (``1,234``; a bare ``.0225`` where per cent are asked for)
gives every reading, the likeliest first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

PER_CENT = {"%": 0.01, "per cent": 0.01, "percent": 0.01, "pct": 0.01}
POINTS = {"percentage points": 0.01, "percentage point": 0.01, "points": 0.01, "point": 0.01}
RATES = {**PER_CENT, **POINTS, "pp": 0.01, "pts": 0.01, "bp": 0.0001, "basis points": 0.0001}
"""Units of a fraction, and what one of each is."""

YEARLY = re.compile(r"\s*(?:a|per|/)\s*(?:year|yr|annum)$|\s*p\.?\s?a\.?$")
BEFORE = re.compile(r"^(?:[a-z_]+\s*)?[=≈~]\s*")
NUMBER = re.compile(r"[-+]?(?:[0-9][0-9., ']*|[.,][0-9]+)(?:e[-+]?[0-9]+)?")
TIMES_TEN = re.compile(r"\s*[x×·*]\s*10\s*\^?\s*\(?([-+]?[0-9]+)\)?")
POWERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")


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


def readings(written: str, units: Units) -> list[Reading]:
    """Return every way to read what was written; none if it is no number with a known unit.

    >>> [r.value for r in readings("2,25 %", FRACTIONS)]
    [0.0225]
    >>> [r.value for r in readings("−0.5", Units({"": 1.0}, ("",)))]
    [-0.5]
    """
    text = plain(written)
    match = NUMBER.match(text)
    if match is None:
        return []
    rest = text[match.end() :]
    values = numbers(match[0].strip())
    ten = TIMES_TEN.match(rest)
    below = re.match(r"\s*/\s*([0-9]+(?:\.[0-9]+)?)", rest)
    if ten:
        values = [value * 10.0 ** int(ten[1]) for value in values]
        rest = rest[ten.end() :]
    elif below and float(below[1]) != 0:
        values = [value / float(below[1]) for value in values]
        rest = rest[below.end() :]
    unit = rest.strip().rstrip(".")
    named = {name.lower(): name for name in units.factors if name}
    known = unit if unit in named or not unit else YEARLY.sub("", unit).strip()
    if known:
        if known not in named:
            return []
        factor = units.factors[named[known]]
        return [Reading(value * factor, named[known], True) for value in values]
    return [
        Reading(value * units.factors[unit], unit, False) for unit in units.bare for value in values
    ]


def plain(written: str) -> str:
    """Return what was written in lower case with ASCII digits, points and minus signs."""
    marked = written.translate(POWERS) if "10" in written else written
    text = unicodedata.normalize("NFKC", marked).strip().lower()
    text = re.sub("[\u2212\u2010-\u2015]", "-", text)
    text = re.sub("[\u2019\u02bc]", "'", text).replace("\u3002", ".")
    text = BEFORE.sub("", re.sub(r"\s+", " ", text))
    return re.sub(r"^([-+])\s+", r"\1", text)


def numbers(digits: str) -> list[float]:
    """Return the values that digits with points and commas can mean, the likeliest first.

    >>> numbers("1,234.5"), numbers("2,25"), numbers("1,234")
    ([1234.5], [2.25], [1.234, 1234.0])
    """
    bare = re.sub(r"(?<=[0-9])[ '](?=[0-9]{3})", "", digits)
    mantissa, _e, exponent = bare.partition("e")
    sign = -1.0 if mantissa.startswith("-") else 1.0
    found = [float(f"{m}e{exponent or 0}") * sign for m in _mantissas(mantissa.lstrip("+-"))]
    return [value + 0.0 for value in found]


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
