"""What a lead firm and its suppliers do for the firms of a town."""

from math import exp, log

from nqpf.models.structure.clusters import firms_of_lead, net_productivity


def given():
    """Return the town, the lead firm and its orders."""
    return {
        "firms": 8,
        "lead": 6,
        "purchases": 30,
        "local": 0.4,
        "suppliers_local": 0.25,
        "elasticity": 0.05,
        "congestion": 0.01,
    }


def rise(firms, after, elasticity, congestion):
    """Return by how much the productivity of each firm rises."""
    before, then = (
        net_productivity(
            cluster_size=float(size), density_elasticity=elasticity, congestion=congestion
        )
        for size in (firms, after)
    )
    return then / before - 1


def answer(firms, lead, purchases, local, suppliers_local, elasticity, congestion):
    """Return the rise with the lead firm and all who live on its orders."""
    tied = firms_of_lead(
        lead_purchases=float(purchases), local_share=local, supplier_local_share=suppliers_local
    )
    return rise(firms, firms + lead + tied, elasticity, congestion)


def wrong_no_suppliers(firms, lead, elasticity, congestion):
    """Return the rise with the lead firm alone."""
    return rise(firms, firms + lead, elasticity, congestion)


def wrong_one_round(firms, lead, purchases, local, elasticity, congestion):
    """Return the rise with the suppliers of the lead firm only."""
    return rise(firms, firms + lead + purchases * local, elasticity, congestion)


def wrong_no_congestion(firms, lead, purchases, local, suppliers_local, elasticity):
    """Return the rise without crowding."""
    tied = purchases * local / (1 - suppliers_local)
    return exp(elasticity * log((firms + lead + tied) / firms)) - 1
