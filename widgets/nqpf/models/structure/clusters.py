r"""Clusters: what firms gain from being near, how many come, and the lead firm that leaves (ch. 9).

Nearness makes firms more productive, crowding less. There is a best size; but a firm that comes
counts what it gains, not what it costs the others, so firms come beyond that size until being there
is no better than being elsewhere. Below a critical size the same rule empties the place. A lead
firm that buys nearby can carry a cluster over that size, and then the cluster outlasts it.
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import Refusal, Scalar, exp, let, log, maximum, model, power, sqrt

CROWDED = (0.006, 0.03)
"""Congestion at which a cluster has a best size that a computer can hold."""


@model(symbol="v_N", unit="ratio")
def net_productivity(
    *, cluster_size: Scalar, density_elasticity: Scalar, congestion: Scalar
) -> Scalar:
    r"""Return what a firm makes in a cluster, congestion counted, over what it makes alone.

    The first firms to come add as the elasticity says; each doubling then adds less than the one
    before, until it takes away. Parameters: scalars or arrays of one shape; ``cluster_size`` in
    firms from 1. Returns a ratio, 1 for a lone firm. Raises ``ValueError`` out of range. Source:
    the trade-off of :cite:t:`henderson1974`, with this form of congestion derived here; the size
    of the elasticity, :cite:t:`ahlfeldt2019`.

    >>> round(net_productivity(cluster_size=20., density_elasticity=.04, congestion=.01), 6)
    1.077838
    """
    crowd = let("crowd", log(cluster_size), "x_C")
    return exp(density_elasticity * crowd - congestion * crowd**2 / 2)


@model(symbol="n_C^{*}", unit="firms", congestion=CROWDED)
def best_cluster_size(*, density_elasticity: Scalar, congestion: Scalar) -> Scalar:
    r"""Return the size of a cluster at which each firm makes the most.

    Parameters: scalars or arrays of one shape, two ratios. Returns firms. Raises ``ValueError`` out
    of range. Source: derived here, the peak of :func:`net_productivity`.

    >>> round(best_cluster_size(density_elasticity=.04, congestion=.01), 4)
    54.5982
    """
    return exp(density_elasticity / congestion)


def _room(density_elasticity: Scalar, congestion: Scalar, outside: Scalar) -> Scalar:
    """Return how far, in logs, a cluster may be from its best size and still pay."""
    spare = density_elasticity**2 - 2 * congestion * log(outside)
    return let("room", sqrt(maximum(0.0, spare)) / congestion, r"r_N")


def _elsewhere_is_better(
    density_elasticity: Scalar, congestion: Scalar, outside_productivity: Scalar
) -> Any:
    return density_elasticity**2 < 2 * congestion * log(outside_productivity)


_NO_CLUSTER = Refusal(
    _elsewhere_is_better,
    "no such size: at no size does a firm of this cluster make as much as elsewhere. Take a higher "
    "density elasticity, less congestion or a lower productivity elsewhere.",
)


@model(symbol="n_C^{-}", unit="firms", congestion=CROWDED, refuses=_NO_CLUSTER)
def critical_cluster_size(
    *, density_elasticity: Scalar, congestion: Scalar, outside_productivity: Scalar
) -> Scalar:
    r"""Return the size below which firms leave a cluster, and above which others come.

    Parameters: scalars or arrays of one shape, ratios. Returns firms. Raises ``ValueError`` out
    of range, and where at no size a firm makes as much as elsewhere. Source: derived here, the
    lower size at which :func:`net_productivity` is ``outside_productivity``; that it does not hold,
    :cite:t:`henderson1974`.

    >>> round(critical_cluster_size(density_elasticity=.04, congestion=.01,
    ...                             outside_productivity=1.07), 4)
    11.3467
    """
    room = _room(density_elasticity, congestion, outside_productivity)
    return exp(density_elasticity / congestion - room)


@model(symbol="n_C^{+}", unit="firms", congestion=CROWDED, refuses=_NO_CLUSTER)
def stable_cluster_size(
    *, density_elasticity: Scalar, congestion: Scalar, outside_productivity: Scalar
) -> Scalar:
    r"""Return the size at which a cluster stops growing, if each firm decides for itself.

    There a firm makes no more than elsewhere: crowding has used up what nearness gave. The best
    size is the geometric mean of this one and the critical one. Parameters and what it raises: as
    for :func:`critical_cluster_size`. Returns firms. Raises ``ValueError`` out of range. Source:
    :cite:t:`henderson1974`, equilibrium beyond the optimum, in the form derived here.

    >>> round(stable_cluster_size(density_elasticity=.04, congestion=.01,
    ...                           outside_productivity=1.07), 2)
    262.72
    """
    room = _room(density_elasticity, congestion, outside_productivity)
    return exp(density_elasticity / congestion + room)


@model(symbol="F_L", unit="firms")
def firms_of_lead(
    *, lead_purchases: Scalar, local_share: Scalar, supplier_local_share: Scalar
) -> Scalar:
    r"""Return how many local suppliers live on a lead firm's orders, and on one another's.

    Each supplier spends part of what it sells nearby, which is sold by others again. Parameters:
    scalars or arrays of one shape; ``lead_purchases`` over the sales of one supplier, two
    fractions. Returns firms. Raises ``ValueError`` out of range. Source: derived here, the sum of a
    geometric series; an estimate of the multiplier for jobs, :cite:t:`moretti2010`.

    >>> round(firms_of_lead(lead_purchases=20., local_share=.3, supplier_local_share=.25), 6)
    8.0
    """
    return lead_purchases * local_share / (1 - supplier_local_share)


@model(symbol="n_{C,t+1}", unit="firms", cluster_size=(1.0, 1e5), congestion=CROWDED)
def next_cluster_size(
    *,
    cluster_size: Scalar,
    lead_size: Scalar,
    tied_firms: Scalar,
    density_elasticity: Scalar,
    congestion: Scalar,
    outside_productivity: Scalar,
    entry_speed: Scalar,
) -> Scalar:
    r"""Return the firms in a cluster one year on: they come while it pays, else they leave.

    Parameters: scalars or arrays of one shape; ``cluster_size`` without the lead firm, from 1 to
    100,000; ``lead_size`` and ``tied_firms`` are 0 once the lead firm has left; ratios. Returns
    firms, never fewer than live on the lead firm's orders, nor than 1. Raises ``ValueError`` out of
    range. Source: derived here, adjustment to the equilibrium of :cite:t:`henderson1974`.

    >>> round(next_cluster_size(cluster_size=20., lead_size=0., tied_firms=0.,
    ...     density_elasticity=.04, congestion=.01, outside_productivity=1.07, entry_speed=1.), 4)
    20.1465
    """
    inside = net_productivity(
        cluster_size=cluster_size + lead_size,
        density_elasticity=density_elasticity,
        congestion=congestion,
    )
    pay = let("pay", inside / outside_productivity, "y_C")
    return maximum(1.0, tied_firms, cluster_size * power(pay, entry_speed))


@model(symbol="S_N", unit="ratio")
def spillover_of_entry(
    *, cluster_size: Scalar, density_elasticity: Scalar, congestion: Scalar
) -> Scalar:
    r"""Return what one more firm adds to all others in a cluster, over what a lone firm makes.

    It is what each makes times the elasticity that is left at that size: negative once crowding
    has the upper hand. Parameters: as for :func:`net_productivity`; ``congestion`` may be 0.
    Returns a ratio. Raises ``ValueError`` out of range. Source: the argument of
    :cite:t:`kline2014`, that places gain what they add times their elasticity, in the form of
    :func:`net_productivity`.

    >>> spillover_of_entry(cluster_size=1., density_elasticity=.04, congestion=.01)
    0.04
    """
    crowd = let("crowd", log(cluster_size), "x_C")
    left = density_elasticity - congestion * crowd
    return exp(density_elasticity * crowd - congestion * crowd**2 / 2) * left
