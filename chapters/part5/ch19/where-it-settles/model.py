"""The proximity to the frontier at which productivity grows as fast as the frontier."""

from itertools import pairwise

from nqpf.models.scenario.scenario_parts import proximity_in_the_long_run


def given(draw):
    """Return an economy."""
    return {
        "invented": draw.step(0.002, 0.006, 0.001),
        "absorption": draw.step(0.02, 0.04, 0.005),
        "openness": draw.step(0.5, 0.8, 0.1),
        "frontier": draw.step(0.009, 0.014, 0.001),
    }


def settled(invented, absorption, openness, frontier):
    """Return where an economy settles."""
    return proximity_in_the_long_run(
        own_invention=invented,
        research_effort=1.0,
        research_returns=0.5,
        absorption=absorption,
        openness=openness,
        frontier_growth=frontier,
    )


def answer(invented, absorption, openness, frontier):
    """Return where this economy settles."""
    return settled(invented, absorption, openness, frontier)


def wrong_no_invention(absorption, openness, frontier):
    """Return where it would settle without invention."""
    return settled(0.0, absorption, openness, frontier)


def wrong_fully_open(invented, absorption, frontier):
    """Return where it would settle at openness 1."""
    return settled(invented, absorption, 1.0, frontier)


def reject(invented, absorption, openness, frontier):
    """Return whether it settles at no sensible place, or two of the values are alike."""
    values = sorted(
        [
            answer(invented, absorption, openness, frontier),
            wrong_no_invention(absorption, openness, frontier),
            wrong_fully_open(invented, absorption, frontier),
        ]
    )
    return values[0] < 0.1 or values[-1] > 0.95 or min(b - a for a, b in pairwise(values)) < 0.03
