"""The part of the gain that belongs to no lever, by two rulers."""

from nqpf.explorers import explorer


def given():
    """Return the interplay as a part of the whole, in levels and in growth."""
    shown = explorer("what-each-adds")
    return {"level": shown.readouts()["part"], "growth": shown.readouts(ruler=1)["part"]}
