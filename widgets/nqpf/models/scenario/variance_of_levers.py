"""Whose doubt matters: the parts of the scenario's variance (chapter 19).

Each lever is at one of a few values, all equally likely. With every combination computed, what the
end varies falls into what each lever does by itself and what it does with others. Nothing is
estimated, so that no sampling error is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import product
from math import prod

from nqpf.algebra import quantity
from nqpf.models.measurement.tables import checked_list
from nqpf.models.scenario import BASELINE


def all_combinations(values: Mapping[str, Sequence[float]]) -> dict[str, list[float]]:
    """Return every combination of the values, as a column a name, the last moving fastest.

    Parameters: ``values``, for each name a list of at least one number. Returns as many numbers a
    name as there are combinations. Raises ``ValueError`` for a list without numbers.

    >>> all_combinations({"a": [1., 2.], "b": [5., 6.]})
    {'a': [1.0, 1.0, 2.0, 2.0], 'b': [5.0, 6.0, 5.0, 6.0]}
    """
    lists = [checked_list(listed, name=name) for name, listed in values.items()]
    rows = list(product(*lists))
    return {name: [row[place] for row in rows] for place, name in enumerate(values)}


def low_middle_high(
    spreads: Mapping[str, float], *, levers: Mapping[str, float]
) -> dict[str, list[float]]:
    """Return for each lever its setting less a part of it, the setting, and as much more.

    Parameters: ``spreads``, for each lever that part, from 0 to 1; ``levers`` that are moved off
    the baseline. A value stops at the end of its lever's range. Returns three numbers a lever.
    Raises ``ValueError`` for an unknown lever or a part out of range.

    >>> low_middle_high({"openness": .25}, levers={})
    {'openness': [0.75, 1.0, 1.25]}
    """
    found = {}
    for name, spread in spreads.items():
        if name not in BASELINE:
            raise ValueError(f"{name!r} is no lever; the scenario has {', '.join(BASELINE)}.")
        if not 0 <= spread <= 1:
            raise ValueError(f"the spread of {name}, {spread}, is not from 0 to 1.")
        at, declared = {**BASELINE, **levers}[name], quantity(name)
        moved = (at * (1 + change) for change in (-spread, 0.0, spread))
        found[name] = [min(max(value, declared.low), declared.high) for value in moved]
    return found


def total_order_indices(results: Sequence[float], *, levels: Sequence[int]) -> list[float]:
    """Return the part of all variance that is left when all levers but one are known.

    That is Sobol's total effect: what a lever does by itself and with all others. Every
    combination is as likely as any other. Parameters: ``results``, one a combination, the last
    lever's value moving fastest; ``levels`` the number of values of each lever. Returns a fraction
    for each lever, at least what it does by itself. Raises ``ValueError`` for another number of
    results than combinations, or results that never move. Source: :cite:t:`homma1996`.

    >>> total_order_indices([0., 0., 0., 1.], levels=[2, 2])
    [0.6666666666666666, 0.6666666666666666]
    """
    values = checked_list(results, name="results")
    if not levels or min(levels) < 1 or len(values) != prod(levels):
        raise ValueError(f"{len(values)} results are not one for each combination of {levels}.")
    whole = _variance(values)
    if whole == 0:
        raise ValueError("results never move: no lever has a part in that.")
    found, block = [], len(values)
    for options in levels:
        block //= options
        cycle = block * options
        # What is left when the others are known: the spread along this lever, everywhere else.
        along = [
            values[start + offset : start + offset + cycle : block]
            for start in range(0, len(values), cycle)
            for offset in range(block)
        ]
        found.append(sum(map(_variance, along)) / len(along) / whole)
    return found


def _variance(values: Sequence[float]) -> float:
    middle = sum(values) / len(values)
    return sum((value - middle) ** 2 for value in values) / len(values)
