r"""Security at least cost: one budget for several parts of it (chapter 14).

Each part loses so many days of output a year, and money spent on it saves less and less of them. A
budget goes furthest when the last day spent saves as much in every part, whichever is the largest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from nqpf.algebra import Scalar, exp, log, maximum, model, total


@model(symbol="L_{PC}", unit="days of output a year")
def loss_left(
    *,
    danger_loss: Sequence[Scalar],
    protection_reach: Sequence[Scalar],
    protection_spending: Sequence[Scalar],
) -> tuple[Scalar, ...]:
    r"""Return how many days of output each part of security still loses a year.

    Parameters: three lists of one length, days of output a year; ``protection_reach`` is what must
    be spent on a part to bring its loss down to 1/e, 37 per cent. Returns days for each part.
    Raises ``ValueError`` out of range or for lists of unequal length. Source: the diminishing
    returns of :cite:t:`stone1975`, here to protection.

    >>> [round(left, 4) for left in loss_left(danger_loss=[9., 4.], protection_reach=[3., 1.],
    ...                                       protection_spending=[3., 0.])]
    [3.3109, 4.0]
    """
    parts = zip(danger_loss, protection_reach, protection_spending, strict=True)
    return tuple(loss * exp(-spent / reach) for loss, reach, spent in parts)


def cheapest_spending(
    budget: Scalar, danger_loss: Sequence[Scalar], protection_reach: Sequence[Scalar]
) -> tuple[Scalar, ...]:
    r"""Return how a budget is spread so that the fewest days are lost in all.

    The last day spent saves as much, w, in each part that gets anything; parts where even the first
    would save less get nothing. With the parts S that get something, the budget gives
    ln w = (sum of k ln(L/k) over S - budget) / (sum of k over S), and the right S is the one for
    which this is largest. Parameters: ``budget`` and two lists of one length, days of output a
    year. Returns days for each part; they sum to the budget. Source: :cite:t:`stone1975`, solved
    here over all sets of parts.

    >>> [round(one, 4) for one in cheapest_spending(2., [9., 4.], [3., 1.])]
    [1.2842, 0.7158]
    """
    reaches = list(protection_reach)
    firsts = [log(loss / reach) for loss, reach in zip(danger_loss, reaches, strict=True)]
    places = range(len(reaches))
    candidates = [
        (total(reaches[i] * firsts[i] for i in some) - budget) / total(reaches[i] for i in some)
        for size in range(1, len(reaches) + 1)
        for some in combinations(places, size)
    ]
    last = maximum(*candidates) if len(candidates) > 1 else candidates[0]
    return tuple(reaches[i] * maximum(0.0, firsts[i] - last) for i in places)
