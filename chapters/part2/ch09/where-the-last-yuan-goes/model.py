"""A budget over two of six resources."""

import itertools

from nqpf.models.structure.bottlenecks import best_split


def given(draw):
    """Return stocks, weights and the budget."""
    return {
        "science": draw.whole(2, 6),
        "intellect": draw.whole(1, 4),
        "budget": draw.whole(8, 15),
        "weight_science": draw.pick([0.25, 0.3, 0.2]),
        "weight_intellect": draw.pick([0.1, 0.15]),
    }


def answer(science, intellect, budget, weight_science, weight_intellect):
    """Return what science and education should receive."""
    split = best_split(
        resource_budget=float(budget),
        resource_stocks=[float(science), float(intellect)],
        resource_weights=[weight_science, weight_intellect],
    )
    return split[0]


def wrong_by_weight(budget, weight_science, weight_intellect):
    """Return the budget split by the weights."""
    return budget * weight_science / (weight_science + weight_intellect)


def wrong_equal(budget):
    """Return half of the budget."""
    return budget / 2


def wrong_level(science, intellect, budget, weight_science, weight_intellect):
    """Return where science and education ends."""
    return science + answer(science, intellect, budget, weight_science, weight_intellect)


def reject(science, intellect, budget, weight_science, weight_intellect):
    """Return whether two of the answers would be hard to tell apart."""
    case = (science, intellect, budget, weight_science, weight_intellect)
    found = sorted(
        [
            answer(*case),
            wrong_by_weight(budget, weight_science, weight_intellect),
            wrong_equal(budget),
            wrong_level(*case),
        ]
    )
    return min(after - before for before, after in itertools.pairwise(found)) < 0.2
