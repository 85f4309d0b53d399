"""What moving a firm between clusters does for others."""

from nqpf.models.structure.clusters import (
    critical_cluster_size,
    spillover_of_entry,
    stable_cluster_size,
)

CASE = {"density_elasticity": 0.04, "congestion": 0.01}


def given():
    """Return what one firm adds in each place, and the gain of moving one."""
    small, large = (
        spillover_of_entry(cluster_size=size(**CASE, outside_productivity=1.07), **CASE)
        for size in (critical_cluster_size, stable_cluster_size)
    )
    return {"small": small, "large": large, "gain": small - large}
