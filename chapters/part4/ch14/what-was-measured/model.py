"""Figures of four statements about export controls."""

from nqpf.prose import figure


def given():
    """Return the figures of the statements."""
    return {
        "value": figure("security_findings", "value", source_id="crosignani_2024"),
        "gallium": figure("linkage_findings", "value", source_id="nassar_2024"),
        "magnets": -figure("magnet_exports", "change_percent", source_id="magnets_may_2025") / 100,
    }
