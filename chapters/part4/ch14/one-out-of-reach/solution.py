def chance_of_losing_all(*, suppliers, failure_chance, common_chance):
    """Return the chance that all suppliers fail at once."""
    event = common_chance * failure_chance
    return event + (1 - common_chance) * failure_chance**suppliers
