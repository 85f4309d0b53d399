r"""Growth accounting: how much of growth the inputs explain, and what is left (chapter 2).

Growth rates are fractions a year. What the same figures say under other conventions stands in
`nqpf.models.growth.growth_conventions`.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, model

_RATE = "fraction a year"


class GrowthContributions(NamedTuple):
    """What each part adds to output growth, as fractions a year; the parts add up to it."""

    capital: Scalar
    labour: Scalar
    human_capital: Scalar
    productivity: Scalar


@model(symbol="g_A", unit=_RATE)
def growth_of_productivity(
    *,
    output_growth: Scalar,
    capital_growth: Scalar,
    labour_growth: Scalar,
    human_capital_growth: Scalar = 0.0,
    capital_share: Scalar,
) -> Scalar:
    r"""Return the part of output growth that inputs do not explain (the Solow residual).

    Parameters: scalars or arrays of one shape; growth as fractions a year, ``capital_share`` a
    fraction of income. Returns the same shape, a fraction a year. Raises ``ValueError`` out of
    range. Source: :cite:t:`solow1957`, with skills as in :cite:t:`klenow1997`.

    >>> round(growth_of_productivity(output_growth=.06, capital_growth=.08,
    ...                              labour_growth=-.005, capital_share=.5), 4)
    0.0225
    """
    return (
        output_growth
        - capital_share * capital_growth
        - (1 - capital_share) * (labour_growth + human_capital_growth)
    )


@model(symbol=(r"\Delta_K", r"\Delta_L", r"\Delta_h", "g_A"), unit=_RATE)
def growth_contributions(
    *,
    output_growth: Scalar,
    capital_growth: Scalar,
    labour_growth: Scalar,
    human_capital_growth: Scalar = 0.0,
    capital_share: Scalar,
) -> GrowthContributions:
    r"""Return what capital, labour, skills and productivity add to output growth.

    Parameters: as for :func:`growth_of_productivity`. Returns four values of the same shape,
    fractions a year, whose sum is ``output_growth``. Raises ``ValueError`` out of range.
    Source: :cite:t:`solow1957`.

    >>> parts = growth_contributions(output_growth=.06, capital_growth=.08,
    ...                              labour_growth=-.005, capital_share=.5)
    >>> [round(part, 4) for part in parts]
    [0.04, -0.0025, 0.0, 0.0225]
    """
    residual = growth_of_productivity(
        output_growth=output_growth,
        capital_growth=capital_growth,
        labour_growth=labour_growth,
        human_capital_growth=human_capital_growth,
        capital_share=capital_share,
    )
    return GrowthContributions(
        capital=capital_share * capital_growth,
        labour=(1 - capital_share) * labour_growth,
        human_capital=(1 - capital_share) * human_capital_growth,
        productivity=residual,
    )


@model(symbol="g_{Y/L}", unit=_RATE)
def growth_of_labour_productivity(*, output_growth: Scalar, labour_growth: Scalar) -> Scalar:
    r"""Return the growth of output per unit of labour.

    Parameters: scalars or arrays of one shape, fractions a year. Returns the same shape, a
    fraction a year. Raises ``ValueError`` out of range. Source: :cite:t:`solow1957`.

    >>> round(growth_of_labour_productivity(output_growth=.06, labour_growth=-.005), 4)
    0.065
    """
    return output_growth - labour_growth


@model(symbol=r"\Delta_{K/L}", unit=_RATE)
def capital_deepening(
    *, capital_growth: Scalar, labour_growth: Scalar, capital_share: Scalar
) -> Scalar:
    r"""Return what more capital for each worker adds to the growth of labour productivity.

    Labour productivity grows by this, by skills, and by productivity itself. Parameters:
    scalars or arrays of one shape; growth as fractions a year, ``capital_share`` a fraction of
    income. Returns the same shape, a fraction a year. Raises ``ValueError`` out of range.
    Source: :cite:t:`solow1957`.

    >>> round(capital_deepening(capital_growth=.08, labour_growth=-.005, capital_share=.5), 4)
    0.0425
    """
    return capital_share * (capital_growth - labour_growth)
