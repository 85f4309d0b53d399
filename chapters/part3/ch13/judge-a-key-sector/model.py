"""China's share of the world's magnets."""

from nqpf.prose import figure


def given():
    """Return the share as the finding has it."""
    whole = figure("linkage_findings", "value", measure="share of the world's making")
    return {"magnets": whole / 100}
