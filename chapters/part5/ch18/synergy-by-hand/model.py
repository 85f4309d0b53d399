"""The synergy of two subsystems whose output is a geometric mean."""

from itertools import pairwise

from nqpf.models.structure.synergy import (
    gain_of_raising_all,
    output_of_subsystems,
    synergy_of_subsystems,
)


def given(draw):
    """Return two scores."""
    return {"one": draw.step(0.1, 0.6, 0.05), "other": draw.step(0.1, 0.6, 0.05)}


def case(one, other):
    """Return both raised to 1, with an elasticity of one."""
    return {
        "base_scores": [one, other],
        "raised_scores": [1.0, 1.0],
        "elasticity_of_substitution": 1.0,
    }


def answer(one, other):
    """Return the synergy."""
    return synergy_of_subsystems(**case(one, other))


def wrong_all(one, other):
    """Return what raising both adds."""
    return gain_of_raising_all(**case(one, other))


def wrong_no_base(one, other):
    """Return output with both less output with each alone."""

    def output(*scores):
        return output_of_subsystems(scores=list(scores), elasticity_of_substitution=1.0)

    return output(1.0, 1.0) - output(1.0, other) - output(one, 1.0)


def reject(one, other):
    """Return whether a mistake comes near the answer or the other mistake."""
    values = sorted([answer(one, other), wrong_all(one, other), wrong_no_base(one, other)])
    return min(b - a for a, b in pairwise(values)) < 0.02
