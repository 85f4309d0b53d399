r"""Structural change: what moving to other sectors adds, and who moves where (chapter 11).

Productivity grows because sectors get better, because people move to better sectors, and because
both happen together. If goods complement one another, the sector that gets better fastest needs
fewer people, so that success itself moves them out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nqpf.algebra import Scalar, exp, let, model, total


class ThreeParts(NamedTuple):
    """Change of productivity within sectors, by moving at old productivity, and by both at once."""

    within: Scalar
    static: Scalar
    dynamic: Scalar


class TwoParts(NamedTuple):
    """Change of productivity within sectors, and by moving between them at new productivity."""

    within: Scalar
    between: Scalar


@model(symbol=(r"\Delta_W", r"\Delta_S", r"\Delta_D"), unit="money a worker")
def three_parts_of_growth(
    *,
    sector_employment_start: Sequence[Scalar],
    sector_employment_end: Sequence[Scalar],
    sector_productivity_start: Sequence[Scalar],
    sector_productivity_end: Sequence[Scalar],
) -> ThreeParts:
    r"""Return a change of productivity in three parts: within sectors, by moving, by both at once.

    Parameters: four lists of one length, positive; employment is divided by its sum. Returns three
    changes that sum to the whole one. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: derived here, a product's change written out.

    >>> parts = three_parts_of_growth(
    ...     sector_employment_start=[.6, .25, .15], sector_employment_end=[.4, .35, .25],
    ...     sector_productivity_start=[1., 4., 2.], sector_productivity_end=[1.2, 4.5, 2.2])
    >>> [round(part, 6) for part in parts]
    [0.275, 0.4, 0.03]
    """
    people = let("people", total(sector_employment_start), r"\theta_{0,\Sigma}")
    people_after = let("people_after", total(sector_employment_end), r"\theta_{1,\Sigma}")
    rows = list(
        zip(
            [share / people for share in sector_employment_start],
            [share / people_after for share in sector_employment_end],
            sector_productivity_start,
            sector_productivity_end,
            strict=True,
        )
    )
    within = total(share * (later - first) for share, _after, first, later in rows)
    static = total((after - share) * first for share, after, first, _later in rows)
    both = total((after - share) * (later - first) for share, after, first, later in rows)
    return ThreeParts(within, static, both)


@model(symbol=(r"\Delta_W", r"\Delta_M"), unit="money a worker")
def two_parts_of_growth(
    *,
    sector_employment_start: Sequence[Scalar],
    sector_employment_end: Sequence[Scalar],
    sector_productivity_start: Sequence[Scalar],
    sector_productivity_end: Sequence[Scalar],
) -> TwoParts:
    r"""Return a change of productivity in two parts: within sectors, and by moving between them.

    Parameters: as for :func:`three_parts_of_growth`, whose last two parts are one here. Returns two
    changes that sum to the whole one. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: :cite:t:`mcmillan2014`.

    >>> parts = two_parts_of_growth(
    ...     sector_employment_start=[.6, .25, .15], sector_employment_end=[.4, .35, .25],
    ...     sector_productivity_start=[1., 4., 2.], sector_productivity_end=[1.2, 4.5, 2.2])
    >>> [round(part, 6) for part in parts]
    [0.275, 0.43]
    """
    parts = three_parts_of_growth(
        sector_employment_start=sector_employment_start,
        sector_employment_end=sector_employment_end,
        sector_productivity_start=sector_productivity_start,
        sector_productivity_end=sector_productivity_end,
    )
    return TwoParts(parts.within, parts.static + parts.dynamic)


@model(symbol=r"\Delta_{MM}", unit="money a worker")
def moving_at_the_margin(
    *,
    sector_employment_start: Sequence[Scalar],
    sector_employment_end: Sequence[Scalar],
    sector_productivity_start: Sequence[Scalar],
    labour_elasticities: Sequence[Scalar],
) -> Scalar:
    r"""Return what moving adds at old productivity, if who moves makes the marginal product.

    Machines and land do not move along, so that who leaves a sector costs it less than its mean
    output a worker, and who enters adds less. Parameters: as for :func:`three_parts_of_growth`,
    and one fraction a sector; with 1 for all it is the part by moving alone. Returns a change.
    Raises ``ValueError`` out of range or for lists of unequal length. Source: derived here for
    small moves, the objection of :cite:t:`ye2018`.

    >>> round(moving_at_the_margin(sector_employment_start=[.6, .4],
    ...     sector_employment_end=[.5, .5], sector_productivity_start=[1., 4.],
    ...     labour_elasticities=[.8, .5]), 6)
    0.12
    """
    people = let("people", total(sector_employment_start), r"\theta_{0,\Sigma}")
    people_after = let("people_after", total(sector_employment_end), r"\theta_{1,\Sigma}")
    rows = zip(
        sector_employment_start,
        sector_employment_end,
        sector_productivity_start,
        labour_elasticities,
        strict=True,
    )
    return total(
        (after / people_after - own / people) * made * part for own, after, made, part in rows
    )


@model(symbol=r"\theta_{i,t}", unit="fraction")
def employment_shares(
    *,
    taste_weights: Sequence[Scalar],
    sector_growth: Sequence[Scalar],
    consumption_elasticity: Scalar,
    year: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return each sector's part of employment, from equal productivities in year 0.

    It is also its part of spending, as wages are equal. Parameters: two lists of one length,
    weights and growth as fractions a year; ``consumption_elasticity`` from .1 to 2, ``year`` from
    0 to 60. Returns fractions that sum to 1. Raises ``ValueError`` out of range or for lists of
    unequal length. Source: :cite:t:`ngai2007`, consumption goods with equal capital shares.

    >>> shares = employment_shares(taste_weights=[.5, .5], sector_growth=[.03, .01],
    ...                            consumption_elasticity=.3, year=50.)
    >>> [round(share, 6) for share in shares]
    [0.331812, 0.668188]
    """
    pulls = [
        weight * exp((consumption_elasticity - 1) * growth * year)
        for weight, growth in zip(taste_weights, sector_growth, strict=True)
    ]
    together = let("pull_of_all", total(pulls), r"\Xi_t")
    return tuple(pull / together for pull in pulls)


@model(symbol=r"g_{\Sigma,t}", unit="fraction a year")
def growth_of_all_sectors(
    *,
    taste_weights: Sequence[Scalar],
    sector_growth: Sequence[Scalar],
    consumption_elasticity: Scalar,
    year: Scalar,
) -> Scalar:
    r"""Return growth of productivity of all sectors together, weighted with employment.

    Parameters: as for :func:`employment_shares`. Returns a fraction a year, which goes to the
    slowest sector's if goods complement one another. Raises ``ValueError`` out of range or for
    lists of unequal length. Source: :cite:t:`ngai2007`; the limit, :cite:t:`baumol1967`.

    >>> round(growth_of_all_sectors(taste_weights=[.5, .5], sector_growth=[.03, .01],
    ...                             consumption_elasticity=.3, year=50.), 6)
    0.016636
    """
    shares = employment_shares(
        taste_weights=taste_weights,
        sector_growth=sector_growth,
        consumption_elasticity=consumption_elasticity,
        year=year,
    )
    return total(share * growth for share, growth in zip(shares, sector_growth, strict=True))
