r"""Basic and applied research, and ideas that get harder to find (chapter 6).

Basic research feeds many uses, of which the firm that does it captures a part. A subsidy to all
research then buys more of the wrong mix. And constant growth may need ever more researchers.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, model


@model(symbol=r"\hat{b}_R", unit="fraction of research")
def basic_share_of_firms(*, basic_weight: Scalar, internalised_share: Scalar) -> Scalar:
    r"""Return the part of research that firms make basic, capturing only a part of its use.

    A subsidy to all research leaves it unchanged. Parameters: scalars or arrays of one shape;
    ``basic_weight`` from .1 to .5, which is also the best part, ``internalised_share`` a fraction.
    Returns a fraction. Raises ``ValueError`` out of range. Source: a teaching core of
    :cite:t:`akcigit2021`, derived here.

    >>> round(basic_share_of_firms(basic_weight=.25, internalised_share=.11), 5)
    0.03537
    """
    captured = let("captured", internalised_share * basic_weight)
    return captured / (captured + 1 - basic_weight)


@model(symbol="g_R", unit="fraction a year")
def growth_from_research(
    *, research_productivity: Scalar, basic_share: Scalar, basic_weight: Scalar
) -> Scalar:
    r"""Return growth from research that combines basic and applied work.

    Parameters: scalars or arrays of one shape; ``research_productivity`` a ratio, ``basic_share`` a
    fraction, ``basic_weight`` from .1 to .5. Returns a fraction a year. Raises ``ValueError`` out
    of range. Source: a teaching core of :cite:t:`akcigit2021`, derived here.

    >>> round(growth_from_research(research_productivity=1., basic_share=.5, basic_weight=.5), 6)
    0.5
    """
    applied = (1 - basic_share) ** (1 - basic_weight)
    return research_productivity * basic_share**basic_weight * applied


@model(symbol="g_R / g_R^{*}", unit="ratio")
def growth_of_firms_mix(*, basic_weight: Scalar, internalised_share: Scalar) -> Scalar:
    r"""Return growth with the firms' mix of research as a part of growth with the best mix.

    Parameters: as for :func:`basic_share_of_firms`. Returns a ratio of at most 1. Raises
    ``ValueError`` out of range. Source: a teaching core of :cite:t:`akcigit2021`, derived here.

    >>> round(growth_of_firms_mix(basic_weight=.25, internalised_share=.11), 6)
    0.740709
    """
    share = let(
        "firms_share",
        basic_share_of_firms(basic_weight=basic_weight, internalised_share=internalised_share),
        r"\hat{b}_R",
    )
    applied = ((1 - share) / (1 - basic_weight)) ** (1 - basic_weight)
    return (share / basic_weight) ** basic_weight * applied


@model(symbol="g_A", unit="fraction a year")
def growth_in_the_long_run(
    *, research_growth: Scalar, duplication: Scalar, difficulty: Scalar
) -> Scalar:
    r"""Return long-run growth when ideas get harder to find as their number grows.

    It depends on how fast research effort grows, not on how large it is. Parameters: scalars or
    arrays of one shape; ``research_growth`` a fraction a year, ``duplication`` from .1 to 1,
    ``difficulty`` from 1 to 5. Returns a fraction a year. Raises ``ValueError`` out of range.
    Source: :cite:t:`bloom2020`, the semi-endogenous case.

    >>> round(growth_in_the_long_run(research_growth=.01, duplication=1., difficulty=3.), 5)
    0.00333
    """
    return duplication * research_growth / difficulty


@model(symbol="T_{1/2}", unit="years")
def years_to_half(*, rate_of_decline: Scalar) -> Scalar:
    r"""Return in how many years research productivity halves, so that effort must double.

    Parameters: a scalar or array, the continuous rate of decline as a fraction a year. Returns
    years. Raises ``ValueError`` out of range. Source: :cite:t:`bloom2020`.

    >>> round(years_to_half(rate_of_decline=.051), 2)
    13.59
    """
    return log(2) / rate_of_decline
