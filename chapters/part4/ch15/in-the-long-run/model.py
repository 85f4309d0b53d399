"""Measured output in the long run, after a step up in intangible investment."""

import itertools

from nqpf.models.data.digital import dip_of_measured_output, long_run_of_measured_output


def given(draw):
    """Return both rates of investment and the elasticity."""
    return {
        "before": draw.pick([0.01, 0.02, 0.03]),
        "after": draw.pick([0.05, 0.06, 0.08]),
        "elasticity": draw.pick([0.08, 0.1, 0.12, 0.15]),
    }


def answer(before, after, elasticity):
    """Return the change in the long run."""
    return long_run_of_measured_output(
        investment_before=before, investment_after=after, intangible_elasticity=elasticity
    )


def wrong_dip(before, after):
    """Return the change in the first year."""
    return dip_of_measured_output(investment_before=before, investment_after=after)


def wrong_gross(before, after, elasticity):
    """Return the change of output with what is not counted."""
    return (after / before) ** (elasticity / (1 - elasticity)) - 1


def wrong_short_exponent(before, after, elasticity):
    """Return the change if the loop through investment is left out."""
    return (after / before) ** elasticity * (1 - after) / (1 - before) - 1


def reject(before, after, elasticity):
    """Return whether two of the answers would be hard to tell apart."""
    case = (before, after, elasticity)
    found = sorted(
        [answer(*case), wrong_dip(before, after), wrong_gross(*case), wrong_short_exponent(*case)]
    )
    return min(later - first for first, later in itertools.pairwise(found)) < 0.005
