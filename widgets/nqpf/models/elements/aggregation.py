"""The mean with constant elasticity of substitution, and the value of a coalition's members.

Not models themselves but what several models share, so that each formula stands once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import factorial

from nqpf.algebra import Scalar, let, minimum, power, product, total, where

BAND = 1e-8
"""An elasticity this near to 1 counts as 1.

Nearer, the exact formula loses its digits (it is 0 divided by 0 in the limit); farther, it
differs from the limit by less than one part in ten million over the declared ranges.
"""


def normalised(weights: Sequence[Scalar]) -> list[Scalar]:
    """Return the weights divided by their sum.

    >>> normalised([1., 3.])
    [0.25, 0.75]
    """
    whole = let("sum_of_weights", total(weights), r"\omega_{\Sigma}")
    return [weight / whole for weight in weights]


def elasticity_mean(
    values: Sequence[Scalar],
    shares: Sequence[Scalar],
    elasticity: Scalar,
    *,
    least: str,
    exponent: str = r"\rho",
) -> Scalar:
    r"""Return the mean of values that substitute with a constant elasticity.

    ``values`` are positive, ``shares`` sum to 1, ``elasticity`` is positive; ``least`` and
    ``exponent`` are LaTeX symbols for the smallest value and for the exponent. Dividing by the
    smallest value first keeps every power between 0 and a small number, so nothing overflows.

    >>> round(elasticity_mean([4., 1., 1.], [1/3] * 3, .5, least=r"x_{\min}"), 6)
    1.333333
    """
    smallest = let("smallest", minimum(*values), least)

    def mean() -> Scalar:
        rho = let("exponent", 1 - 1 / elasticity, exponent)
        terms = (
            share * power(value / smallest, rho)
            for value, share in zip(values, shares, strict=True)
        )
        return smallest * power(total(terms), 1 / rho)

    def at_one() -> Scalar:
        return product(power(value, share) for value, share in zip(values, shares, strict=True))

    return where(abs(elasticity - 1) > BAND, mean, at_one)


def elasticity_shares(
    values: Sequence[Scalar],
    shares: Sequence[Scalar],
    elasticity: Scalar,
    *,
    least: str,
    exponent: str = r"\rho",
) -> list[Scalar]:
    r"""Return what each value adds to `elasticity_mean`, in percent for one percent more of it.

    Arguments as there; the shares sum to 1, and at elasticity 1 they are the given ones.

    >>> [round(s, 6) for s in elasticity_shares([4., 1., 1.], [1/3] * 3, .5, least="x")]
    [0.111111, 0.444444, 0.444444]
    """
    smallest = let("smallest", minimum(*values), least)
    rho = let("exponent", 1 - 1 / elasticity, exponent)
    terms = [
        share * power(value / smallest, rho) for value, share in zip(values, shares, strict=True)
    ]
    whole = let("sum_of_terms", total(terms), "Z")
    return [term / whole for term in terms]


def shapley_values(players: int, worth: Callable[[list[int]], Scalar]) -> tuple[Scalar, ...]:
    """Return the Shapley value of each player: the mean of what it adds in every order of entry.

    ``worth`` gives the worth of a coalition, a list of players counted from 0. Source:
    :cite:t:`shapley1953`.

    >>> shapley_values(2, lambda coalition: float(len(coalition) ** 2))
    (2.0, 2.0)
    """
    worths = [
        worth([player for player in range(players) if coalition >> player & 1])
        for coalition in range(2**players)
    ]
    chance = [
        factorial(size) * factorial(players - size - 1) / factorial(players)
        for size in range(players)
    ]

    def value(player: int) -> Scalar:
        bit = 1 << player
        return total(
            chance[coalition.bit_count()] * (worths[coalition | bit] - worths[coalition])
            for coalition in range(2**players)
            if not coalition & bit
        )

    return tuple(value(player) for player in range(players))
