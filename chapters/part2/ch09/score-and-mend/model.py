"""Four bases with their levels, what a point costs, and a target."""

import itertools

from nqpf.models.structure.bottlenecks import cost_of_repair

BASES = ["components", "materials", "processes", "technologies"]


def given(draw):
    """Return levels, costs of a point and the target."""
    levels = [
        draw.step(0.8, 0.95, 0.05),
        draw.step(0.25, 0.4, 0.05),
        draw.step(0.45, 0.55, 0.05),
        draw.step(0.6, 0.9, 0.05),
    ]
    costs = {f"cost_{base}": draw.step(0.5, 3.0, 0.5) for base in BASES}
    return dict(zip(BASES, levels, strict=True)) | costs | {"target": draw.step(0.65, 0.75, 0.05)}


def repair(names, target, case):
    """Return what it costs to bring these bases to a target."""
    return cost_of_repair(
        base_levels=[case[name] for name in names],
        repair_costs=[case[f"cost_{name}"] for name in names],
        target_level=target,
    )


def answer(target, **case):
    """Return the least that brings the chain to the target."""
    return repair(BASES, target, case)


def wrong_lowest_only(target, **case):
    """Return what it costs to mend the lowest base alone."""
    return repair([min(BASES, key=lambda base: case[base])], target, case)


def wrong_everything(target, **case):
    """Return what it costs to make every base perfect."""
    return repair(BASES, 1.0, case)


def wrong_average(target, **case):
    """Return what it costs to bring the average to the target by the cheapest base."""
    missing = max(0.0, target - sum(case[base] for base in BASES) / 4) * 4
    return 100 * missing * min(case[f"cost_{base}"] for base in BASES)


def reject(target, **case):
    """Return whether two of the answers would be hard to tell apart."""
    found = sorted(
        [
            answer(target, **case),
            wrong_lowest_only(target, **case),
            wrong_everything(target, **case),
            wrong_average(target, **case),
        ]
    )
    return min(after - before for before, after in itertools.pairwise(found)) < 3
