# expect: none
from nqpf.algebra import power


def chance_of_complete_set(*, capability_chance, capabilities_needed):
    """Return the chance that nothing is missing of what a product needs."""
    whole = power(capability_chance, capabilities_needed)
    return whole + capabilities_needed * (1 - capability_chance)
