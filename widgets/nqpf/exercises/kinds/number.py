"""Number: a model's value, with tolerance and unit; wrong answers have names and messages.

Seeded: the same with figures of each reader's own.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar

from nqpf.exercises.comparing import as_plain
from nqpf.exercises.figures import fill, literal
from nqpf.exercises.givens import KEPT, Givens
from nqpf.exercises.kinds.rounding import Near, told_apart
from nqpf.exercises.phrases import phrases
from nqpf.exercises.reading import (
    INVISIBLE,
    RATES,
    Reading,
    Units,
    mixed_or_less,
    number_readings,
    rates,
    readings,
    within,
)
from nqpf.exercises.result import Result, right
from nqpf.exercises.source import Fields, Source
from nqpf.numbers import UNIT, NumberFormat, amount, behind, counted_in, percent, plain, points
from nqpf.words import LANGUAGE, sense

NEAR = 0.1
LONGEST_SHOWN = 100
"""How many characters of what could not be read are shown again."""
EXACT = ("sign", "hundred", "ten")
"""Phrases that say of a wrong number precisely how it comes from the right one."""
OWN_TAGS = frozenset({"right", "other", "nothing", "unit", "missing", "waiting"})
"""What a check says of an answer by itself: a mistake of such a name would be taken for it."""
WRONG_ANSWERS = 2
"""How many named wrong answers a number has at least."""


@dataclass(frozen=True)
class Tolerance:
    """How far from a value an answer may be: absolute, relative, or in significant figures."""

    way: str
    size: float

    def width(self, value: float) -> float:
        """Return the distance that is still accepted.

        >>> Tolerance("sigfig", 2).width(.0225)
        0.0005
        """
        if self.way == "abs":
            return self.size
        if self.way == "rel":
            return abs(value) * self.size
        if value == 0:
            return 0.0
        return 0.5 * 10.0 ** (math.floor(math.log10(abs(value))) - int(self.size) + 1)


@dataclass(frozen=True)
class Wrong:
    """A named wrong answer: how it is computed, and what is said to it."""

    name: str
    function: Callable[..., Any]
    message: str
    tolerance: Tolerance


@dataclass(frozen=True)
class Case:
    """The figures for one seed: right and wrong values, each with the distance accepted.

    ``rounded`` holds for each wrong value what people round it to, and no other value.
    """

    answer: Near
    wrong: tuple[Near, ...]
    rounded: tuple[tuple[float, ...], ...]

    def recognised(self, values: Sequence[float]) -> int | None:
        """Return the place of the wrong value that one of these is, or else is rounded from."""
        for place, pair in enumerate(self.wrong):
            if any(within(value, *pair) for value in values):
                return place
        for place, known in enumerate(self.rounded):
            if any(within(value, one, 0) for value in values for one in known):
                return place
        return None


class Number:
    """A question whose answer is one number."""

    kind: ClassVar[str] = "number"

    def __init__(self, source: Source) -> None:
        self.givens = Givens(source)
        if self.givens.seeded != (self.kind == "seeded"):
            raise source.wrong("kind", 'is "seeded" if and only if given takes draw')
        self.unit = str(source.take("unit", str, ""))
        self.units = _units(source, self.unit)
        self.tolerance = _tolerance(source, "tolerance", source.take("tolerance", dict))
        decimals = source.take("decimals", int, 2)
        self.form = self._form(decimals)
        self.function = source.function("answer", "kind")
        self._cases = functools.lru_cache(KEPT)(self._case)
        self.wrong = [self._wrong(source, *item) for item in source.take("wrong", dict).items()]
        if len(self.wrong) < WRONG_ANSWERS:
            raise source.wrong(
                "wrong", f"at least {WRONG_ANSWERS} named wrong answers, [wrong.NAME]"
            )

    @property
    def unit_words(self) -> str:
        """The unit as readers see it after a number."""
        return sense(UNIT, self.unit) if self.unit else ""

    @property
    def is_rate(self) -> bool:
        """Whether the answer is a fraction that is asked for in per cent or points."""
        return "%" in self.units.factors

    @property
    def says_unit(self) -> bool:
        """Whether a number that was read is told with its unit: %, or a million of something.

        Other units are left away, since a number has them in another form: 1 years.
        """
        return self.form.after == "%" or counted_in(self.unit_words) > 1

    def _form(self, decimals: int) -> NumberFormat:
        """Return how answers are shown: per cent, points, or in the unit asked for."""
        if not self.unit:
            return plain(decimals)
        after = behind(self.unit_words)
        if not self.is_rate:
            return replace(amount(self.unit, decimals=decimals), after=after)
        if self.unit.startswith("%"):
            return percent(decimals)
        return replace(points(decimals), after=after)

    def _wrong(self, source: Source, name: str, table: Any) -> Wrong:
        label = f"wrong.{name}"
        if name in OWN_TAGS:
            raise source.wrong(label, "says what every check says by itself: choose another name")
        source.check_table(label, table, {"message": str, "tolerance": dict})
        if not table.get("message"):
            raise source.wrong(f"{label}, message", "a text is expected")
        own = table.get("tolerance")
        tolerance = _tolerance(source, f"{label}, tolerance", own) if own else self.tolerance
        return Wrong(name, source.function(f"wrong_{name}", label), table["message"], tolerance)

    def case(self, seed: str) -> Case:
        """Return what is right and wrong for a seed."""
        return self._cases(seed if self.givens.seeded else "")

    def _case(self, seed: str) -> Case:
        """Return what is right and wrong for a seed, computed anew."""
        answer = float(self.givens.call(self.function, seed))
        values = [float(self.givens.call(wrong.function, seed)) for wrong in self.wrong]
        pairs = zip(self.wrong, values, strict=True)
        right_one = (answer, self.tolerance.width(answer))
        wrong_ones = tuple((value, wrong.tolerance.width(value)) for wrong, value in pairs)
        rounded = tuple(
            tuple(one for one in ones if generic(one, *right_one) not in EXACT)
            for ones in told_apart(right_one, wrong_ones, self.form)
        )
        return Case(right_one, wrong_ones, rounded)

    def figures(self, seed: str) -> dict[str, str]:
        """Return the givens, the answer and the wrong answers as readers see them."""
        case = self.case(seed)
        shown = {"answer": self.form.text(case.answer[0])}
        for wrong, (value, _width) in zip(self.wrong, case.wrong, strict=True):
            shown[f"wrong_{wrong.name}"] = self.form.text(value)
        return self.givens.texts(seed) | shown

    def messages(self) -> list[str]:
        """Return the messages of the wrong answers."""
        return [wrong.message for wrong in self.wrong]

    def solution(self, seed: str) -> Any:
        """Return the right number in the unit that is asked for; a rate is a fraction."""
        value = self.case(seed).answer[0]
        return value if self.is_rate else value * self.form.scale

    def check(self, answer: Any, seed: str) -> Result:
        """Return the verdict on a number as one writes it, as text or as a number of Python.

        Both are read by one rule: without a unit, the unit asked for is meant.
        """
        value = as_plain(answer)
        written = "" if value is None else INVISIBLE.sub("", str(value)).strip()
        if not written:
            return Result(False, phrases()["nothing"], "nothing")
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            found = number_readings(_finite(value), self.units)
        else:
            found = readings(written, self.units)
        if not found:
            units = phrases()["with_unit"].format(units=self.unit_names()) if self.unit else ""
            shown = literal(written[:LONGEST_SHOWN])
            if mixed := mixed_or_less(written):
                said = phrases()["mixed_or_less"].format(written=shown, mixed=mixed)
                return Result(False, said, "nothing")
            said = phrases()["unreadable"].format(written=shown, unit=units)
            return Result(False, said, "nothing")
        if self.units.required and not found[0].written_unit:
            return Result(False, phrases()["unit_missing"].format(units=self.unit_names()), "unit")
        return self.judge(found, seed)

    def unit_names(self) -> str:
        """Return the units that may be written, for a sentence."""
        if self.is_rate:
            return "%"
        return self.unit_words if LANGUAGE != "en" else ", ".join(filter(None, self.units.factors))

    def judge(self, found: list[Reading], seed: str) -> Result:
        """Return the verdict on readings: right, a known wrong answer, or something else."""
        case, figures = self.case(seed), self.figures(seed)
        if any(within(reading.value, *case.answer) for reading in found):
            return right(phrases()["right_number"].format(answer=figures["answer"]))
        place = case.recognised([reading.value for reading in found])
        if place is not None:
            wrong = self.wrong[place]
            shown = figures | {"wrong": figures[f"wrong_{wrong.name}"]}
            return Result(False, fill(wrong.message, shown), wrong.name)
        value = min((r.value for r in found), key=lambda read: abs(read - case.answer[0]))
        name = generic(value, *case.answer)
        return Result(False, phrases()[name].format(read=self._read(value)))

    def _read(self, value: float) -> str:
        """Return what was read, with its unit where that says how it was read."""
        return self.form.text(value) if self.says_unit else self.form.bare(value)


class Seeded(Number):
    """A number with figures of each reader's own."""

    kind: ClassVar[str] = "seeded"


