"""What moving a firm between clusters does for others."""

from nqpf.models.structure.clusters import (
    critical_cluster_size,
    spillover_of_entry,
    stable_cluster_size,
)

CASE = {"density_elasticity": 0.04, "congestion": 0.01}


def given():
    """Return what one firm adds in the one place and costs in the other, and the gain of moving."""
    small, large = (
        spillover_of_entry(cluster_size=size(**CASE, outside_productivity=1.07), **CASE)
        for size in (critical_cluster_size, stable_cluster_size)
    )
    return {"small": small, "cost": -large, "gain": small - large}
