"""The highest level of a machine tool within a budget."""

REACHED_AT = {"chain": 1, "target_level": 0.55}


def machine_tool(settings):
    """Return whether the machine tool is chosen, with materials made at home."""
    return (settings.chain > 0.5) & (settings.chain < 1.5) & (settings.bought < 0.5)


def goal(settings, readouts):
    """Return whether the level is the highest that the budget allows."""
    return machine_tool(settings) & (readouts.cost < 150.5) & (settings.target_level > 0.54)


def too_dear(settings, readouts):
    """Return whether the level costs more than the budget."""
    return machine_tool(settings) & (readouts.cost > 150.5)


def more_is_possible(settings, readouts):
    """Return whether a higher level could be paid."""
    return machine_tool(settings) & (readouts.cost < 150.5)


def bought(settings, readouts):
    """Return whether materials are bought abroad."""
    return (settings.chain > 0.5) & (settings.chain < 1.5) & (settings.bought > 0.5)
