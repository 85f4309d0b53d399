r"""Patience: how far an appraisal looks ahead, and when waiting is the patient thing (chapter 10).

A project that pays late looks bad to whoever counts a few years only. Yet where a commitment
cannot be undone and the future is unsure, waiting is worth something too, and rules that may
change make it worth more.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, maximum, minimum, model, sqrt


@model(symbol="W_H", unit="part of what is invested")
def value_within_horizon(
    *,
    discount_rate: Scalar,
    horizon: Scalar,
    first_return: Scalar,
    years_of_return: Scalar,
    yearly_return: Scalar,
) -> Scalar:
    r"""Return the present value of a project if nothing counts beyond the horizon.

    One is invested now; the same return comes every year from ``first_return`` on. Parameters:
    scalars or arrays of one shape; rate and return as fractions, the others in years. Returns a
    part of what is invested, never below -1. Raises ``ValueError`` out of range. Source: derived
    here by adding up the returns within the horizon.

    >>> case = dict(discount_rate=.08, first_return=6., years_of_return=10., yearly_return=.4)
    >>> [round(100 * value_within_horizon(**case, horizon=years), 6) for years in (5., 8., 10.)]
    [-100.0, -29.842844, 8.694854]
    """
    last = let("last", minimum(horizon, first_return - 1 + years_of_return), "t_H")
    until_first = (1 + discount_rate) ** (1 - first_return)
    counted = maximum(0.0, until_first - (1 + discount_rate) ** -last)
    return yearly_return * counted / discount_rate - 1


@model(symbol=r"\eta_O", unit="ratio", discount_rate=(0.01, 0.12))
def hurdle_of_commitment(
    *,
    discount_rate: Scalar,
    payout_rate: Scalar,
    market_uncertainty: Scalar,
    policy_uncertainty: Scalar,
) -> Scalar:
    r"""Return how many times its cost a project must be worth before committing beats waiting.

    The value moves at random, the commitment cannot be undone and can be put off. Parameters:
    scalars or arrays of one shape; two rates a year, two independent standard deviations a year.
    Returns a ratio above 1. Raises ``ValueError`` out of range. Source: :cite:t:`dixit1994`; rules
    as a further source of uncertainty after :cite:t:`rodrik1991`.

    >>> round(hurdle_of_commitment(discount_rate=.04, payout_rate=.04, market_uncertainty=.2,
    ...                            policy_uncertainty=0.), 6)
    2.0
    """
    variance = let("variance", market_uncertainty**2 + policy_uncertainty**2, r"V_O")
    drift = let("drift", (discount_rate - payout_rate) / variance - 0.5, r"\chi_O")
    root = let("root", sqrt(drift**2 + 2 * discount_rate / variance) - drift, r"\beta_O")
    return root / (root - 1)


@model(symbol=r"\bar{t}_P", unit="years", paid_out=(1.0, 10000.0))
def mean_wait(*, paid_out: Scalar, cost_with_time: Scalar, discount_rate: Scalar) -> Scalar:
    r"""Return how long a yuan waited on average between being paid out and success.

    Parameters: scalars or arrays of one shape; two sums in the same money, the second no smaller,
    and a rate a year. Returns years. Raises ``ValueError`` out of range. Source: derived here by
    asking which single date of payment gives the same cost.

    >>> round(mean_wait(paid_out=100., cost_with_time=121., discount_rate=.1), 6)
    2.0
    """
    return log(cost_with_time / paid_out) / log(1 + discount_rate)
