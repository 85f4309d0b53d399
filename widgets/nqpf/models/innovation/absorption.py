r"""Introduce, absorb, digest, innovate again: what foreign technology is worth (chapter 7).

Who does no work of their own cannot use what others know, however cheap it is. How close an economy
comes to the frontier depends on how fast it absorbs.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, exp, let, minimum, model, product, sqrt


@model(symbol="a^{*}", unit="ratio")
def lasting_proximity_of_absorption(*, absorption_rate: Scalar, frontier_growth: Scalar) -> Scalar:
    r"""Return the proximity to the frontier at which an economy that absorbs comes to rest.

    Parameters: scalars or arrays of one shape; ``absorption_rate`` a year, ``frontier_growth`` a
    continuous rate. Returns a ratio below 1. Raises ``ValueError`` out of range.
    Source: :cite:t:`nelson1966`.

    >>> lasting_proximity_of_absorption(absorption_rate=.06, frontier_growth=.02)
    0.75
    """
    return absorption_rate / (absorption_rate + frontier_growth)


@model(symbol="a_t", unit="ratio")
def proximity_after(
    *, proximity: Scalar, absorption_rate: Scalar, frontier_growth: Scalar, year: Scalar
) -> Scalar:
    r"""Return proximity to the frontier after a number of years of absorption.

    Parameters: scalars or arrays of one shape; ``proximity`` at the start as a ratio, rates a year,
    ``year`` from 0 to 60. Returns a ratio. Raises ``ValueError`` out of range.
    Source: :cite:t:`nelson1966`, solved.

    >>> round(proximity_after(proximity=.3, absorption_rate=.06, frontier_growth=.02, year=20.), 6)
    0.659147
    """
    rest = let(
        "rest",
        lasting_proximity_of_absorption(
            absorption_rate=absorption_rate, frontier_growth=frontier_growth
        ),
        "a^{*}",
    )
    return rest + (proximity - rest) * exp(-(absorption_rate + frontier_growth) * year)


@model(symbol="a^{*}", unit="ratio")
def lasting_proximity_with_innovation(
    *, own_innovation_rate: Scalar, catch_up_rate: Scalar, frontier_growth: Scalar
) -> Scalar:
    r"""Return lasting proximity when growth is one's own innovation and a part of the gap.

    Over this range catching up outpaces the frontier, so there is such a proximity; if
    ``catch_up_rate`` were below ``frontier_growth`` less ``own_innovation_rate``, the gap would
    grow for ever. Parameters: scalars or arrays of one shape, fractions a year. Returns a ratio.
    Raises ``ValueError`` out of range. Source: the logistic case of technology diffusion, with the
    idea of :cite:t:`nelson1966`.

    >>> round(lasting_proximity_with_innovation(own_innovation_rate=.005, catch_up_rate=.06,
    ...                                         frontier_growth=.02), 6)
    0.75
    """
    return 1 - (frontier_growth - own_innovation_rate) / catch_up_rate


@model(symbol="K_R", unit="index")
def knowledge(
    *,
    own_research: Scalar,
    research_budget: Scalar,
    foreign_price: Scalar,
    absorption_difficulty: Scalar,
) -> Scalar:
    r"""Return knowledge from one's own research and from the foreign technology it can absorb.

    What the budget leaves after ``own_research``, at most all of it, buys foreign technology. The
    part that is absorbed grows with one's own research. Parameters: scalars or arrays of one shape,
    indices, and ``foreign_price`` a ratio. Returns an index. Raises ``ValueError`` out of range.
    Source: the two faces of research of :cite:t:`cohen1989`, with a budget, derived here.

    >>> round(knowledge(own_research=10., research_budget=10., foreign_price=.25,
    ...                 absorption_difficulty=2.), 6)
    10.0
    """
    own = minimum(own_research, research_budget)
    bought = (research_budget - own) / foreign_price
    return own + own / (own + absorption_difficulty) * bought


@model(symbol="x_R^{*}", unit="index")
def best_own_research(
    *, research_budget: Scalar, foreign_price: Scalar, absorption_difficulty: Scalar
) -> Scalar:
    r"""Return how much of the budget to spend on one's own research for the most knowledge.

    Parameters: as for :func:`knowledge`. Returns an index, at most the budget. Raises
    ``ValueError`` out of range. Source: the two faces of research of :cite:t:`cohen1989`, with a
    budget, derived here.

    >>> round(best_own_research(research_budget=10., foreign_price=.25,
    ...                         absorption_difficulty=2.), 6)
    3.656854
    """
    room = absorption_difficulty * (research_budget + absorption_difficulty)
    inner = sqrt(room / (1 - foreign_price)) - absorption_difficulty
    return minimum(research_budget, inner)


@model(symbol="p_C", unit="fraction")
def conversion(*, pass_through: Sequence[Scalar]) -> Scalar:
    r"""Return what comes out of a chain of stages, each of which passes on a part.

    Parameters: a list with the part that each stage passes on. Returns a fraction, the product and
    not the mean. Raises ``ValueError`` out of range. Source: derived here.

    >>> round(conversion(pass_through=[.8, .7, .6, .5]), 4)
    0.168
    """
    return product(pass_through)
