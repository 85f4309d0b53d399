"""How many of six products are lost with one of five capabilities."""

from nqpf.models.structure.complexity import products_lost

NEEDS = [
    [0, 1, 1, 1, 0],
    [1, 1, 0, 1, 1],
    [0, 1, 1, 1, 1],
    [1, 0, 0, 0, 1],
    [1, 1, 0, 1, 0],
    [1, 0, 0, 0, 0],
]


def lost():
    """Return the products lost with each capability."""
    return [sum(products_lost(NEEDS, missing=column)) for column in range(5)]


def given():
    """Return nothing: the table is in the text."""
    return {}


def answer():
    """Return the mean number of products lost."""
    return sum(lost()) / 5


def wrong_by_share():
    """Return the products if a fifth of the capabilities were a fifth of the products."""
    return len(NEEDS) / 5


def wrong_worst():
    """Return what the dearest gap costs."""
    return max(lost())


def wrong_needs():
    """Return the capabilities that a product needs on average."""
    return sum(map(sum, NEEDS)) / len(NEEDS)
