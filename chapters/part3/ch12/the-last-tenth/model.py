"""What a tenth of the capabilities adds, late and early."""

from nqpf.models.structure.completeness import share_of_products_made

NEED, CAPABILITIES, PRODUCTS = 0.3, 20.0, 666.0


def made(held):
    """Return how many products a country makes that holds so much."""
    return PRODUCTS * share_of_products_made(
        capability_chance=held, need_chance=NEED, capabilities=CAPABILITIES
    )


def given():
    """Return the points and what is gained between them."""
    return {
        "low": 0.5,
        "low_more": 0.6,
        "high": 0.9,
        "need": NEED,
        "capabilities": CAPABILITIES,
        "products": PRODUCTS,
        "late": made(1.0) - made(0.9),
        "early": made(0.6) - made(0.5),
    }


def answer(late, early):
    """Return the late gain over the early one."""
    return late / early


def wrong_same():
    """Return one: as many capabilities each time."""
    return 1.0


def wrong_levels():
    """Return the products at the end of each stretch, one over the other."""
    return made(1.0) / made(0.6)
