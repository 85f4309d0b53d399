r"""Linkages: which sector stands where in the chain, and what would go with it (chapter 13).

Pull, push, distance from the buyer and loss without it are four questions; a sector that leads in
one need not lead in another, so "the key sector" depends on the index.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum
from typing import NamedTuple

from nqpf.models.measurement.tables import Table, check_length, checked_list, columns, dot
from nqpf.models.structure.input_output import (
    checked_square,
    ghosh_inverse,
    leontief_inverse,
    technical_coefficients,
)


class ExtractionLoss(NamedTuple):
    """What an economy loses in output and in value added without a sector."""

    output: tuple[float, ...]
    value_added: tuple[float, ...]


def multipliers(inverse: Table) -> list[float]:
    """Return the output that a unit of final demand for each sector sets off in all sectors.

    They must not be added up over sectors: the same rounds would count twice. Parameters:
    ``inverse`` from :func:`nqpf.models.structure.input_output.leontief_inverse`. Returns ratios
    of at least 1. Raises ``ValueError`` for a table that is not square. Source:
    :cite:t:`miller2009`, chapter 6.

    >>> [round(one, 2) for one in multipliers([[1.2, .3], [.3, 1.1]])]
    [1.5, 1.4]
    """
    return [fsum(column) for column in columns(checked_square(inverse, name="inverse"))]


def backward_linkages(inverse: Table) -> list[float]:
    """Return each sector's pull on its suppliers, relative to the mean sector.

    The power of dispersion: above 1, demand for the sector sets off more than demand for the mean
    sector does. Parameters and errors as for :func:`multipliers`. Returns ratios with mean 1.
    Source: :cite:t:`miller2009`, chapter 12, after Rasmussen.

    >>> [round(one, 6) for one in backward_linkages([[1.2, .3], [.3, 1.1]])]
    [1.034483, 0.965517]
    """
    return _relative(multipliers(inverse))


def forward_linkages(inverse: Table) -> list[float]:
    """Return how much each sector is called on when all others grow, relative to the mean sector.

    The sensitivity of dispersion if ``inverse`` is Leontief's; the push of its supply if it is
    Ghosh's. Parameters and errors as for :func:`multipliers`. Returns ratios with mean 1. Source:
    :cite:t:`miller2009`, chapter 12, after Rasmussen.

    >>> [round(one, 6) for one in forward_linkages([[1.2, .3], [.1, 1.1]])]
    [1.111111, 0.888889]
    """
    return _relative([fsum(row) for row in checked_square(inverse, name="inverse")])


def upstreamness(flows: Table, output: Sequence[float]) -> list[float]:
    """Return each sector's mean distance from final use, counted in stages from 1.

    Parameters: ``flows`` from row to column, square and not negative; ``output`` of each sector,
    above 0. Returns numbers of at least 1. Raises ``ValueError`` as
    :func:`nqpf.models.structure.input_output.ghosh_inverse`. Source: :cite:t:`antras2012`.

    >>> [round(one, 6) for one in upstreamness([[150, 500], [200, 100]], [1000, 2000])]
    [1.914191, 1.254125]
    """
    return [fsum(row) for row in ghosh_inverse(flows, output)]


def downstreamness(flows: Table, output: Sequence[float]) -> list[float]:
    """Return each sector's mean distance from primary inputs, counted in stages from 1.

    Parameters and errors as for :func:`upstreamness`. Returns numbers of at least 1, equal to the
    multipliers. Source: :cite:t:`miller2009`, chapters 2 and 12.

    >>> [round(one, 6) for one in downstreamness([[150, 500], [200, 100]], [1000, 2000])]
    [1.518152, 1.452145]
    """
    return multipliers(leontief_inverse(technical_coefficients(flows, output)))


def extraction_losses(flows: Table, output: Sequence[float]) -> ExtractionLoss:
    r"""Return what would be lost if each sector in turn were not there at all.

    Nobody buys from it, sells to it or replaces it, so the loss is the most it could be. With
    the Leontief inverse, taking sector k out lowers the output of i by :math:`l_{ik} x_k / l_{kk}`.
    Parameters and errors as for :func:`upstreamness`. Returns, in money, the output and the value
    added lost, the sector's own included. Source: :cite:t:`dietzenbacher2013`.

    >>> loss = extraction_losses([[150, 500], [200, 100]], [1000, 2000])
    >>> [round(one, 3) for one in loss.output], [round(one, 3) for one in loss.value_added]
    ([1210.526, 2588.235], [797.368, 1782.353])
    """
    coefficients = technical_coefficients(flows, output)
    inverse = leontief_inverse(coefficients)
    kept = [1 - fsum(column) for column in columns(coefficients)]
    lost, added = [], []
    for sector, needs in enumerate(columns(inverse)):
        scale = output[sector] / inverse[sector][sector]
        lost.append(scale * fsum(needs))
        added.append(scale * fsum(part * need for part, need in zip(kept, needs, strict=True)))
    return ExtractionLoss(tuple(lost), tuple(added))


def purchases_from(flows: Table, suppliers: Sequence[int]) -> list[float]:
    """Return which part of all that each sector buys comes from these suppliers.

    Parameters: ``flows`` from row to column, square and not negative, imports included if they are
    to count; ``suppliers``, places of rows counted from 0. Returns one fraction a sector, 0 for one
    that buys nothing. Raises ``ValueError`` for a table that is not square or a negative flow,
    ``IndexError`` for a place that is not there. Source: :cite:t:`miller2009`, chapter 2.

    >>> purchases_from([[10, 30], [30, 10]], [1])
    [0.75, 0.25]
    """
    rows = checked_square(flows, name="flows")
    bought = [fsum(column) for column in columns(rows)]
    named = [fsum(column) for column in columns([rows[place] for place in suppliers])]
    return [part / whole if whole else 0.0 for part, whole in zip(named, bought, strict=True)]


def needed_from(table: Table, suppliers: Sequence[int]) -> list[float]:
    """Return how much of these suppliers' output a unit of each sector's product takes.

    To the first order it is by how many percent the product gets cheaper if those suppliers make
    one percent more out of all that they use. Parameters: ``table``, technical coefficients for
    what is bought directly, or Leontief's inverse for all rounds; ``suppliers``, places of rows
    counted from 0. Returns one ratio a sector. Raises ``ValueError`` for a table that is not
    square, ``IndexError`` for a place that is not there. Source: the prices of
    :cite:t:`miller2009`, chapter 2; that shares of sales tell the effect, :cite:t:`hulten1978`.

    >>> needed_from([[0.1, 0.3], [0.2, 0.4]], [1])
    [0.2, 0.4]
    """
    rows = checked_square(table, name="table")
    return [fsum(column) for column in columns([rows[place] for place in suppliers])]


def value_added_from(
    inverse: Table, value_added_rates: Sequence[float], *, origins: Sequence[int]
) -> list[float]:
    """Return how much of a unit of each sector's final product is value added of these sectors.

    All rounds of suppliers are counted. Parameters: ``inverse``, Leontief's, of domestic flows;
    ``value_added_rates``, value added over output of each sector; ``origins``, places of sectors
    counted from 0. Returns one fraction a sector. Raises ``ValueError`` for a table that is not
    square or unequal lengths. Source: :cite:t:`miller2009`, chapter 6.

    >>> value_added_from([[1.25, 0.5], [0, 1]], [0.8, 0.6], origins=[0])
    [1.0, 0.4]
    """
    rows = checked_square(inverse, name="inverse")
    rates = checked_list(value_added_rates, name="value_added_rates")
    check_length(rates, len(rows), name="value_added_rates", of="sectors")
    kept = [rates[place] if place in origins else 0.0 for place in range(len(rows))]
    return [dot(column, kept) for column in columns(rows)]


def domar_weights(output: Sequence[float], *, final_output: float) -> list[float]:
    """Return each sector's sales over what the economy makes in the end.

    They sum to more than 1, since what one sector sells another sells on. Parameters: ``output`` of
    each sector, not negative; ``final_output``, such as GDP, above 0, in the same money. Returns
    ratios. Raises ``ValueError`` out of range. Source: :cite:t:`domar1961`; what they are for,
    :cite:t:`hulten1978`.

    >>> domar_weights([1000, 2000], final_output=2000)
    [0.5, 1.0]
    """
    if final_output <= 0:
        raise ValueError(f"final_output = {final_output} is not above 0.")
    return [own / final_output for own in checked_list(output, name="output", low=0.0)]


def _relative(sums: Sequence[float]) -> list[float]:
    whole = fsum(sums)
    return [len(sums) * one / whole for one in sums]
