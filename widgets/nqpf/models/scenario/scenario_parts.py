r"""Parts of the scenario: what a year does to productivity, efficiency and energy (chapter 19).

Each part is a small model of an earlier chapter, in its simplest form. The numbers are chosen for
teaching; none is an estimate for China.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, exp, model

_GOODS = (1.5, 8.0)


@model(symbol="m_A", unit="ratio", elasticity_of_substitution=_GOODS)
def efficiency_of_dispersion(*, log_variance: Scalar, elasticity_of_substitution: Scalar) -> Scalar:
    r"""Return productivity relative to what it would be without dispersion between firms.

    Parameters: scalars or arrays of one shape; ``log_variance`` of revenue productivity,
    ``elasticity_of_substitution`` between the firms' goods from 1.5 to 8. Returns a ratio of at
    most 1. Raises ``ValueError`` out of range. Source: :cite:t:`hsieh2009`, for lognormal firms.

    >>> round(efficiency_of_dispersion(log_variance=.1, elasticity_of_substitution=3.), 6)
    0.860708
    """
    return exp(-elasticity_of_substitution * log_variance / 2)


@model(symbol="g_{A,t}^{C}", unit="fraction a year")
def growth_by_invention_and_absorption(
    *,
    own_invention: Scalar,
    research_effort: Scalar,
    research_returns: Scalar,
    absorption: Scalar,
    openness: Scalar,
    relative_productivity: Scalar,
) -> Scalar:
    r"""Return a year's growth of productivity: own invention, and what is taken over from others.

    Parameters: scalars or arrays of one shape; ``own_invention`` and ``absorption`` a year, the
    others as ratios. Returns a fraction a year, negative far ahead of the frontier. Raises
    ``ValueError`` out of range. Source: derived here from absorption as in :cite:t:`nelson1966`.

    >>> round(growth_by_invention_and_absorption(own_invention=.004, research_effort=1.,
    ...     research_returns=.5, absorption=.02, openness=1., relative_productivity=.45), 6)
    0.015
    """
    invented = own_invention * research_effort**research_returns
    return invented + absorption * openness * (1 - relative_productivity)


@model(symbol="a_C^{*}", unit="ratio", absorption=(0.005, 0.06))
def proximity_in_the_long_run(
    *,
    own_invention: Scalar,
    research_effort: Scalar,
    research_returns: Scalar,
    absorption: Scalar,
    openness: Scalar,
    frontier_growth: Scalar,
) -> Scalar:
    r"""Return the proximity at which productivity grows as fast as the frontier.

    Parameters: as for :func:`growth_by_invention_and_absorption`, with ``absorption`` of at least
    .005 and ``frontier_growth`` a year. Returns a ratio; below 0 the frontier runs away. Raises
    ``ValueError`` out of range. Source: derived here, as that function.

    >>> round(proximity_in_the_long_run(own_invention=.004, research_effort=1.,
    ...     research_returns=.5, absorption=.02, openness=1., frontier_growth=.01), 6)
    0.7
    """
    invented = own_invention * research_effort**research_returns
    return 1 - (frontier_growth - invented) / (absorption * openness)


@model(symbol="z_t", unit="fraction")
def clean_share(*, clean_share_start: Scalar, clean_speed: Scalar, year: Scalar) -> Scalar:
    r"""Return the clean part of energy after some years, on an S-shaped path.

    Parameters: scalars or arrays of one shape; ``clean_share_start`` a fraction, ``clean_speed`` a
    year, ``year`` from 0 to 60. Returns a fraction. Raises ``ValueError`` out of range. Source:
    derived here, a logistic path.

    >>> round(clean_share(clean_share_start=.2, clean_speed=.1, year=25.), 6)
    0.752819
    """
    return 1 / (1 + (1 / clean_share_start - 1) * exp(-clean_speed * year))
