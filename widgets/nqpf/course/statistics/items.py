"""How the questions of an assignment work: how hard each is, and whom it tells apart.

Of those who handed something in. A question that somebody's answer still waits for is left out of
every figure until it has been read; an answer that is missing is a part of nought.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import NormalDist, correlation, fmean, variance
from typing import NamedTuple

FEWEST = 10
"""From how many students on a correlation is told: of fewer it says next to nothing."""

CONFIDENCE = 0.95
NO_MISTAKES = frozenset({"right", "read", "missing", "nothing", "other", "waiting"})
"""Tags that name no mistake."""


@dataclass(frozen=True)
class Result:
    """What one student got for one question: the part of its points, None while it waits.

    ``tag`` is the name of the mistake, if one was recognised.
    """

    part: float | None
    tag: str = "other"


class Interval(NamedTuple):
    """A correlation and the bounds between which it may well lie."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Item:
    """How one question went: answers, mean part of the points, discrimination, and mistakes.

    ``mean`` and ``discrimination`` are None where they cannot be told. ``mistakes`` are names with
    the part of the class that made each, the most common first.
    """

    slug: str
    answers: int
    mean: float | None
    discrimination: Interval | None
    mistakes: tuple[tuple[str, float], ...]


Class = Sequence[Mapping[str, Result]]
"""The results of each student who handed something in, by question."""


def items(of_class: Class, slugs: Sequence[str], points: Mapping[str, int]) -> list[Item]:
    """Return how each question went; ``points`` weigh the questions in what the others got."""
    table = parts(of_class, slugs)
    found = []
    for slug in slugs:
        results = [one.get(slug, Result(0.0, "missing")) for one in of_class]
        tags = Counter(one.tag for one in results if one.part is not None and one.part < 1)
        named = [(tag, n / len(results)) for tag, n in tags.most_common() if tag not in NO_MISTAKES]
        own = table.get(slug)
        others = [other for other in table if other != slug]
        rest = [
            sum(points[other] * table[other][place] for other in others)
            for place in range(len(of_class))
        ]
        found.append(
            Item(
                slug,
                sum(one.tag != "missing" for one in results),
                fmean(own) if own else None,
                discrimination(own, rest) if own and others else None,
                tuple(named),
            )
        )
    return found


def parts(of_class: Class, slugs: Sequence[str]) -> dict[str, list[float]]:
    """Return each student's part of the points, for the questions that are all read."""
    table: dict[str, list[float]] = {}
    for slug in slugs:
        column = [one.get(slug, Result(0.0)).part for one in of_class]
        known = [part for part in column if part is not None]
        if known and len(known) == len(column):
            table[slug] = known
    return table


def discrimination(own: Sequence[float], rest: Sequence[float]) -> Interval | None:
    """Return the correlation of a question's points with those of all others, and its bounds.

    The question itself is left out of the others, or it would be compared with itself
    (Henrysson, 1963). The bounds are Fisher's, at 95%. None of fewer than ten students, and where
    all got the same.

    >>> discrimination([0, 1] * 10, [2, 3] * 9 + [3, 2])[0]
    0.8
    """
    count = len(own)
    if count < FEWEST or len(set(own)) == 1 or len(set(rest)) == 1:
        return None
    found = max(-1.0, min(1.0, round(correlation(own, rest), 12)))
    if abs(found) == 1:
        return Interval(found, found, found)
    width = NormalDist().inv_cdf((1 + CONFIDENCE) / 2) / math.sqrt(count - 3)
    middle = math.atanh(found)
    return Interval(found, math.tanh(middle - width), math.tanh(middle + width))


def alpha(of_class: Class, slugs: Sequence[str], points: Mapping[str, int]) -> float | None:
    """Return how far the questions agree: Cronbach's (1951) coefficient alpha.

    One less the variances of the questions' points over that of their sum, times k/(k−1) for k
    questions. None of one question, of fewer than ten students, and where all got the same.

    >>> alpha([{"a": Result(n % 2), "b": Result(n % 2)} for n in range(10)], "ab", {"a": 1, "b": 1})
    1.0
    """
    table = {
        slug: [points[slug] * part for part in column]
        for slug, column in parts(of_class, slugs).items()
    }
    totals = [sum(row) for row in zip(*table.values(), strict=True)]
    if len(table) < 2 or len(totals) < FEWEST or len(set(totals)) == 1:
        return None
    count = len(table)
    own = sum(float(variance(column)) for column in table.values())
    return round(count / (count - 1) * (1 - own / float(variance(totals))), 12)
