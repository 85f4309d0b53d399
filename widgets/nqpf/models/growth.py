r"""Growth accounting: how much of growth the inputs explain, and what is left (chapter 2)."""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Quantity, Scalar, declare, model

declare(
    Quantity("output_growth", "growth of output", "g_Y", "fraction a year", -0.1, 0.15, 0.06),
    Quantity(
        "capital_growth",
        "growth of capital",
        "g_K",
        "fraction a year",
        -0.05,
        0.2,
        0.08,
    ),
    Quantity(
        "labour_growth",
        "growth of labour",
        "g_L",
        "fraction a year",
        -0.05,
        0.05,
        -0.005,
    ),
    Quantity(
        "human_capital_growth",
        "growth of skills",
        "g_h",
        "fraction a year",
        -0.02,
        0.05,
        0.0,
    ),
    Quantity(
        "capital_share",
        "capital share",
        r"\alpha",
        "fraction of income",
        0.0,
        0.95,
        0.5,
    ),
)


class GrowthContributions(NamedTuple):
    """What each part adds to output growth, as fractions a year; the parts add up to it."""

    capital: Scalar
    labour: Scalar
    human_capital: Scalar
    productivity: Scalar


@model(symbol="g_A", unit="fraction a year")
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
