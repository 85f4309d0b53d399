"""The chance of losing three suppliers in one valley."""

from nqpf.models.security import chance_of_losing_all

CASE = {"failure_chance": 0.1}


def given():
    """Return both causes, and the chance with one supplier and with three."""
    return {
        "failure": CASE["failure_chance"],
        "event": 0.02,
        "one": chance_of_losing_all(suppliers=1.0, common_chance=0.02, **CASE),
        "alone": chance_of_losing_all(suppliers=3.0, common_chance=0.0, **CASE),
        "common": chance_of_losing_all(suppliers=3.0, common_chance=0.02, **CASE),
    }
