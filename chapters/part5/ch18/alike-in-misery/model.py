"""Three equal scores near the bottom."""

from nqpf.models.measurement.coupling import coordination_standard


def given():
    """Return the degree of coordination of three scores of 0.2."""
    return {"degree": coordination_standard(scores=[0.2] * 3, weights=[1.0] * 3).degree}
