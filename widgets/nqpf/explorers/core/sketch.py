"""A curve that the reader draws before it is shown: where it lies in its chart, how far off one is.

A guess and the truth are heights from 0 to 1, the ends of the vertical axis, at `POINTS` places
evenly across the curve. ``site/sketch/line.js`` is the same rule in the page's language; a test
holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from nqpf.explorers.core.compiled import vega_lite
from nqpf.explorers.core.declaration import Explorer, Sketch
from nqpf.explorers.core.parts import Column, gap_of, number
from nqpf.numbers import NumberFormat, plain
from nqpf.words import _

POINTS = 41
KNOTS = range(0, POINTS, 10)
# Heights nearer than this are as good as drawn, and turns nearer than so many points.
NEAR, BESIDE = 0.04, 4


@dataclass(frozen=True)
class Axis:
    """One side of the chart: its heading, how its numbers are shown, its ends and its scale."""

    heading: str
    form: NumberFormat
    low: float
    high: float
    ratios: bool

    def part(self, value: float) -> float:
        """Return how far along the axis a value stands, from 0 to 1."""
        low, high, at = (math.log(one) if self.ratios else one for one in (*self.ends, value))
        return (at - low) / (high - low)

    def value(self, part: float) -> float:
        """Return the value that stands so far along the axis."""
        low, high = (math.log(one) if self.ratios else one for one in self.ends)
        at = low + part * (high - low)
        return math.exp(at) if self.ratios else at

    @property
    def ends(self) -> tuple[float, float]:
        """The values at both ends."""
        return self.low, self.high


class Curve(NamedTuple):
    """A curve in its chart: across from its first point to its last, upward by the chart's axis."""

    across: Axis
    upward: Axis
    truth: list[float]

    def told(self, at: int, height: float) -> tuple[str, str]:
        """Return the place of a point and the value at a height there, as readers see them."""
        where = self.across.value(at / (POINTS - 1))
        return self.across.form.text(where), self.upward.form.text(self.upward.value(height))


class Found(NamedTuple):
    """Where a guess is furthest off, the kind of difference, and where the curve turns, if it does.

    ``kind`` is ``near``, ``turn`` (its top or bottom lies elsewhere), ``higher`` or ``lower``.
    """

    at: int
    kind: str
    turn: int | None


def sketched(explorer: Explorer) -> Sketch:
    """Return what a reader is to draw; raises ``ValueError`` if it is nothing."""
    if explorer.sketch is None:
        raise ValueError(f"{explorer.slug} asks for no curve.")
    return explorer.sketch


def curve(explorer: Explorer, **setting: float) -> Curve:
    """Return the curve that is drawn by guess, as it lies in its chart at a setting.

    Raises ``ValueError`` if no line of the chart draws it, or if it does not lie within its axis.
    """
    name, column = sketched(explorer).curve.split(".")
    channels = _channels(explorer, name, column)
    table = explorer.at(**setting).tables[name]
    over = str(channels["x"]["field"])
    points = [
        (number(row[over]), number(_cell(table.computed, row, column))) for row in table.fixed
    ]
    places = [place for place, _value in points]
    ratios = [channels[side]["scale"].get("type") == "log" for side in "xy"]
    forms = [_form(table.columns[one]) for one in (over, column)]
    # A chart may count down from left to right.
    first, last = channels["x"]["scale"]["domain"]
    ends = (min(places), max(places)) if first < last else (max(places), min(places))
    across = Axis(table.columns[over].heading, forms[0], *ends, ratios[0])
    low, high = channels["y"]["scale"]["domain"]
    upward = Axis(table.columns[column].heading, forms[1], low, high, ratios[1])
    placed = sorted((across.part(place), upward.part(value)) for place, value in points)
    beyond = [height for _place, height in placed if not -1e-9 <= height <= 1 + 1e-9]
    if beyond:
        raise ValueError(f"{explorer.slug}: {name}.{column} leaves its chart at {beyond[0]:.3f}.")
    return Curve(across, upward, [between(placed, at / (POINTS - 1)) for at in range(POINTS)])


def _cell(computed: Any, row: Any, column: str) -> Any:
    return row[column] if column in row else computed[column]


def _form(column: Column) -> NumberFormat:
    return column.form or plain(2)


