"""The least overlap of two labels, and three numbers that are not it."""

from itertools import pairwise

from nqpf.models.structure.completeness import overlap_bounds, overlap_if_independent

ITEMS = 26.0


def given(draw):
    """Return two counts of 26 industries."""
    return {
        "items": ITEMS,
        "first_count": float(draw.whole(12, 20)),
        "second_count": float(draw.whole(15, 23)),
    }


def reject(items, first_count, second_count):
    """Return whether nothing must be both, or two of the answers would be one number."""
    counts = {"first_count": first_count, "second_count": second_count}
    values = sorted(
        [
            answer(items, **counts),
            wrong_product(items, **counts),
            wrong_ceiling(items, **counts),
            wrong_difference(**counts),
        ]
    )
    apart = min(later - sooner for sooner, later in pairwise(values))
    return values[0] < 0.5 or apart < 0.05


def answer(items, first_count, second_count):
    """Return how many must carry both labels."""
    return overlap_bounds(items=items, first_count=first_count, second_count=second_count).least


def wrong_product(items, first_count, second_count):
    """Return the overlap under independence."""
    return overlap_if_independent(items=items, first_count=first_count, second_count=second_count)


def wrong_ceiling(items, first_count, second_count):
    """Return how many can carry both labels."""
    return overlap_bounds(items=items, first_count=first_count, second_count=second_count).most


def wrong_difference(first_count, second_count):
    """Return the difference of the counts."""
    return abs(first_count - second_count)
