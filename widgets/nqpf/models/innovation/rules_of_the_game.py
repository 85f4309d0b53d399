r"""Rules of the game: how long a patent should last, and what competition does (chapter 16).

Longer protection calls forth more invention and keeps it dear for longer; so the best life of a
patent is finite. Competition drives level rivals to get ahead and tells those behind that catching
up is worth little; which of the two wins depends on how far apart firms are.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, exp, let, log, maximum, minimum, model, sqrt


class Efforts(NamedTuple):
    """Research of each of two level rivals, research of a laggard, and how often they are level."""

    level: Scalar
    laggard: Scalar
    time_level: Scalar


def _gain(protected: Scalar, demand_response: Scalar) -> Scalar:
    """Return the gain from invention, in proportion, when that part of its value is protected."""
    used_free = demand_response * protected**2 * (1 - protected) / 2
    return protected - protected**2 / 2 + used_free


@model(symbol="x_P^{*}", unit="fraction")
def best_protected_part(*, demand_response: Scalar) -> Scalar:
    r"""Return the part of an invention's present value that it is best to protect.

    Small inventions that lower a cost, with linear demand. Parameters: ``demand_response``, a
    scalar or array from 0.01 to 50. Returns a fraction from 2/3, where demand responds much, to 1,
    where it does not. Raises ``ValueError`` out of range. Source: derived here, in the spirit of
    :cite:t:`nordhaus1969`.

    >>> round(best_protected_part(demand_response=1.), 6)
    0.816497
    """
    root = sqrt((demand_response - 1) ** 2 + 6 * demand_response)
    return (demand_response - 1 + root) / (3 * demand_response)


@model(symbol="T_P^{*}", unit="years")
def best_patent_life(*, demand_response: Scalar, interest_rate: Scalar) -> Scalar:
    r"""Return the life of a patent at which a longer one costs users as much as it brings forth.

    Parameters: as for :func:`best_protected_part`, with ``interest_rate`` a fraction a year.
    Returns years. Raises ``ValueError`` out of range. Source: derived here, in the spirit of
    :cite:t:`nordhaus1969`.

    >>> round(best_patent_life(demand_response=1., interest_rate=.05), 3)
    33.91
    """
    best = best_protected_part(demand_response=demand_response)
    return -log(1 - best) / interest_rate


@model(symbol="w_P", unit="fraction of the best")
def gain_from_patent(
    *, patent_years: Scalar, demand_response: Scalar, interest_rate: Scalar
) -> Scalar:
    r"""Return the gain from invention under a patent life, as a part of the most there can be.

    Parameters: as for :func:`best_patent_life`, with ``patent_years`` from 0 to 200. Returns a
    fraction: 0 without protection, as nothing is invented then. Raises ``ValueError`` out of range.
    Source: derived here, in the spirit of :cite:t:`nordhaus1969`.

    >>> round(gain_from_patent(patent_years=33.91, demand_response=1., interest_rate=.05), 6)
    1.0
    """
    protected = let("protected", 1 - exp(-interest_rate * patent_years), "x_P")
    best = best_protected_part(demand_response=demand_response)
    return _gain(protected, demand_response) / _gain(best, demand_response)


@model(symbol=("n_{M,0}", "n_{M,1}", r"\mu_{M,0}"), unit="a year, and a fraction")
def research_of_rivals(*, competition: Scalar, imitation_rate: Scalar) -> Efforts:
    r"""Return the research of level rivals and of a laggard, and how often rivals are level.

    The leader's profit is 1 and the rate of interest close to 0. Parameters: scalars or arrays of
    one shape; ``competition`` from 0.5 (level rivals collude) to 1 (they earn nothing),
    ``imitation_rate`` a year. Returns two rates of arrival and a fraction. Raises ``ValueError``
    out of range. Source: :cite:t:`aghion2005`.

    >>> [round(one, 6) for one in research_of_rivals(competition=.5, imitation_rate=.5)]
    [0.618034, 0.5043, 0.448274]
    """
    level = let("level", sqrt(imitation_rate**2 + 2 * competition) - imitation_rate, "n_{M,0}")
    catches = let("catches", sqrt(imitation_rate**2 + level**2 + 2) - level, r"\eta_M")
    return Efforts(level, catches - imitation_rate, catches / (2 * level + catches))


@model(symbol="I_M", unit="innovations a year")
def flow_of_innovation(*, competition: Scalar, imitation_rate: Scalar) -> Scalar:
    r"""Return how many innovations a year an industry makes.

    Parameters: as for :func:`research_of_rivals`. Returns a rate. Raises ``ValueError`` out of
    range. Source: :cite:t:`aghion2005`, with a rate of interest close to 0.

    >>> round(flow_of_innovation(competition=.5, imitation_rate=.5), 6)
    1.108195
    """
    efforts = research_of_rivals(competition=competition, imitation_rate=imitation_rate)
    return 4 * efforts.level * efforts.time_level


@model(symbol=r"\Delta_C^{*}", unit="fraction")
def competition_with_most_innovation(*, imitation_rate: Scalar) -> Scalar:
    r"""Return the degree of competition at which an industry innovates most.

    Parameters: ``imitation_rate`` a year, a scalar or array. Returns a fraction: 0.5 where more
    competition always lowers innovation, 1 where it always raises it. Raises ``ValueError`` out of
    range. Source: derived here from :func:`flow_of_innovation`.

    >>> round(competition_with_most_innovation(imitation_rate=.5), 4)
    0.808
    """
    level = let("level", sqrt((imitation_rate**2 + 2) / 3), r"\hat{n}_M")
    return minimum(1.0, maximum(0.5, level**2 / 2 + level * imitation_rate))