def _channels(explorer: Explorer, table: str, column: str) -> dict[str, Any]:
    """Return the places of the line that draws a column, each with its field and its scale."""
    for part in _parts(vega_lite(explorer.slug)):
        kind = part.get("mark", {})
        drawn = kind.get("type") if isinstance(kind, dict) else kind
        if drawn != "line" or part.get("data", {}).get("name") != table:
            continue
        folds = [step for step in part.get("transform", []) if column in step.get("fold", [])]
        fields = {column, *(step.get("as", ["key", "value"])[1] for step in folds)}
        channels: dict[str, Any] = part.get("encoding", {})
        if channels["y"]["field"] in fields:
            return channels
    raise ValueError(f"{explorer.slug}: no line of its chart draws {table}.{column}.")


def _parts(specification: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Return a chart and all its layers, each with the data that it is handed down."""
    yield specification
    data = specification.get("data")
    for kind in ("layer", "vconcat"):
        for part in specification.get(kind, []):
            yield from _parts(({"data": data} if data else {}) | part)


def between(points: Sequence[tuple[float, float]], at: float) -> float:
    """Return the height of straight lines through points, level beyond their ends.

    >>> between([(0, 1), (2, 3)], 1)
    2.0
    """
    if at <= points[0][0]:
        return points[0][1]
    for (start, low), (end, high) in pairwise(points):
        if at <= end:
            return low + (high - low) * (at - start) / (end - start)
    return points[-1][1]


def compared(guess: Sequence[float], truth: Sequence[float]) -> Found:
    """Return how a guess differs from the truth, both as heights at all points."""
    gaps = [abs(one - other) for one, other in zip(guess, truth, strict=True)]
    at = gaps.index(max(gaps))
    turn, own = _turn(truth), _turn(guess)
    same = turn and own and own[1] == turn[1] and abs(own[0] - turn[0]) <= BESIDE
    kind = "higher" if guess[at] > truth[at] else "lower"
    if gaps[at] < NEAR:
        kind = "near"
    elif turn and not same:
        kind = "turn"
    return Found(at, kind, turn[0] if turn else None)


def _turn(heights: Sequence[float]) -> tuple[int, int] | None:
    """Return where a line has a top (1) or a bottom (-1) inside, if it has one."""
    for sign in (1, -1):
        signed = [sign * height for height in heights]
        at = signed.index(max(signed))
        if signed[at] - max(signed[0], signed[-1]) >= NEAR:
            return at, sign
    return None


def words(explorer: Explorer) -> dict[str, str]:
    """Return the sentences that ask for a curve and say how far off it was."""
    says = _("the record says") if explorer.kind == "observed" else _("the model says")
    lie = curve(explorer)
    told = {
        "more": _(
            "Your line is furthest off where “{across}” is {where}: you drew {guess}, and {says} "
            "{value}, {gap} more."
        ),
        "less": _(
            "Your line is furthest off where “{across}” is {where}: you drew {guess}, and {says} "
            "{value}, {gap} less."
        ),
        "near": _("Your line is nowhere further off than {gap}."),
        "skipped": _("No guess this time: here is the curve."),
        "empty": _("Draw a line in the chart first, or skip."),
        "knot": _("Your guess where “{across}” is {where}"),
        "covered": _(
            "A chart to draw in: “{heading}” from {low} to {high}, against “{across}” from {first} "
            "to {last}. The curve is covered until you have drawn yours."
        ),
        "yours": _("your guess"),
    }
    known = {"across": lie.across.heading, "heading": lie.upward.heading, "says": says}
    return {name: _filled(sentence, known) for name, sentence in told.items()}


def meanings(explorer: Explorer) -> dict[str, str]:
    """Return what each kind of difference means, as the explorer declares it."""
    asked = sketched(explorer)
    side = {"higher": asked.higher, "lower": asked.lower}
    return side | ({"turn": asked.turn} if asked.turn else {})


def _filled(sentence: str, known: dict[str, str]) -> str:
    for name, text in known.items():
        sentence = sentence.replace(f"{{{name}}}", text)
    return sentence


def said(explorer: Explorer, guess: Sequence[float]) -> str:
    """Return where a guess at the start differs most from the curve, and what that means."""
    lie = curve(explorer)
    found = compared(guess, lie.truth)
    drawn, real = (lie.upward.value(line[found.at]) for line in (guess, lie.truth))
    where, value = lie.told(found.at, lie.truth[found.at])
    figures = {
        "where": where,
        "value": value,
        "guess": lie.upward.form.text(drawn),
        "gap": gap_of(lie.upward.form).text(abs(real - drawn)),
        "turn": "" if found.turn is None else lie.told(found.turn, 0)[0],
    }
    kind = "near" if found.kind == "near" else "more" if real > drawn else "less"
    meant = meanings(explorer).get(found.kind, "")
    return _filled(f"{words(explorer)[kind]} {meant}".strip(), figures)
