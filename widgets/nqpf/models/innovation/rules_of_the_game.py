r"""Rules of the game: how long a patent should last, and what competition does (chapter 16).

Longer protection calls forth more invention and keeps it dear for longer; so the best life of a
patent is finite. What a law grants is worth what courts enforce, and to a country what its own
inventors make of it. Competition drives level rivals to get ahead and tells those behind that
catching up is worth little; which of the two wins depends on how far apart firms are.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from nqpf.algebra import Refusal, Scalar, exp, let, log, maximum, minimum, model, sqrt


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


def _courts_are_too_weak(protected_part: Scalar, enforcement: Scalar, interest_rate: Scalar) -> Any:
    return protected_part >= enforcement


@model(symbol="x_P", unit="fraction")
def protected_by_patent(
    *, patent_years: Scalar, enforcement: Scalar, interest_rate: Scalar
) -> Scalar:
    r"""Return the part of an invention's present value that a patent really protects.

    Parameters: scalars or arrays of one shape; ``patent_years`` from 0 to 200, ``enforcement`` the
    part of what the law grants that courts make good, ``interest_rate`` a fraction a year. Returns
    a fraction below ``enforcement``, however long the patent. Raises ``ValueError`` out of range.
    Source: :cite:t:`nordhaus1969` for courts that enforce all; the factor is added here.

    >>> round(protected_by_patent(patent_years=20., enforcement=.5, interest_rate=.05), 6)
    0.31606
    """
    return enforcement * (1 - exp(-interest_rate * patent_years))


@model(
    symbol="T_C",
    unit="years",
    refuses=Refusal(
        _courts_are_too_weak,
        "no life protects that much: courts enforce less. Raise what they enforce.",
    ),
)
def life_that_protects(
    *, protected_part: Scalar, enforcement: Scalar, interest_rate: Scalar
) -> Scalar:
    r"""Return the life at which a patent really protects a part of an invention's value.

    Parameters: as for :func:`protected_by_patent`, of which it is the inverse. Returns years.
    Raises ``ValueError`` out of range, and where the part is not below ``enforcement``: then not
    even a patent without an end is enough. Source: derived here.

    >>> round(life_that_protects(protected_part=.31606, enforcement=.5, interest_rate=.05), 2)
    20.0
    """
    return -log(1 - protected_part / enforcement) / interest_rate


@model(symbol="w_P", unit="fraction of the best")
def gain_from_patent(
    *, patent_years: Scalar, demand_response: Scalar, interest_rate: Scalar, enforcement: Scalar
) -> Scalar:
    r"""Return the gain from invention under a patent life, as a part of the most there can be.

    Parameters: as for :func:`best_patent_life` and :func:`protected_by_patent`. Returns a fraction:
    0 without protection, as nothing is invented then. Raises ``ValueError`` out of range. Source:
    derived here, in the spirit of :cite:t:`nordhaus1969`.

    >>> round(gain_from_patent(patent_years=33.91, demand_response=1., interest_rate=.05,
    ...                        enforcement=1.), 6)
    1.0
    """
    protected = let(
        "protected",
        protected_by_patent(
            patent_years=patent_years, enforcement=enforcement, interest_rate=interest_rate
        ),
        "x_P",
    )
    best = best_protected_part(demand_response=demand_response)
    return _gain(protected, demand_response) / _gain(best, demand_response)


@model(symbol="W_N", unit="gain over the home market")
def national_gain(
    *,
    protected_part: Scalar,
    demand_response: Scalar,
    home_inventions: Scalar,
    home_market: Scalar,
    protection_abroad: Scalar,
) -> Scalar:
    r"""Return what a country gains from invention, of which it makes and buys a part.

    Inventors anywhere look at what all markets protect. Users at home gain once protection ends,
    inventors at home what is protected anywhere less their research. Parameters: scalars or arrays
    of one shape, all fractions but ``demand_response``, a ratio. Returns the gain over the size of
    the home market. Raises ``ValueError`` out of range. Source: derived here, in the spirit of
    :cite:t:`grossman2004`; with all inventions and all the market at home, :func:`gain_from_patent`
    before it is set over its best.

    >>> round(national_gain(protected_part=.5, demand_response=1., home_inventions=1.,
    ...                     home_market=1., protection_abroad=0.), 6)
    0.4375
    """
    abroad = (1 - home_market) * protection_abroad
    made = let("made", home_market * protected_part + abroad, "B_N")
    users = (1 - protected_part) * made * (1 + demand_response * made / 2)
    return users + home_inventions / home_market * made**2 / 2


@model(symbol="x_N^{*}", unit="fraction")
def best_national_protection(
    *,
    demand_response: Scalar,
    home_inventions: Scalar,
    home_market: Scalar,
    protection_abroad: Scalar,
) -> Scalar:
    r"""Return the part of an invention's value that a country gains most from protecting.

    Parameters: as for :func:`national_gain`. Returns a fraction: 0 where a country gains most by
    using what others call forth, and :func:`best_protected_part` where it is alone in the world.
    Raises ``ValueError`` out of range. Source: derived here from :func:`national_gain`.

    >>> round(best_national_protection(demand_response=1., home_inventions=1., home_market=1.,
    ...                                protection_abroad=0.), 6)
    0.816497
    """
    abroad = let("abroad", (1 - home_market) * protection_abroad, "B_A")
    most = let("most", home_market + abroad, "B_M")
    middle = let("middle", demand_response * most + home_inventions - 2, "k_M")
    made = (middle + sqrt(middle**2 + 6 * demand_response * most)) / (3 * demand_response)
    return minimum(1.0, maximum(0.0, (made - abroad) / home_market))


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
