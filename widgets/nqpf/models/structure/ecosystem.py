r"""Ecosystems: weakest links, best shots, and loops that feed themselves (chapter 9).

In a chain of complements one bad link spoils all others, and the first coin belongs to it. Where
parts replace one another the plain mean counts; where the best alone counts, the coin belongs to
the best. A loop of stocks that feed one another grows only if the product of its gains is enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from nqpf.algebra import (
    Scalar,
    count,
    exp,
    let,
    log,
    minimum,
    model,
    power,
    product,
    total,
    where,
)

BAND = 1e-6
"""An exponent this near to 0 counts as 0: the error is below one in a million in the range."""


class Cycles(NamedTuple):
    """Five stocks in two cycles that meet in technology."""

    education: Scalar
    talent: Scalar
    technology: Scalar
    industry: Scalar
    finance: Scalar


@model(symbol=r"\Pi_E", unit="fraction")
def output_of_chain(*, link_qualities: Sequence[Scalar]) -> Scalar:
    r"""Return what a chain makes of its best when every link must hold: the product of qualities.

    Parameters: ``link_qualities``, fractions from .05 to 1. Returns a fraction. Raises
    ``ValueError`` out of range or for an empty list. Source: :cite:t:`kremer1993`, the O-ring
    production function for one worker a task.

    >>> round(output_of_chain(link_qualities=[.9] * 5), 6)
    0.59049
    """
    return product(link_qualities)


@model(symbol="M_E", unit="fraction")
def output_of_links(*, link_qualities: Sequence[Scalar], link_exponent: Scalar) -> Scalar:
    r"""Return the mean of qualities in which good links make up for bad ones as far as is set.

    An exponent of -10 is nearly the weakest link, 0 the geometric mean, 1 the plain mean, 5 nearly
    the best. Parameters: ``link_qualities``, fractions from .05 to 1; ``link_exponent`` from -10 to
    5. Returns a fraction between the worst and the best. Raises ``ValueError`` out of range or for
    an empty list. Source: :cite:t:`jones2011`, weak links; best shots, :cite:t:`hirshleifer1983`.

    >>> round(output_of_links(link_qualities=[.9, .9, .9, .9, .9, .5], link_exponent=1.), 6)
    0.833333
    """
    worst = let("worst", minimum(*link_qualities), r"q_{E,\min}")
    relative = [quality / worst for quality in link_qualities]

    def mean() -> Scalar:
        terms = total(power(one, link_exponent) for one in relative)
        return power(terms / count(link_qualities), 1 / link_exponent)

    def geometric() -> Scalar:
        return exp(total(log(one) for one in relative) / count(link_qualities))

    return worst * where(abs(link_exponent) > BAND, mean, geometric)


@model(symbol=r"\varepsilon_{E,i}", unit="ratio")
def elasticities_of_links(
    *, link_qualities: Sequence[Scalar], link_exponent: Scalar
) -> tuple[Scalar, ...]:
    r"""Return by how many percent the whole grows when each link gets one percent better.

    Parameters: as for :func:`output_of_links`. Returns one ratio a link; they sum to 1. Raises
    ``ValueError`` out of range or for an empty list. Source: derived here from
    :func:`output_of_links`, whose form is that of :cite:t:`jones2011`.

    >>> [round(one, 6) for one in
    ...  elasticities_of_links(link_qualities=[.5, 1.], link_exponent=-1.)]
    [0.666667, 0.333333]
    """
    worst = let("worst", minimum(*link_qualities), r"q_{E,\min}")
    terms = [power(quality / worst, link_exponent) for quality in link_qualities]
    together = let("sum_of_links", total(terms), "Z_E")
    return tuple(term / together for term in terms)


@model(symbol=r"\mu_E", unit="ratio a period")
def growth_of_loop(*, loop_gains: Sequence[Scalar], loop_retention: Scalar) -> Scalar:
    r"""Return by what the stocks of a loop are multiplied each period in the long run.

    Each stock keeps a part of itself and receives from the one before it; above 1 the loop grows.
    It is the largest eigenvalue of that step. Parameters: ``loop_gains``, fractions from 0 to 1;
    ``loop_retention`` from .3 to .9. Returns a ratio. Raises ``ValueError`` out of range or for an
    empty list. Source: derived here, the eigenvalue of a cycle.

    >>> round(growth_of_loop(loop_gains=[.4, .5, .6], loop_retention=.5), 6)
    0.993242
    """
    return loop_retention + power(product(loop_gains), 1 / count(loop_gains))


@model(symbol=r"x_{E,t+1}", unit="index")
def next_stocks_of_loop(
    *, loop_stocks: Sequence[Scalar], loop_gains: Sequence[Scalar], loop_retention: Scalar
) -> tuple[Scalar, ...]:
    r"""Return the stocks of a loop one period on.

    Parameters: two lists of one length, stocks and the gain of each from the one before it, the
    first from the last; ``loop_retention`` a fraction. Returns one stock each. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: derived here, the step of a
    cycle whose growth is :func:`growth_of_loop`.

    >>> next_stocks_of_loop(loop_stocks=[1., 2.], loop_gains=[.5, 1.], loop_retention=.5)
    (1.5, 2.0)
    """
    return tuple(
        loop_retention * loop_stocks[place] + gain * loop_stocks[place - 1]
        for place, gain in enumerate(loop_gains)
    )


@model(
    symbol=("x_1^{\\prime}", "x_2^{\\prime}", "x_3^{\\prime}", "x_4^{\\prime}", "x_5^{\\prime}"),
    unit="index",
)
def next_stocks_of_cycles(
    *,
    education: Scalar,
    talent: Scalar,
    technology: Scalar,
    industry: Scalar,
    finance: Scalar,
    cycle_link: Scalar,
    education_cycle: Scalar,
    finance_cycle: Scalar,
    loop_retention: Scalar,
) -> Cycles:
    r"""Return the five stocks of two cycles one period on.

    Education feeds talent and talent feeds technology, which gives back to education; technology
    feeds industry and industry feeds finance, which gives back to technology. Each stock also
    receives from outside what alone would keep it at 1. Parameters: scalars or arrays of one shape,
    indices, ratios and fractions. Returns indices. Raises ``ValueError`` out of range. Source:
    derived here from the two cycles that :cite:t:`gan2024` name.

    >>> after = next_stocks_of_cycles(education=1., talent=1., technology=1., industry=1.,
    ...     finance=1., cycle_link=.5, education_cycle=0., finance_cycle=1., loop_retention=.5)
    >>> after.education, after.technology
    (1.0, 1.5)
    """

    def after(stock: Scalar, received: Scalar) -> Scalar:
        return loop_retention * stock + (1 - loop_retention) * (1 + cycle_link * received)

    return Cycles(
        after(education, education_cycle * technology),
        after(talent, education),
        after(technology, talent + finance_cycle * finance),
        after(industry, technology),
        after(finance, industry),
    )


@model(symbol=r"x_3^{*}", unit="index")
def technology_at_rest(
    *, cycle_link: Scalar, education_cycle: Scalar, finance_cycle: Scalar
) -> Scalar:
    r"""Return where technology comes to rest in two cycles that may be broken.

    Above the fraction stands what reaches technology without any going round, below it 1 less what
    comes back of one unit. Parameters: scalars or arrays of one shape; ``cycle_link``, a ratio up
    to .7; two fractions, 1 for a closed cycle. Returns an index, 1 for technology on its own.
    Raises ``ValueError`` out of range. Source: derived here, the rest of
    :func:`next_stocks_of_cycles`.

    >>> technology_at_rest(cycle_link=.5, education_cycle=1., finance_cycle=0.)
    2.0
    """
    once = 1 + (1 + finance_cycle) * (cycle_link + cycle_link**2)
    return once / (1 - (education_cycle + finance_cycle) * cycle_link**3)
