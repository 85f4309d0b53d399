"""The ends of the fan at its start."""

from nqpf.explorers import explorer


def given():
    """Return between which ends nine paths of ten lie, and the doubt."""
    shown = explorer("fan-to-2049")
    found = shown.readouts()
    return {"low": found["low"], "high": found["high"], "spread": shown.start["spread"]}
