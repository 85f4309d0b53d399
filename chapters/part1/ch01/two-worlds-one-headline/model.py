"""Which sentences two counts settle, computed from the bounds on the overlap."""

from nqpf.models.structure.completeness import overlap_bounds

ITEMS, FRONT, SECURE = 26.0, 11.0, 16.0
BOUNDS = overlap_bounds(items=ITEMS, first_count=FRONT, second_count=SECURE)


def given():
    """Return the counts and the bounds."""
    return {
        "items": ITEMS,
        "front": FRONT,
        "secure": SECURE,
        "least": BOUNDS.least,
        "most": BOUNDS.most,
        "behind_least": SECURE - BOUNDS.most,
    }


def verdict(holds):
    """Return whether a sentence about the number of both holds in all worlds, some or none."""
    worlds = range(int(BOUNDS.least), int(BOUNDS.most) + 1)
    true = [holds(both) for both in worlds]
    if all(true):
        return "must be true"
    return "may be true" if any(true) else "cannot be true"


def at_least_one():
    """Return the label of: at least one is both."""
    return verdict(lambda both: both >= 1)


def all_front_secure():
    """Return the label of: all at the front are secure."""
    return verdict(lambda both: both == FRONT)


def five_secure_behind():
    """Return the label of: at least five secure ones are not at the front."""
    return verdict(lambda both: SECURE - both >= 5)


def twelve_both():
    """Return the label of: twelve are both."""
    return verdict(lambda both: both == 12)


def most_front_dependent():
    """Return the label of: more than half of those at the front are not secure."""
    return verdict(lambda both: FRONT - both > FRONT / 2)
