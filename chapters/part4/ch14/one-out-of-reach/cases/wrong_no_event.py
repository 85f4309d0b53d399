# expect: event
def chance_of_losing_all(*, suppliers, failure_chance, common_chance):
    """Return the chance that all suppliers fail at once."""
    return failure_chance**suppliers
