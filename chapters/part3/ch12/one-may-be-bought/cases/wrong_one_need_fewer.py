# expect: two
from nqpf.algebra import power


def chance_of_complete_set(*, capability_chance, capabilities_needed):
    """Return the chance that nothing is missing of what a product needs."""
    return power(capability_chance, capabilities_needed - 1)
