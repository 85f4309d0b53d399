r"""The protection dilemma: each region gains alone, all lose together (chapter 5).

Two regions, one firm in each, selling the same good in both markets with linear demand; each firm
chooses its quantity. A barrier raises the rival's cost of selling in the region and yields no
revenue, as local standards and permits do.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, model


class ProtectionPayoffs(NamedTuple):
    """A region's welfare in four cases, as fractions of what both get when both are open."""

    both_open: Scalar
    protects_alone: Scalar
    open_alone: Scalar
    both_protect: Scalar


@model(symbol=("W_{OO}", "W_{PO}", "W_{OP}", "W_{PP}"), unit="fraction of welfare when both open")
def protection_payoffs(*, barrier: Scalar) -> ProtectionPayoffs:
    r"""Return a region's welfare when none, it alone, the other alone, or both protect.

    At home protection shifts profit to the home firm and costs buyers less than that, a gain of
    :math:`\frac{3}{32}` of welfare at a barrier that ends trade; abroad it takes the rival's
    profit, which is more. Parameters: ``barrier`` as a fraction of the barrier that ends trade.
    Returns four fractions of the same shape. Raises ``ValueError`` out of range. Source: the game
    of :cite:t:`brander1983`, solved here for welfare.

    >>> protection_payoffs(barrier=1.)
    ProtectionPayoffs(both_open=1.0, protects_alone=1.09375, open_alone=0.75, both_protect=0.84375)
    """
    gain = 3 * barrier**2 / 32
    loss = barrier / 2 * (1 - barrier / 2)
    return ProtectionPayoffs(
        both_open=1.0,
        protects_alone=1 + gain,
        open_alone=1 - loss,
        both_protect=1 + gain - loss,
    )
