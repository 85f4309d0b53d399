r"""Owners: what a project is worth to those who differ in horizon and in objective (chapter 10).

One owner counts the returns of a few years that reach its own accounts. Another looks far ahead and
counts what others gain as well, and may be careless, since somebody covers part of what is not
earned back. Each of the three changes which projects are begun.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, model
from nqpf.models.innovation.patience import value_within_horizon


@model(symbol="W_O", unit="part of what is invested")
def value_to_owner(
    *,
    discount_rate: Scalar,
    horizon: Scalar,
    first_return: Scalar,
    years_of_return: Scalar,
    yearly_return: Scalar,
    gain_of_others: Scalar,
    objective_weight: Scalar,
    covered_part: Scalar,
) -> Scalar:
    r"""Return what a project is worth to an owner, after what is invested.

    Parameters: scalars or arrays of one shape, as for
    :func:`~nqpf.models.innovation.patience.value_within_horizon`, with ``gain_of_others`` over the
    owner's own returns and two fractions. Returns a part of what is invested, above 0 if the owner
    begins. Raises ``ValueError`` out of range. Source: derived here from the value within a
    horizon; losses that are covered after :cite:t:`kornai2003`.

    >>> case = dict(discount_rate=.08, horizon=15., first_return=6., years_of_return=10.)
    >>> case |= dict(yearly_return=.2, gain_of_others=.5, covered_part=0.)
    >>> [round(value_to_owner(**case, objective_weight=weight), 4) for weight in (0., 1.)]
    [-0.0866, 0.37]
    """
    own = 1 + value_within_horizon(
        discount_rate=discount_rate,
        horizon=horizon,
        first_return=first_return,
        years_of_return=years_of_return,
        yearly_return=yearly_return,
    )
    return own * (1 + objective_weight * gain_of_others) - (1 - covered_part)


@model(symbol=r"\omega_N^{*}", unit="fraction", innovation_lead=(0.1, 100.0))
def weight_that_decides(*, innovation_lead: Scalar, duties_lead: Scalar) -> Scalar:
    r"""Return the weight of innovation from which an owner prefers the more innovative project.

    A score adds up innovation and the other duties, with weights that add up to one. Parameters:
    scalars or arrays of one shape, two leads in the same marks, the first at least 0.1. Returns a
    fraction. Raises ``ValueError`` out of range. Source: derived here by setting two scores equal.

    >>> weight_that_decides(innovation_lead=6., duties_lead=2.)
    0.25
    """
    return duties_lead / (innovation_lead + duties_lead)
