r"""Breakthroughs as rungs of a ladder: how much research the market does, and the best amount.

Each breakthrough makes the one before it obsolete. Who innovates forgets the profit that is taken
from the last innovator (too much research), and cannot sell to later ones what they will build on
(too little). Which weighs more depends on the progress that all could make in a year, against the
rate of interest (chapter 6).
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import Refusal, Scalar, exp, let, maximum, model, power

_RANGES: dict[str, Any] = {"arrival_rate": (0.05, 1.0), "step_size": (1.05, 2.0)}


@model(symbol=r"\hat{L}_R", unit="fraction of the workforce", **_RANGES)
def market_research(
    *,
    arrival_rate: Scalar,
    step_size: Scalar,
    intermediate_exponent: Scalar,
    interest_rate: Scalar,
) -> Scalar:
    r"""Return the part of the workforce that the market puts into research.

    Parameters: scalars or arrays of one shape; ``arrival_rate`` a year from .05 to 1, ``step_size``
    from 1.05 to 2, ``intermediate_exponent`` from .3 to .8, ``interest_rate`` a fraction a year.
    Returns a fraction between 0 and 1. Raises ``ValueError`` out of range.
    Source: :cite:t:`aghion1992`, linear research and a workforce of 1.

    >>> round(market_research(arrival_rate=.2, step_size=1.2, intermediate_exponent=.6,
    ...                       interest_rate=.05), 6)
    0.305556
    """
    markup = step_size * (1 - intermediate_exponent) / intermediate_exponent
    reward = let("reward_of_a_step", markup, r"\mu_X")
    return maximum(0.0, (reward - interest_rate / arrival_rate) / (1 + reward))


def _progress_outruns_interest(
    arrival_rate: Scalar, step_size: Scalar, interest_rate: Scalar
) -> Any:
    return arrival_rate * (step_size - 1) >= interest_rate


_NO_BEST = Refusal(
    _progress_outruns_interest,
    "no best amount: progress outruns interest. Where all could make at least as much progress in "
    "a year as the rate of interest, what is still to come adds up to more than any number. Take a "
    "smaller step, a lower arrival rate or a higher rate of interest.",
)


@model(symbol=r"L_R^{*}", unit="fraction of the workforce", refuses=_NO_BEST, **_RANGES)
def best_research(
    *,
    arrival_rate: Scalar,
    step_size: Scalar,
    intermediate_exponent: Scalar,
    interest_rate: Scalar,
) -> Scalar:
    r"""Return the part of the workforce that a planner would put into research.

    It makes the discounted worth of output largest, :func:`worth_of_research`, and is below 1: if
    all did research nothing would ever be made. Parameters: as for :func:`market_research`. Returns
    a fraction from 0 to below 1. Raises ``ValueError`` out of range, and where
    ``arrival_rate * (step_size - 1)`` is not below ``interest_rate``: the worth has no bound there.
    Source: :cite:t:`aghion1992`, linear research and a workforce of 1.

    >>> round(best_research(arrival_rate=.2, step_size=1.2, intermediate_exponent=.6,
    ...                     interest_rate=.05), 6)
    0.625
    """
    patience = intermediate_exponent * interest_rate / (arrival_rate * (step_size - 1))
    return maximum(0.0, (1 - patience) / (1 - intermediate_exponent))


@model(
    symbol="W_L",
    unit="years of today's output",
    refuses=_NO_BEST,
    researchers=(0.0, 1.0),
    **_RANGES,
)
def worth_of_research(
    *,
    researchers: Scalar,
    arrival_rate: Scalar,
    step_size: Scalar,
    intermediate_exponent: Scalar,
    interest_rate: Scalar,
) -> Scalar:
    r"""Return the discounted worth of all output when a part of the workforce does research.

    Parameters: as for :func:`market_research`, with ``researchers`` a fraction. Returns years of
    what all would make today without research. Raises ``ValueError`` as :func:`best_research` does.
    Source: :cite:t:`aghion1992`, linear research and a workforce of 1.

    >>> round(worth_of_research(researchers=0., arrival_rate=.2, step_size=1.2,
    ...                         intermediate_exponent=.6, interest_rate=.05), 6)
    20.0
    """
    growth = arrival_rate * researchers * (step_size - 1)
    return power(1 - researchers, intermediate_exponent) / (interest_rate - growth)


@model(symbol="P_B", unit="probability", arrival_rate=(0.05, 1.0))
def chance_of_no_breakthrough(*, arrival_rate: Scalar, researchers: Scalar, year: Scalar) -> Scalar:
    r"""Return the chance that no breakthrough comes within a number of years.

    One country without a breakthrough in a decade does not prove that its policy fails. Parameters:
    scalars or arrays of one shape; ``arrival_rate`` a year, ``researchers`` a fraction, ``year``
    from 0 to 60. Returns a probability. Raises ``ValueError`` out of range.
    Source: breakthroughs as a Poisson process, :cite:t:`aghion1992`.

    >>> round(chance_of_no_breakthrough(arrival_rate=.2, researchers=.5, year=10.), 4)
    0.3679
    """
    return exp(-arrival_rate * researchers * year)
