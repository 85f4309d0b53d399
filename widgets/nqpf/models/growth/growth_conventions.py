r"""Conventions of growth accounting: the same figures, other answers (chapter 2).

Is the capital that productivity calls forth credited to productivity? Which year's capital
share weighs the inputs? Each choice is a function of its own.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, model

_RATE = "fraction a year"
_SHARE = "fraction of income"


@model(symbol=r"\hat{g}_A", unit=_RATE)
def growth_with_induced_capital(*, productivity_growth: Scalar, capital_share: Scalar) -> Scalar:
    r"""Return growth due to productivity when the capital that it calls forth is credited to it.

    Output an hour is then written with the ratio of capital to output, in which productivity
    counts with the power :math:`1/(1-\alpha)`. Parameters: scalars or arrays of one shape;
    ``productivity_growth`` as of :func:`~nqpf.models.growth.growth.growth_of_productivity`, a
    fraction a year, ``capital_share`` a fraction of income. Returns the same shape, a fraction a
    year. Raises ``ValueError`` out of range. Source: :cite:t:`klenow1997`.

    >>> growth_with_induced_capital(productivity_growth=.0225, capital_share=.5)
    0.045
    """
    return productivity_growth / (1 - capital_share)


@model(symbol="s_A", unit="fraction of growth", output_growth=(0.005, 0.15))
def productivity_share_of_growth(*, productivity_growth: Scalar, output_growth: Scalar) -> Scalar:
    r"""Return the share of output growth that productivity accounts for.

    Parameters: scalars or arrays of one shape, fractions a year; ``output_growth`` is above
    zero. Returns the same shape, a fraction of growth; it is below 0 when productivity falls and
    above 1 when inputs shrink. Raises ``ValueError`` out of range. Source: :cite:t:`solow1957`.

    >>> round(productivity_share_of_growth(productivity_growth=.0225, output_growth=.06), 4)
    0.375
    """
    return productivity_growth / output_growth


@model(
    symbol=r"\alpha^{*}",
    unit=_SHARE,
    capital_growth=(0.04, 0.2),
    labour_growth=(-0.05, 0.02),
    human_capital_growth=(-0.02, 0.015),
)
def capital_share_without_productivity_growth(
    *,
    output_growth: Scalar,
    capital_growth: Scalar,
    labour_growth: Scalar,
    human_capital_growth: Scalar = 0.0,
) -> Scalar:
    r"""Return the capital share at which the inputs explain all growth.

    Parameters: scalars or arrays of one shape, fractions a year; capital outgrows labour with
    its skills over the whole range, so that there is one such share. Returns the same shape; a
    value outside 0 to 1 says that no capital share explains all growth. Raises ``ValueError``
    out of range. Source: :cite:t:`solow1957`, solved for the share.

    >>> round(capital_share_without_productivity_growth(
    ...     output_growth=.06, capital_growth=.08, labour_growth=-.005), 4)
    0.7647
    """
    skilled_labour = let("skilled_labour_growth", labour_growth + human_capital_growth, "g_{hL}")
    return (output_growth - skilled_labour) / (capital_growth - skilled_labour)


@model(symbol="A", unit="index")
def total_factor_productivity(
    *,
    output: Scalar,
    capital: Scalar,
    labour: Scalar,
    human_capital: Scalar = 1.0,
    capital_share: Scalar,
) -> Scalar:
    r"""Return the level of productivity: output over the inputs weighted by their shares.

    Parameters: scalars or arrays of one shape; ``output``, ``capital``, ``labour`` and
    ``human_capital`` are positive indices, ``capital_share`` a fraction of income. Returns the
    same shape, an index. Raises ``ValueError`` out of range. Source: :cite:t:`solow1957`, with
    skills as in :cite:t:`klenow1997`.

    >>> total_factor_productivity(output=12., capital=4., labour=9., capital_share=.5)
    2.0
    """
    return output / (capital**capital_share * (human_capital * labour) ** (1 - capital_share))


@model(symbol=r"\Delta \ln A", unit="log points")
def tornqvist_growth_of_productivity(
    *,
    output_start: Scalar,
    output_end: Scalar,
    capital_start: Scalar,
    capital_end: Scalar,
    labour_start: Scalar,
    labour_end: Scalar,
    capital_share_start: Scalar,
    capital_share_end: Scalar,
) -> Scalar:
    r"""Return productivity growth between two years, with the mean of their capital shares.

    Parameters: scalars or arrays of one shape; positive indices, and shares as fractions of
    income. Returns the same shape, log points. Raises ``ValueError`` out of range. Source: the
    translog index as used by :cite:t:`young1995`.

    >>> round(tornqvist_growth_of_productivity(
    ...     output_start=200., output_end=214., capital_start=100., capital_end=110.,
    ...     labour_start=50., labour_end=51., capital_share_start=.4, capital_share_end=.5), 6)
    0.013878
    """
    share = let(
        "mean_capital_share", (capital_share_start + capital_share_end) / 2, r"\bar{\alpha}"
    )
    return (
        log(output_end / output_start)
        - share * log(capital_end / capital_start)
        - (1 - share) * log(labour_end / labour_start)
    )
