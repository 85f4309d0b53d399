r"""Coupling coordination: an index of three subsystems, in three versions (chapters 1 and 18).

The usual index multiplies a coupling (how alike the scores are) by a level (their mean). With equal
weights it is a power of the geometric mean of the scores: it rises with any score, whether or not
the subsystems ever act on one another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nqpf.algebra import (
    Scalar,
    count,
    floor,
    let,
    maximum,
    minimum,
    model,
    product,
    sqrt,
    total,
    total_over_pairs,
)


class Coordination(NamedTuple):
    """Coupling, level, and the degree of coordination, the root of their product."""

    coupling: Scalar
    level: Scalar
    degree: Scalar


def _coordination(
    coupling: Scalar, scores: Sequence[Scalar], weights: Sequence[Scalar]
) -> Coordination:
    """Return coupling and weighted mean, and the root of their product."""
    coupling = let("coupling", coupling, "C")
    weighted = total(weight * score for weight, score in zip(weights, scores, strict=True))
    level = let("level", weighted / total(weights), r"\bar{U}")
    return Coordination(coupling, level, sqrt(coupling * level))


@model(symbol=("C", r"\bar{U}", "D_C"), unit="index")
def coordination_standard(*, scores: Sequence[Scalar], weights: Sequence[Scalar]) -> Coordination:
    r"""Return coupling, level and degree of coordination by the usual formula.

    Parameters: two lists of one length, at least two: ``scores`` from 0.01 to 1, ``weights``
    divided by their sum. Returns three indices from 0 to 1. Raises ``ValueError`` out of range or
    for lists of unequal length. Source: the standard form as set out by :cite:t:`wang2021`.

    >>> [round(index, 6) for index in coordination_standard(scores=[.25, 1.], weights=[1., 1.])]
    [0.8, 0.625, 0.707107]
    """
    systems = count(scores)
    coupling = systems * product(scores) ** (1 / systems) / total(scores)
    return _coordination(coupling, scores, weights)


@model(symbol=("C", r"\bar{U}", "D_C"), unit="index")
def coordination_wang(*, scores: Sequence[Scalar], weights: Sequence[Scalar]) -> Coordination:
    r"""Return coupling, level and degree, with a coupling that spreads over 0 to 1.

    Parameters: as for :func:`coordination_standard`. Returns three indices from 0 to 1. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: :cite:t:`wang2021`.

    >>> [round(index, 6) for index in coordination_wang(scores=[.4, .6], weights=[1., 1.])]
    [0.730297, 0.5, 0.604275]
    """
    systems = count(scores)
    gaps = total_over_pairs(scores, lambda first, second: abs(first - second))
    mean_gap = let("mean_gap", gaps / (systems * (systems - 1) / 2), r"\Delta_U")
    best = let("best", maximum(*scores), r"U_{\max}")
    relative = product(score / best for score in scores) ** (1 / (systems - 1))
    return _coordination(sqrt((1 - mean_gap) * relative), scores, weights)


@model(symbol=("C", r"\bar{U}", "D_C"), unit="index")
def coordination_fan(*, scores: Sequence[Scalar], weights: Sequence[Scalar]) -> Coordination:
    r"""Return coupling, level and degree, with a coupling that falls with the spread of scores.

    Parameters: as for :func:`coordination_standard`. Returns three indices from 0 to 1. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: :cite:t:`fan2024`.

    >>> [round(index, 6) for index in coordination_fan(scores=[.4, .6], weights=[1., 1.])]
    [0.8, 0.5, 0.632456]
    """
    systems = count(scores)
    mean = let("mean", total(scores) / systems, r"\mu_U")
    variance = total((score - mean) ** 2 for score in scores) / systems
    return _coordination(1 - 2 * sqrt(variance), scores, weights)


@model(symbol="g_C", unit="grade from 1 to 10")
def grade_of_coordination(*, degree: Scalar) -> Scalar:
    r"""Return the grade of a degree of coordination: ten steps of 0.1, a convention.

    Parameters: ``degree`` from 0 to 1, a scalar or array; a degree on a threshold belongs to the
    grade above it. Returns a whole number from 1 to 10. Raises ``ValueError`` out of range.
    Source: the convention as set out by :cite:t:`wang2021`.

    >>> grade_of_coordination(degree=.65)
    7
    """
    return minimum(floor(10 * degree) + 1, 10)
