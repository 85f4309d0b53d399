"""The fall of intensity that a cut needs at some growth."""

from nqpf.models.innovation.green import needed_change_of_intensity


def given(draw):
    """Return a cut and a growth."""
    return {"cut": draw.step(0.01, 0.04, 0.01), "growth": draw.step(0.035, 0.065, 0.005)}


def answer(cut, growth):
    """Return the fall of intensity."""
    return -needed_change_of_intensity(emissions_growth=-cut, output_growth=growth)


def wrong_only_cut(cut):
    """Return the cut alone."""
    return cut


def wrong_difference(cut, growth):
    """Return growth less the cut."""
    return growth - cut


def reject(cut, growth):
    """Return whether the two mistakes are alike."""
    return abs(growth - 2 * cut) < 0.004
