# expect: one
from nqpf.algebra import power


def chance_of_complete_set(*, capability_chance, capabilities_needed):
    """Return the chance that nothing is missing of what a product needs."""
    return 1 - power(1 - capability_chance, capabilities_needed)
