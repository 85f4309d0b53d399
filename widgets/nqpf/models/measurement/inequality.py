r"""Inequality between and within groups: the Gini index taken apart (chapter 18).

Studies of provinces split inequality into what lies within regions, what lies between them, and
what comes from overlap: a rich unit of a poor region above a poor unit of a rich one. Two shapes of
society make an index of this kind easier to read: one of two classes, and a lognormal one.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from math import erf, fsum
from typing import Any, NamedTuple

from nqpf.algebra import Refusal, Scalar, model
from nqpf.models.measurement.tables import checked_list, mean


class GiniParts(NamedTuple):
    """The Gini index, and its parts within groups, between them, and from their overlap."""

    gini: float
    within: float
    between: float
    overlap: float


def gini(values: Sequence[float]) -> float:
    """Return the Gini index: half the mean difference of all pairs over the mean.

    Parameters: ``values``, not negative. Returns a number from 0 to 1. Raises ``ValueError`` for an
    empty list, a negative number, or if all are 0. Source: :cite:t:`dagum1997`.

    >>> gini([0, 0, 0, 4])
    0.75
    """
    listed = checked_list(values, name="values", low=0.0)
    if not any(listed):
        raise ValueError("values are all 0: shares of nothing have no inequality.")
    return _gini_between(listed, listed)


def gini_parts(groups: Sequence[Sequence[float]]) -> GiniParts:
    r"""Return the Gini index of all groups together and Dagum's three parts of it.

    Parameters: ``groups``, one list of values a group, not negative and not all 0 in any group.
    Returns four numbers from 0 to 1, the last three summing to the first. Raises ``ValueError``
    for an empty list, a negative number or a group of zeros. Source: :cite:t:`dagum1997`.

    >>> [round(part, 6) for part in gini_parts([[1, 3], [2, 4]])]
    [0.25, 0.1, 0.1, 0.05]
    """
    listed = [
        checked_list(group, name=f"groups[{place}]", low=0.0) for place, group in enumerate(groups)
    ]
    within = between = overlap = 0.0
    everyone = [value for group in listed for value in group]
    whole = gini(everyone)
    people = [len(group) / len(everyone) for group in listed]
    incomes = [fsum(group) / fsum(everyone) for group in listed]
    for place, group in enumerate(listed):
        within += gini(group) * people[place] * incomes[place]
    for one, two in combinations(range(len(listed)), 2):
        weight = people[one] * incomes[two] + people[two] * incomes[one]
        part = weight * _gini_between(listed[one], listed[two])
        distance = _relative_distance(listed[one], listed[two])
        between += part * distance
        overlap += part * (1 - distance)
    return GiniParts(whole, within, between, overlap)


def _class_is_too_small(lower_people: Scalar, gini_index: Scalar) -> Any:
    return gini_index > lower_people


@model(
    symbol=r"\ell_I",
    unit="fraction of income",
    refuses=Refusal(
        _class_is_too_small,
        "no two such classes: an index cannot be above the part of people in the lower class, "
        "which it reaches when they have nothing. Take a larger lower class or a lower index.",
    ),
)
def income_of_lower_class(*, lower_people: Scalar, gini_index: Scalar) -> Scalar:
    r"""Return what the lower of two classes has of income, all within a class having the same.

    Parameters: scalars or arrays of one shape; ``lower_people`` a fraction, ``gini_index`` from 0
    to .9. Returns a fraction. Raises ``ValueError`` out of range, and where the index is above
    ``lower_people``. Source: derived here, the area under a Lorenz curve of two lines.

    >>> round(income_of_lower_class(lower_people=.4, gini_index=.24), 6)
    0.16
    """
    return lower_people - gini_index


def gini_of_lognormal(spread: float) -> float:
    """Return the Gini index of incomes whose logarithms are normal with this standard deviation.

    Parameters: ``spread``, not negative. Returns a number from 0 to 1. Raises ``ValueError`` for a
    negative number. Source: derived here from the Lorenz curve of the lognormal distribution.

    >>> round(gini_of_lognormal(.9), 6)
    0.475482
    """
    return erf(checked_list([spread], name="spread", low=0.0)[0] / 2)


def _gini_between(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the mean difference of pairs, one of each group, over the sum of the means."""
    gaps = fsum(abs(one - two) for one, two in product(first, second))
    return gaps / (len(first) * len(second) * (mean(first) + mean(second)))


def _relative_distance(first: Sequence[float], second: Sequence[float]) -> float:
    """Return how far one group lies above another: 1 without overlap, 0 for equal means."""
    gaps = [one - two for one, two in product(first, second)]
    apart = fsum(map(abs, gaps))
    return abs(fsum(gaps)) / apart if apart else 0.0
