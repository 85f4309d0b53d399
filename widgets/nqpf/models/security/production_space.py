r"""Production space: plants that stand together, and what a closed route costs them (chapter 14).

Plants that stand together are the more productive for their size, and reach other regions by
routes; plants that stand where their goods are needed make less and need no route.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, model, power, total, where


@model(symbol="q_{PS,i}", unit="units")
def production_by_region(
    *, region_needs: Sequence[Scalar], concentration: Scalar
) -> tuple[Scalar, ...]:
    r"""Return what each region makes if part of all production stands in the first alone.

    The rest stands where it is needed; in all as much is made as is needed. Parameters:
    ``region_needs``, a list in any unit; ``concentration`` from 0 (each for itself) to .95. Returns
    an amount for each region. Raises ``ValueError`` out of range. Source: derived here.

    >>> production_by_region(region_needs=[2., 1., 1.], concentration=.5)
    (3.0, 0.5, 0.5)
    """
    away = concentration * (total(region_needs) - region_needs[0])
    return region_needs[0] + away, *((1 - concentration) * need for need in region_needs[1:])


@model(symbol="G_{PS}", unit="fraction")
def gain_from_large_plants(
    *, region_needs: Sequence[Scalar], concentration: Scalar, scale_elasticity: Scalar
) -> Scalar:
    r"""Return how much more the plants make than plants that fit each region's own need.

    Parameters: as for :func:`production_by_region`; ``scale_elasticity`` a ratio. Returns a
    fraction, 0 without concentration. Raises ``ValueError`` out of range. Source: derived here from
    a plant's productivity that rises with its size.

    >>> round(gain_from_large_plants(region_needs=[4., 4.], concentration=.5,
    ...                              scale_elasticity=.2), 6)
    0.030991
    """
    made = production_by_region(region_needs=region_needs, concentration=concentration)
    large, small = (
        total(power(one, 1 + scale_elasticity) for one in sizes) for sizes in (made, region_needs)
    )
    return large / small - 1


@model(symbol="t_{PS}", unit="fraction of a year")
def break_even_closure(*, scale_gain: Scalar, closure_loss: Scalar) -> Scalar:
    r"""Return for which part of a year a route may be closed until large plants gain nothing.

    Parameters: scalars or arrays of one shape, fractions; ``closure_loss`` of what is delivered
    while the route is closed. Returns a fraction, 1 if a whole year of closure costs less than the
    gain. Raises ``ValueError`` out of range. Source: derived here, where a year with large plants
    and a closure yields what small plants do that need no route.

    >>> break_even_closure(scale_gain=.25, closure_loss=.5)
    0.4
    """
    lost = (1 + scale_gain) * closure_loss
    return where(lost > scale_gain, lambda: scale_gain / lost, lambda: 1.0)
