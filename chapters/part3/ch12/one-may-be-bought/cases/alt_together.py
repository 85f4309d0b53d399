from nqpf.algebra import power


def chance_of_complete_set(*, capability_chance, capabilities_needed):
    """Return the chance that nothing is missing of what a product needs."""
    missing = capabilities_needed * (1 - capability_chance)
    return (capability_chance + missing) * power(capability_chance, capabilities_needed - 1)