def _finite(value: float) -> float:
    try:
        return float(value)
    except OverflowError:  # a whole number of Python has no limit
        return math.inf


def generic(value: float, answer: float, width: float) -> str:
    """Return the name of the phrase for a wrong number that nobody foresaw."""
    if answer and within(-value, answer, width):
        return "sign"
    for name, factor in (("hundred", 100.0), ("ten", 10.0)):
        if any(within(value * f, answer, width) for f in (factor, 1 / factor)):
            return name
    if answer and abs(value - answer) <= NEAR * abs(answer):
        return "close"
    return "larger" if value < answer else "smaller"


def _tolerance(source: Source, label: str, table: dict[str, Any]) -> Tolerance:
    known: Fields = {"abs": (int, float), "rel": (int, float), "sigfig": int}
    source.check_table(label, table, known)
    if len(table) != 1 or next(iter(table.values())) <= 0:
        raise source.wrong(label, "one of abs, rel or sigfig, above zero, is expected")
    return Tolerance(*next(iter(table.items())))


def _units(source: Source, unit: str) -> Units:
    own = source.take("units", dict, {})
    required = bool(source.take("unit-required", bool, False))
    # The reader's language may count in another large number than the unit that is declared.
    scale = amount(unit).scale if unit else 1.0
    if own:
        source.check_table("units", own, dict.fromkeys(own, (int, float)))
        factors = {k: float(v) for k, v in own.items()}
        bare = next(iter(own)) if scale == 1.0 else sense(UNIT, unit)
        said = also(unit, factors.get(unit, 1.0) / scale)
        return Units(factors | said, (bare,), required)
    if unit.startswith("%") or unit.split(" ")[0] in RATES:
        known = rates(unit)
        return replace(known, factors={**known.factors, **also(unit, 0.01)})
    named = {unit: 1.0} | also(unit, 1.0 / scale) if unit else {}
    return Units({"": 1.0 / scale} | named, ("",), required)


def also(unit: str, factor: float) -> dict[str, float]:
    """Return the unit in the reader's language, in which it may be written too."""
    return {sense(UNIT, unit): factor} if unit else {}
