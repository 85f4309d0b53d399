"""What an explorer is made of: controls, sentences with values, and tables that are drawn."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from nqpf.algebra import AlgebraError, Scalar, Traced, datum, is_traced, quantity
from nqpf.numbers import NumberFormat, percent, plain
from nqpf.words import _, said

ControlKind = Literal["range", "select", "radio", "toggle"]


@dataclass(frozen=True)
class Control:
    """One thing that the reader moves.

    A range runs from ``low`` to ``high`` by ``step``. A select, radio or toggle has ``options``;
    its value is the position of the option, counted from 0.
    """

    name: str
    label: str
    kind: ControlKind
    start: float
    low: float
    high: float
    step: float
    form: NumberFormat = field(default_factory=NumberFormat)
    symbol: str = ""
    unit: str = ""
    options: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", self.name):
            raise ValueError(f"control {self.name!r}: a name is lower-case letters, digits, _.")
        if self.options and len(self.options) < 2:
            raise ValueError(f"control {self.name}: one option leaves nothing to choose.")
        steps = (self.high - self.low) / self.step
        if round(steps) < 1 or abs(steps - round(steps)) > 1e-6:
            raise ValueError(f"control {self.name}: its step does not lead from low to high.")
        if self.check(self.start) not in self.stops:
            raise ValueError(f"control {self.name}: its start {self.start:g} is between two stops.")

    @property
    def stops(self) -> list[float]:
        """Every value that the control can take, from low to high."""
        count = round((self.high - self.low) / self.step)
        return [self.at(stop) for stop in range(count + 1)]

    def at(self, stop: int) -> float:
        """Return the value at a stop, free of the noise of repeated addition."""
        return round(self.low + stop * self.step, 10)

    def stop_of(self, value: Scalar) -> Scalar:
        """Return the position of a value among the stops, exact to the noise of floats."""
        return (value - self.low) / self.step

    def check(self, value: float) -> float:
        """Return ``value`` as a float; raise ``ValueError`` naming argument, value and range."""
        if isinstance(value, bool):
            value = int(value)
        if not isinstance(value, (int, float)) or not math.isfinite(value):
            raise ValueError(f"{self.name} = {value!r} is not a number.")
        if not self.low <= value <= self.high:
            choices = f"; options: {', '.join(self.options)}" if self.options else ""
            raise ValueError(
                f"{self.name} = {value} is outside [{self.low:g}, {self.high:g}]{choices}."
            )
        if self.options and value != int(value):
            raise ValueError(f"{self.name} = {value} is no option: 0 to {self.high:g}.")
        return float(value)

    def text(self, value: float) -> str:
        """Return a value as readers see it."""
        return self.options[int(value)] if self.options else self.form.text(value)

    def written(self, value: float) -> str:
        """Return a value as it stands in the box beside a slider, in which it can be written."""
        return replace(self.form, before="", after="", one="", grouped=False).text(value)


def slider(
    name: str,
    *,
    step: float,
    start: float | None = None,
    low: float | None = None,
    high: float | None = None,
    form: NumberFormat | None = None,
    label: str | None = None,
) -> Control:
    """Return a slider for a declared quantity, within the quantity's range.

    Words, symbol, unit, range and start come from the declaration unless given.
    """
    declared = quantity(name)
    low = declared.low if low is None else low
    high = declared.high if high is None else high
    if start is None:
        start = float(declared.default)  # type: ignore[arg-type]  # because each=True is refused below
    if declared.each or low < declared.low or high > declared.high:
        raise ValueError(f"slider {name}: {low:g} to {high:g} is not in {declared.range_text}.")
    form = form or (percent(0) if declared.unit.startswith("fraction") else plain(2))
    words = said(declared.words)
    label = label or words[:1].upper() + words[1:]
    return Control(
        name, label, "range", start, low, high, step, form, declared.symbol, declared.unit
    )


def plain_slider(
    name: str,
    label: str,
    *,
    low: float,
    high: float,
    step: float,
    start: float,
    form: NumberFormat | None = None,
) -> Control:
    """Return a slider for something that is no argument of a model, such as a year."""
    return Control(name, label, "range", start, low, high, step, form or plain(0))


def select(name: str, label: str, options: Iterable[str], start: int = 0) -> Control:
    """Return a drop-down list; its value is the position of the option."""
    listed = tuple(options)
    return Control(name, label, "select", start, 0, len(listed) - 1, 1, options=listed)


def radio(name: str, label: str, options: Iterable[str], start: int = 0) -> Control:
    """Return a group of radio buttons; its value is the position of the option."""
    listed = tuple(options)
    return Control(name, label, "radio", start, 0, len(listed) - 1, 1, options=listed)


def toggle(name: str, label: str, *, start: bool = False, off: str, on: str) -> Control:
    """Return a check box; its value is 0 or 1, in words ``off`` and ``on``."""
    return Control(name, label, "toggle", int(start), 0, 1, 1, options=(off, on))


@dataclass(frozen=True)
class Value:
    """A number in a sentence, and how it is shown; with ``words``, the word at that position."""

    value: Scalar
    form: NumberFormat = field(default_factory=lambda: plain(2))
    words: tuple[str, ...] = ()

    def text(self, value: float) -> str:
        """Return the value as readers see it."""
        return self.words[math.floor(value + 0.5)] if self.words else self.form.text(value)


def word(position: Scalar, options: Sequence[str]) -> Value:
    """Return the word at a position that a model computes, such as "rises" or "falls"."""
    return Value(position, plain(0), tuple(options))


def gap_of(form: NumberFormat) -> NumberFormat:
    """Return how the distance between two numbers of that form is shown."""
    gap = replace(form, before="", signed=False)
    if gap.after != "%":
        return gap
    return replace(gap, after=_(" percentage points"), one=_(" percentage point"))


@dataclass(frozen=True)
class Sentence:
    """A sentence with named values: ``Sentence("It grows by {rate}.", rate=Value(…))``."""

    template: str
    values: Mapping[str, Value]

    def __init__(self, template: str, **values: Value) -> None:
        used = re.findall(r"\{(\w+)\}", template)
        if sorted(used) != sorted(values):
            raise ValueError(f"{template!r} names {used}, but the values are {sorted(values)}.")
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "values", values)

    def pieces(self) -> list[str | tuple[str, Value]]:
        """Return text and (name, value) pairs in the order of reading."""
        parts = re.split(r"\{(\w+)\}", self.template)
        return [
            (part, self.values[part]) if place % 2 else part for place, part in enumerate(parts)
        ]

    def text(self) -> str:
        """Return the sentence as readers see it; raise if a value is traced or not finite."""
        return "".join(
            piece if isinstance(piece, str) else piece[1].text(number(piece[1].value))
            for piece in self.pieces()
        )


@dataclass(frozen=True)
class Table:
    """What is drawn: rows, which columns are computed in the chart, and how each is shown.

    ``fixed`` holds what never changes; ``computed`` what a control changes, either one traced
    number of a row (``datum``) or one traced number for each row.
    """

    fixed: list[dict[str, Any]]
    computed: dict[str, Traced | list[Traced]]
    keep: Mapping[str, Traced]
    columns: Mapping[str, Column]


@dataclass(frozen=True)
class Column:
    """A column's heading and how its numbers are shown; words need no form."""

    heading: str
    form: NumberFormat | None = None


