r"""A portfolio of tiers: traditional, high-tech, emerging and future industries (chapter 11).

Younger tiers promise more, fail more often and pay later. Spreading over tiers lowers risk as far
as they fail for reasons of their own; what hits all of them cannot be spread.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, model, sqrt, total


@model(symbol=r"\bar{g}_T", unit="fraction a year")
def growth_of_portfolio(*, weights: Sequence[Scalar], tier_growth: Sequence[Scalar]) -> Scalar:
    r"""Return the expected growth of tiers held together.

    Parameters: two lists of one length; ``weights`` divided by their sum, growth as fractions a
    year. Returns a fraction a year. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: :cite:t:`markowitz1952`.

    >>> round(growth_of_portfolio(weights=[.5, .5], tier_growth=[.02, .1]), 6)
    0.06
    """
    weighted = total(part * growth for part, growth in zip(weights, tier_growth, strict=True))
    return weighted / total(weights)


@model(symbol=r"\bar{\sigma}_T", unit="fraction a year")
def risk_of_portfolio(
    *, weights: Sequence[Scalar], tier_risk: Sequence[Scalar], shared_risk: Scalar
) -> Scalar:
    r"""Return the standard deviation of the growth of tiers held together.

    Any two tiers are correlated alike. Parameters: as for :func:`growth_of_portfolio`, with
    ``tier_risk`` as fractions a year and ``shared_risk`` from 0 to 1. Returns a fraction a year, at
    most the weighted mean of the risks. Raises ``ValueError`` out of range or for lists of unequal
    length. Source:
    :cite:t:`markowitz1952`, for one correlation.

    >>> round(risk_of_portfolio(weights=[.5, .5], tier_risk=[.06, .08], shared_risk=0.), 6)
    0.05
    """
    alone = total((part * risk) ** 2 for part, risk in zip(weights, tier_risk, strict=True))
    borne = total(part * risk for part, risk in zip(weights, tier_risk, strict=True))
    together = let("together", borne, r"S_{\Sigma}")
    return sqrt((1 - shared_risk) * alone + shared_risk * together**2) / total(weights)
