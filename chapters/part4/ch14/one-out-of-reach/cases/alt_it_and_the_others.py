def chance_of_losing_all(*, suppliers, failure_chance, common_chance):
    """Return the chance that all suppliers fail at once."""
    others = common_chance + (1 - common_chance) * failure_chance ** (suppliers - 1)
    return failure_chance * others
