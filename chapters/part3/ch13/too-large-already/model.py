"""A mine whose product is sold below its cost."""

REACHED_AT = {"first_link_wedge": -0.3, "second_link_wedge": 0.0, "stage_input_share": 0.3}


def goal(settings, readouts):
    """Return whether the mine loses 20 and the second link is in order or dear."""
    return (readouts.mine < -19.95) & (settings.second_link_wedge > -0.01)


def small(settings, readouts):
    """Return whether the mine loses a little."""
    return (readouts.mine < 0) & (readouts.mine >= -19.95)


def wrong_link(settings, readouts):
    """Return whether the mine loses much because of the second link."""
    return (readouts.mine < -19.95) & (settings.second_link_wedge <= -0.01)
