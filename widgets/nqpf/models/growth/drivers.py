r"""Three drivers of productivity: breakthroughs, allocation, upgrading (chapter 1).

Breakthroughs add to the rate of growth for as long as they come. Better allocation and upgrading
lift the level once: their part of growth ends when the gain is made.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, let, log, minimum, model, where


class Drivers(NamedTuple):
    """What each driver contributes, and the sum of the three."""

    breakthroughs: Scalar
    allocation: Scalar
    upgrading: Scalar
    together: Scalar


@model(symbol="g_B", unit="log points a year")
def growth_from_breakthroughs(
    *, arrival_rate: Scalar, researchers: Scalar, step_size: Scalar
) -> Scalar:
    r"""Return mean growth from breakthroughs: how often they come times how far each one goes.

    Parameters: scalars or arrays of one shape; ``arrival_rate`` a year, ``researchers`` as a
    fraction of the workforce, ``step_size`` a ratio of at least 1. Returns log points a year.
    Raises ``ValueError`` out of range. Source: :cite:t:`aghion1992`.

    >>> round(growth_from_breakthroughs(arrival_rate=.2, researchers=.305556, step_size=1.2), 6)
    0.011142
    """
    return arrival_rate * researchers * log(step_size)


@model(symbol=r"\Gamma_A", unit="log points", elasticity_of_substitution=(1.5, 8.0))
def gain_from_reallocation(
    *, elasticity_of_substitution: Scalar, dispersion_start: Scalar, dispersion_end: Scalar
) -> Scalar:
    r"""Return what productivity gains when firms' revenue productivity becomes less dispersed.

    Parameters: scalars or arrays of one shape; ``elasticity_of_substitution`` between the firms'
    goods, and two standard deviations of logs. Returns log points. Raises ``ValueError`` out of
    range. Source: :cite:t:`hsieh2009`, for lognormal firms.

    >>> round(gain_from_reallocation(elasticity_of_substitution=3., dispersion_start=.6,
    ...                              dispersion_end=.4), 6)
    0.3
    """
    return elasticity_of_substitution / 2 * (dispersion_start**2 - dispersion_end**2)


@model(symbol=r"\Gamma_U", unit="log points")
def gain_from_upgrading(
    *,
    advanced_share_start: Scalar,
    advanced_share_end: Scalar,
    advanced_productivity: Scalar,
) -> Scalar:
    r"""Return what mean productivity gains when labour moves to advanced industries.

    Parameters: scalars or arrays of one shape; two shares of labour, and the productivity of
    advanced relative to other industries. Returns log points. Raises ``ValueError`` out of range.
    Source: the part of growth that lies between industries, as in :cite:t:`mcmillan2014`.

    >>> round(gain_from_upgrading(advanced_share_start=0., advanced_share_end=1.,
    ...                           advanced_productivity=2.), 6)
    0.693147
    """
    more = advanced_productivity - 1
    return log((1 + advanced_share_end * more) / (1 + advanced_share_start * more))


@model(
    symbol=(r"\Delta_B", r"\Delta_A", r"\Delta_U", r"\Delta \ln A_t"),
    unit="log points since year 0",
)
def productivity_by_driver(
    *,
    year: Scalar,
    transition_years: Scalar,
    breakthrough_growth: Scalar,
    allocation_gain: Scalar,
    upgrading_gain: Scalar,
) -> Drivers:
    r"""Return how far each driver has raised the log of productivity since year 0.

    Parameters: scalars or arrays of one shape; ``year`` and ``transition_years`` in years,
    ``breakthrough_growth`` a year, two gains in log points, spread evenly over the transition.
    Returns four values in log points, the last the sum of the others. Raises ``ValueError`` out of
    range. Source: derived here by adding the three gains above.

    >>> productivity_by_driver(year=20., transition_years=10., breakthrough_growth=.01,
    ...                        allocation_gain=.25, upgrading_gain=.5).together
    0.95
    """
    made = let("part_made", minimum(year / transition_years, 1), "F_t")
    parts = (breakthrough_growth * year, allocation_gain * made, upgrading_gain * made)
    return Drivers(*parts, together=parts[0] + parts[1] + parts[2])


@model(symbol=("g_{B,t}", "g_{A,t}", "g_{U,t}", "g_{t}"), unit="log points a year")
def growth_by_driver(
    *,
    year: Scalar,
    transition_years: Scalar,
    breakthrough_growth: Scalar,
    allocation_gain: Scalar,
    upgrading_gain: Scalar,
) -> Drivers:
    r"""Return what each driver adds to growth in a year: two of the three stop.

    Parameters: as for :func:`productivity_by_driver`. Returns four rates in log points a year, the
    last the sum of the others. Raises ``ValueError`` out of range. Source: derived here, as
    :func:`productivity_by_driver`.

    >>> growth_by_driver(year=20., transition_years=10., breakthrough_growth=.01,
    ...                  allocation_gain=.25, upgrading_gain=.5).together
    0.01
    """
    pace = where(year < transition_years, lambda: 1 / transition_years, lambda: 0.0)
    pace = let("pace", pace, "f_t")
    parts = (breakthrough_growth, allocation_gain * pace, upgrading_gain * pace)
    return Drivers(*parts, together=parts[0] + parts[1] + parts[2])
