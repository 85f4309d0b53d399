"""Ten points for the weakest of six ecologies."""

from nqpf.models.structure.ecosystem import output_of_chain

LEVELS = {
    "industrial": 0.9,
    "digital": 0.8,
    "research": 0.9,
    "start_ups": 0.3,
    "financial": 0.7,
    "service": 0.8,
}


def given():
    """Return the six levels."""
    return dict(LEVELS)


def gain(levels, name):
    """Return what ten points more in one ecology add to the chain."""
    raised = levels | {name: levels[name] + 0.1}
    after, before = (output_of_chain(link_qualities=list(one.values())) for one in (raised, levels))
    return after - before


def answer(**levels):
    """Return what ten points add where they add most."""
    return max(gain(levels, name) for name in levels)


def wrong_average(**levels):
    """Return what ten points add to the plain average."""
    return 0.1 / len(levels)


def wrong_strongest(**levels):
    """Return what ten points add in the strongest ecology."""
    return gain(levels, max(levels, key=levels.get))


def wrong_whole(**levels):
    """Return what the chain makes afterwards."""
    return output_of_chain(link_qualities=list(levels.values())) + answer(**levels)
