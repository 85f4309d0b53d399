r"""Growth and security: what can be had together, and what one costs in the other (chapter 14).

What is made at home is sorted: the most critical and the cheapest goods come first. So the first
steps cost little and spare much, the last cost much and spare little, and what is made at home
can fail there.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, maximum, model, sqrt, where


@model(symbol=r"\bar g_{GS}", unit="fraction a year")
def growth_with_home_part(
    *,
    calm_growth: Scalar,
    home_part: Scalar,
    home_drag: Scalar,
    blockade_chance: Scalar,
    blockade_setback: Scalar,
    home_failure_chance: Scalar,
    home_setback: Scalar,
) -> Scalar:
    r"""Return mean growth a year if a part of what could be bought abroad is made at home.

    Parameters: scalars or arrays of one shape, fractions, probabilities a year; a setback is the
    part of output that a crisis takes for good. Returns a fraction a year. Raises ``ValueError``
    out of range. Source: derived here, marginal cost rising and marginal harm falling on straight
    lines; the trade-off as in :cite:t:`grossman2023`.

    >>> round(growth_with_home_part(calm_growth=.05, home_part=.5, home_drag=.02,
    ...     blockade_chance=.05, blockade_setback=.24, home_failure_chance=.02,
    ...     home_setback=.1), 6)
    0.0415
    """
    abroad = blockade_chance * blockade_setback * (1 - home_part) ** 2
    at_home = home_failure_chance * home_setback * home_part**2
    return calm_growth - home_drag * home_part**2 - abroad - at_home


@model(symbol="K_{GS}", unit="fraction of output")
def kept_in_worst_crisis(
    *, home_part: Scalar, blockade_setback: Scalar, home_setback: Scalar
) -> Scalar:
    r"""Return which part of output is kept in the worse of two crises, abroad or at home.

    Parameters: as for :func:`growth_with_home_part`. Returns a fraction. Raises ``ValueError`` out
    of range. Source: derived here.

    >>> kept_in_worst_crisis(home_part=.5, blockade_setback=.24, home_setback=.1)
    0.94
    """
    abroad, at_home = blockade_setback * (1 - home_part) ** 2, home_setback * home_part**2
    return 1 - maximum(abroad, at_home)


@model(symbol="x_{GS}^{*}", unit="fraction")
def home_part_of_most_growth(
    *,
    home_drag: Scalar,
    blockade_chance: Scalar,
    blockade_setback: Scalar,
    home_failure_chance: Scalar,
    home_setback: Scalar,
) -> Scalar:
    r"""Return the part to make at home with which mean growth is highest.

    Parameters: as for :func:`growth_with_home_part`. Returns a fraction: 0 if no blockade is
    feared, 1 if making things at home costs nothing and cannot fail. Raises ``ValueError`` out of
    range. Source: derived here by setting the derivative to zero.

    >>> round(home_part_of_most_growth(home_drag=.02, blockade_chance=.05, blockade_setback=.24,
    ...                                home_failure_chance=.02, home_setback=.1), 6)
    0.352941
    """
    feared = blockade_chance * blockade_setback
    return feared / (home_drag + feared + home_failure_chance * home_setback)


@model(symbol=r"x_{GS}^{\dagger}", unit="fraction")
def safest_home_part(*, blockade_setback: Scalar, home_setback: Scalar) -> Scalar:
    r"""Return the part to make at home with which most is kept in the worse of two crises.

    There both crises take as much; beyond it the one at home is the worse. Parameters: as for
    :func:`growth_with_home_part`. Returns a fraction, 1 if nothing can fail at home. Raises
    ``ValueError`` out of range. Source: derived here.

    >>> round(safest_home_part(blockade_setback=.25, home_setback=.0625), 6)
    0.666667
    """
    root = sqrt(blockade_setback)
    return root / (root + sqrt(home_setback))


@model(symbol=r"\lambda_{GS}", unit="growth for output kept", home_part=(0.0, 0.95))
def growth_price_of_security(
    *,
    home_part: Scalar,
    home_drag: Scalar,
    blockade_chance: Scalar,
    blockade_setback: Scalar,
    home_failure_chance: Scalar,
    home_setback: Scalar,
) -> Scalar:
    r"""Return the growth given up for a little more of output kept in the worse of two crises.

    While a crisis abroad is the worse, more is kept by making more at home; beyond that point by
    making less. Below zero growth and what is kept rise together. Parameters: as for
    :func:`growth_with_home_part`, ``home_part`` up to .95. Returns growth, a fraction a year, for 1
    more of output kept. Raises ``ValueError`` out of range. Source: derived here, the two
    derivatives divided.

    >>> round(growth_price_of_security(home_part=.5, home_drag=.02, blockade_chance=.05,
    ...     blockade_setback=.24, home_failure_chance=.02, home_setback=.1), 6)
    0.041667
    >>> round(growth_price_of_security(home_part=.75, home_drag=.002, blockade_chance=.1,
    ...     blockade_setback=.25, home_failure_chance=.02, home_setback=.2), 6)
    0.011667
    """
    drag = home_drag + home_failure_chance * home_setback
    more_abroad, more_at_home = blockade_setback * (1 - home_part), home_setback * home_part
    lost = let("lost", drag * home_part - blockade_chance * more_abroad, r"\ell_{GS}")
    return where(
        more_abroad * (1 - home_part) >= more_at_home * home_part,
        lambda: lost / more_abroad,
        lambda: -lost / more_at_home,
    )
