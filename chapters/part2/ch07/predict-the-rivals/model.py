"""One contender against a leader, and four of the same strength."""

from nqpf.models.innovation.contest import contenders_gain, contenders_share

NEAR = 0.5


def given():
    """Return the strength, and what one and four win and keep."""
    found = {"near": NEAR}
    for name, number in (("one", 1.0), ("four", 4.0)):
        case = {"contenders": number, "proximity": NEAR}
        found[f"won_{name}"] = contenders_share(**case)
        found[f"kept_{name}"] = contenders_gain(**case, lasting_part=0.0)
    return found