def rows(records: Iterable[Mapping[str, Any]], **columns: Column) -> Table:
    """Return a table from one mapping a row; any value may be computed from the controls."""
    listed = [dict(record) for record in records]
    _check_columns(listed, columns)
    computed: dict[str, Traced | list[Traced]] = {}
    for name in columns:
        values = [record[name] for record in listed]
        if any(map(is_traced, values)):
            computed[name] = values
    fixed = [
        {"row": place} | {key: value for key, value in record.items() if key not in computed}
        for place, record in enumerate(listed)
    ]
    return Table(fixed, computed, {}, columns)


def curve(
    over: str,
    grid: Sequence[float],
    compute: Callable[[Scalar], Mapping[str, Any]],
    **columns: Column,
) -> Table:
    """Return a table with one row for each point of ``grid`` and columns computed from it."""
    traced = compute(datum(over))
    fixed = [{"row": place, over: float(point)} for place, point in enumerate(grid)]
    if any(is_traced(value) and _needs_control(value) for value in traced.values()):
        return Table(fixed, dict(traced), {}, columns)
    for record in fixed:
        record.update({key: float(value) for key, value in compute(record[over]).items()})
    _check_columns(fixed, columns)
    return Table(fixed, {}, {}, columns)


def observations(
    records: Iterable[Mapping[str, Any]],
    *,
    keep: Mapping[str, Scalar] | None = None,
    **columns: Column,
) -> Table:
    """Return a table of data, of which only rows with these whole numbers are drawn.

    ``keep={"country": p.country}`` compares a column of whole numbers with a control.
    """
    listed = [{"row": place} | dict(record) for place, record in enumerate(records)]
    _check_columns(listed, columns)
    conditions = dict(keep or {})
    if any(map(is_traced, conditions.values())):
        return Table(listed, {}, conditions, columns)
    kept = [r for r in listed if all(r[k] == round(v) for k, v in conditions.items())]
    return Table(kept, {}, {}, columns)


def grid(low: float, high: float, count: int) -> list[float]:
    """Return ``count`` evenly spaced numbers from ``low`` to ``high``, both included.

    >>> grid(0, 1, 3)
    [0.0, 0.5, 1.0]
    """
    return [round(low + (high - low) * place / (count - 1), 12) for place in range(count)]


def _check_columns(records: list[dict[str, Any]], columns: Mapping[str, Column]) -> None:
    if not records:
        raise ValueError("A table has at least one row.")
    missing = [name for name in columns if any(name not in record for record in records)]
    if missing:
        raise ValueError(f"Columns {missing} are not in every row.")


def _needs_control(value: Traced) -> bool:
    """Return whether a traced value depends on anything but the row."""
    # Each part once: one that is used twice at every turn of a recursion stands in it 2ⁿ times.
    seen = {value}
    stack = [value]
    while stack:
        node = stack.pop()
        if node.kind == "symbol":
            return True
        new = set(node.arguments) - seen
        seen |= new
        stack.extend(new)
    return False


def number(value: Scalar) -> float:
    """Return a computed value as a float; raise if it is traced or not finite."""
    if is_traced(value):
        raise AlgebraError("A traced number has no value yet.")
    result = float(value)
    if not math.isfinite(result):
        raise ValueError(f"{result} is not finite: narrow the controls or use the stable form.")
    return result
