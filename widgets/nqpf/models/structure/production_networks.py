r"""Production networks: how shocks to single sectors add up or cancel out (chapter 13).

If all sectors are alike, shocks to many of them average out. If all depend on one, they do not,
however many there are. And where buyers pay more than inputs cost, the sectors farthest upstream
are the most too small.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, hypot
from typing import NamedTuple

from nqpf.models.measurement.tables import Table, check_length, checked_list, columns
from nqpf.models.structure.input_output import checked_square, leontief_inverse


class DistortionCentrality(NamedTuple):
    """Influence with inputs at cost, size with inputs as bought, and the first over the second."""

    influence: tuple[float, ...]
    size: tuple[float, ...]
    centrality: tuple[float, ...]


def influence(input_shares: Table, *, labour_share: float) -> list[float]:
    r"""Return by how much the log of output rises with the log of each sector's productivity.

    With n sectors and final demand spread evenly, :math:`v = (\alpha / n) (I - (1 - \alpha)
    W')^{-1} 1`. Parameters: ``input_shares``, a row a buyer, each row the parts of its inputs that
    come from each sector, summing to 1; ``labour_share`` above 0 and at most 1. Returns one
    fraction a sector; they sum to 1. Raises ``ValueError`` for another shape, rows that do not sum
    to 1, or a labour share out of range. Source: :cite:t:`acemoglu2012network`, eq. (4).

    >>> [round(one, 6) for one in influence([[1, 0], [1, 0]], labour_share=.5)]
    [0.75, 0.25]
    """
    if not 0 < labour_share <= 1:
        raise ValueError(f"labour_share = {labour_share} is not above 0 and at most 1.")
    rows = checked_square(input_shares, name="input_shares")
    for buyer, row in enumerate(rows):
        if abs(fsum(row) - 1) > 1e-9:
            raise ValueError(f"input_shares[{buyer}] sums to {fsum(row):g}, not to 1.")
    inverse = leontief_inverse([[(1 - labour_share) * share for share in row] for row in rows])
    return [labour_share / len(rows) * fsum(column) for column in columns(inverse)]


def aggregate_volatility(influences: Sequence[float], *, sector_volatility: float) -> float:
    """Return the standard deviation of the log of output when sectors are hit independently.

    Parameters: ``influences`` from :func:`influence`; ``sector_volatility``, the standard deviation
    of the log of each sector's productivity, not negative. Returns the same unit. Raises
    ``ValueError`` for a negative number. Source: :cite:t:`acemoglu2012network`.

    >>> aggregate_volatility([.25] * 4, sector_volatility=.1)
    0.05
    """
    if sector_volatility < 0:
        raise ValueError(f"sector_volatility = {sector_volatility} is below 0.")
    return sector_volatility * hypot(*checked_list(influences, name="influences", low=0.0))


def distortion_centrality(
    *, cost_shares: Table, final_shares: Sequence[float], wedges: Table
) -> DistortionCentrality:
    r"""Return how much too small each sector is when buyers of inputs pay more than they cost.

    Influence is :math:`\mu' = \beta' (I - \Sigma)^{-1}`, size the same with each share divided by
    1 plus its wedge; their ratio says where a yuan of spending would do most. Parameters:
    ``cost_shares``, a row a buyer, the elasticity of its output to each input, each row summing to
    less than 1; ``final_shares`` of each sector in final demand; ``wedges``, a table of the same
    shape, not negative. Returns three tuples. Raises ``ValueError`` for other shapes, negative
    numbers, or a sector that nobody uses. Source: :cite:t:`liu2019`.

    >>> found = distortion_centrality(cost_shares=[[0, 0], [.6, 0]], final_shares=[0, 1],
    ...                               wedges=[[0, 0], [.2, 0]])
    >>> [round(one, 6) for one in found.centrality]
    [1.2, 1.0]
    """
    shares = checked_square(cost_shares, name="cost_shares")
    extra = checked_square(wedges, name="wedges")
    check_length(extra, len(shares), name="wedges", of="sectors")
    wanted = checked_list(final_shares, name="final_shares", low=0.0)
    check_length(wanted, len(shares), name="final_shares", of="sectors")
    paid = [
        [share / (1 + wedge) for share, wedge in zip(row, more, strict=True)]
        for row, more in zip(shares, extra, strict=True)
    ]
    at_cost, as_bought = (_reached(wanted, table) for table in (shares, paid))
    if min(as_bought) == 0:
        raise ValueError(f"sector {as_bought.index(0)} is used by nobody: it has no size.")
    ratios = tuple(mu / gamma for mu, gamma in zip(at_cost, as_bought, strict=True))
    return DistortionCentrality(tuple(at_cost), tuple(as_bought), ratios)


def _reached(wanted: Sequence[float], shares: Table) -> list[float]:
    inverse = leontief_inverse(shares)
    return [
        fsum(part * entry for part, entry in zip(wanted, column, strict=True))
        for column in columns(inverse)
    ]
