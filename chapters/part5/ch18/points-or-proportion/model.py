"""Two provinces whose gap widens in points and narrows in proportion."""

from itertools import pairwise


def given(draw):
    """Return what both spend before and after."""
    other = draw.step(0.4, 1.2, 0.1)
    leader = draw.step(3.0, 5.5, 0.1)
    gain = draw.step(0.3, 1.0, 0.1)
    return {
        "leader": leader,
        "leader_later": round(leader + gain + draw.step(0.1, 0.8, 0.1), 1),
        "other": other,
        "other_later": round(other + gain, 1),
    }


def answer(leader, leader_later, other, other_later):
    """Return by what part the ratio fell."""
    return 1 - (leader_later / other_later) / (leader / other)


def wrong_difference(leader, leader_later, other, other_later):
    """Return by what part the difference grew."""
    return (leader_later - other_later) / (leader - other) - 1


def wrong_leader(leader, leader_later):
    """Return by what part the leader grew."""
    return leader_later / leader - 1


def reject(leader, leader_later, other, other_later):
    """Return whether the ratio hardly falls, or a mistake comes near."""
    right = answer(leader, leader_later, other, other_later)
    values = sorted(
        [
            right,
            wrong_difference(leader, leader_later, other, other_later),
            wrong_leader(leader, leader_later),
        ]
    )
    return right < 0.05 or min(b - a for a, b in pairwise(values)) < 0.03
