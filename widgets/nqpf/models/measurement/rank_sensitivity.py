"""Which step of an index moves its ranking: scale, weights or adding up? (chapter 18).

Every step has a few defensible options. With all combinations computed, the movement of the ranks
falls into what each step does by itself and what only their combinations do.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, prod

from nqpf.models.measurement.tables import Table, checked_table, columns, mean


def first_order_indices(results: Table, *, levels: Sequence[int]) -> list[float]:
    """Return the part of all variance that each step causes by itself: Sobol's first-order index.

    Every option of a step is as likely as any other, and every combination was computed, so that
    nothing is estimated. Parameters: ``results``, one row a combination, the last step's option
    moving fastest, with one or more outcomes (the rank of each unit, say), whose variances are
    added up; ``levels`` the number of options of each step. Returns a fraction for each step; what
    they lack of 1 belongs to combinations of steps. Raises ``ValueError`` for another number of
    rows than combinations, fewer than one option, or results that never move. Source: the indices
    of :cite:t:`saisana2005`, from all combinations instead of a sample.

    >>> first_order_indices([[0], [1], [2], [3]], levels=[2, 2])
    [0.8, 0.2]
    """
    rows = checked_table(results, name="results")
    if not levels or min(levels) < 1 or len(rows) != prod(levels):
        raise ValueError(f"{len(rows)} results are not one for each combination of {levels}.")
    whole = _spread(rows)
    if whole == 0:
        raise ValueError("results never move: no step has a part in that.")
    found, block = [], len(rows)
    for options in levels:
        block //= options
        groups = [
            [row for place, row in enumerate(rows) if place // block % options == option]
            for option in range(options)
        ]
        means = [[mean(column) for column in columns(group)] for group in groups]
        found.append(_spread(means) / whole)
    return found


def _spread(rows: Table) -> float:
    """Return the sum over outcomes of their variance between rows that count alike."""
    return fsum(
        fsum((value - mean(column)) ** 2 for value in column) / len(column)
        for column in columns(rows)
    )
