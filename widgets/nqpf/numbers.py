"""How numbers are shown, by one rule in Python and in the page.

Ties are rounded away from zero on the exact binary value, as JavaScript's ``toFixed`` does, so
that .25 at one decimal is 0.3 wherever a reader meets it. ``site/explorer/numbers.js`` is the same
rule in the page's language; a test holds the two together.
"""

from __future__ import annotations

import math
import re
from dataclasses import asdict, dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Any

from nqpf.words import LANGUAGE, _, sense

MINUS = "\N{MINUS SIGN}"
# The largest float has 309 digits before the point: with room for all, no number is refused.
EXACTLY = Context(prec=400, rounding=ROUND_HALF_UP)
UNIT = "unit"
"""The sense of a unit after a number."""
LARGE = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
LARGE_IN_CHINESE = {"万亿": 1e12, "百万": 1e6, "千": 1e3, "万": 1e4, "亿": 1e8}
COUNTED_IN = re.compile("|".join([*(f"{word} " for word in LARGE), *LARGE_IN_CHINESE]))


@dataclass(frozen=True)
class NumberFormat:
    """Decimals, what a number is multiplied by to be read, and what stands before and after."""

    decimals: int = 0
    scale: float = 1.0
    before: str = ""
    after: str = ""
    signed: bool = False
    grouped: bool = True
    one: str = ""
    """What stands after where the number reads 1; ``after`` at every number if nothing is given."""
    whole: bool = False
    """Whether a whole number has no decimals, whatever others have."""

    def text(self, value: float) -> str:
        """Return the number as readers see it.

        >>> NumberFormat(1, 100, after="%").text(.0225)
        '2.3%'
        """
        digits = self.bare(value)
        after = self.one if self.one and digits.strip(f"+{MINUS}") == "1" else self.after
        return f"{self.before}{digits}{after}"

    def bare(self, value: float) -> str:
        """Return the number without what stands before and after it.

        Raises ``ValueError`` if it is not finite: no reader can use it.
        """
        scaled = float(value) * self.scale
        if not math.isfinite(scaled):
            raise ValueError(f"{value} cannot be shown: it is not finite.")
        rounded = Decimal(scaled).quantize(Decimal(1).scaleb(-self.decimals), context=EXACTLY)
        # abs() would round to 28 digits again.
        size = rounded.copy_abs()
        digits = f"{size:,.{self.decimals}f}" if self.grouped else f"{size:f}"
        if self.whole:
            digits = re.sub(r"\.0+$", "", digits)
        sign = MINUS if rounded < 0 else "+" if self.signed and rounded > 0 else ""
        return sign + digits

    def as_json(self) -> dict[str, Any]:
        """Return the format for the page's script."""
        rare = {"one", "whole"}
        return {name: part for name, part in asdict(self).items() if name not in rare or part}


def percent(decimals: int = 1, *, signed: bool = False) -> NumberFormat:
    """Return the format of a fraction read as a percentage.

    >>> percent(0).text(.375)
    '38%'
    """
    return NumberFormat(decimals, 100.0, after="%", signed=signed)


def points(decimals: int = 2, *, signed: bool = False) -> NumberFormat:
    """Return the format of a fraction read in percentage points, without the word.

    >>> points().text(.0225)
    '2.25'
    """
    return NumberFormat(decimals, 100.0, signed=signed)


def plain(decimals: int = 2, *, after: str = "", signed: bool = False) -> NumberFormat:
    """Return the format of a number read as it is.

    >>> plain(1).text(-.04)
    '0.0'
    """
    return NumberFormat(decimals, after=after, signed=signed)


def mostly_whole(one: str = "", many: str = "") -> NumberFormat:
    """Return the format of a number that is whole as a rule, such as a rank, which two may share.

    With a noun, as it is after 1 and after any other, that stands behind.

    >>> mostly_whole().text(10), mostly_whole().text(10.5)
    ('10', '10.5')
    >>> mostly_whole("month", "months").text(1), mostly_whole("month", "months").text(1.5)
    ('1 month', '1.5 months')
    """
    after, behind_one = (f" {many}", f" {one}") if many else ("", "")
    return NumberFormat(1, after=after, one=behind_one, whole=True)


def counted(one: str, many: str) -> NumberFormat:
    """Return the format of a whole number with its noun, as it is after 1 and after any other.

    >>> counted("year", "years").text(1), counted("year", "years").text(0)
    ('1 year', '0 years')
    """
    return NumberFormat(after=f" {many}", one=f" {one}")


def amount(unit: str, *, decimals: int = 0) -> NumberFormat:
    """Return the format of a number that counts a unit such as ``billion yuan``, with the unit.

    Languages have large numbers of their own: the words of the unit in the reader's language say
    which, and as many digits stand before and after the point as show the same.

    >>> amount("billion yuan", decimals=1).text(853.7)
    '853.7\xa0billion yuan'
    """
    words = sense(UNIT, unit)
    scale = counted_in(unit) / counted_in(words)
    left = max(0, decimals - round(math.log10(scale)))
    return NumberFormat(left, scale, after=behind(words))


def behind(words: str) -> str:
    """Return words as they stand behind a number: Chinese has no gap there.

    >>> behind("years"), behind("亿元")
    ('\xa0years', '亿元')
    """
    return words if "\u3400" <= words[:1] <= "\u9fff" else f"\N{NO-BREAK SPACE}{words}"


def counted_in(unit: str) -> float:
    """Return how many single ones a unit counts at once.

    >>> counted_in("billion yuan"), counted_in("亿元"), counted_in("years")
    (1000000000.0, 100000000.0, 1.0)
    """
    large = COUNTED_IN.match(unit)
    return (LARGE | LARGE_IN_CHINESE)[large[0].strip()] if large else 1.0


def under(words: str, unit: str) -> str:
    """Return the head of a column of amounts, which names the unit for all of them.

    >>> under("Sold", "billion yuan")
    'Sold, billion yuan'
    """
    return _("{words}, {unit}").format(words=words, unit=sense(UNIT, unit))


def span(first: int, last: int, *, short: bool = False) -> str:
    """Return the years from one to another; ``short`` leaves out a century where English does.

    >>> span(1998, 2005), span(2000, 2005, short=True), span(2019, 2019)
    ('1998–2005', '2000–05', '2019')
    """
    if first == last:
        return str(first)
    left_out = short and LANGUAGE == "en" and first // 100 == last // 100
    return _("{first}–{last}").format(first=first, last=f"{last % 100:02}" if left_out else last)


def year() -> NumberFormat:
    """Return the format of a calendar year, which has no separator of thousands.

    >>> year().text(2019)
    '2019'
    """
    return NumberFormat(grouped=False)
