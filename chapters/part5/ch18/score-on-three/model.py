"""A step between two of three marks, by a geometric mean."""

from itertools import pairwise

from nqpf.models.measurement.composite import weighted_products


def given(draw):
    """Return three marks and a step."""
    return {
        "complete": draw.step(0.5, 0.9, 0.1),
        "advanced": draw.step(0.3, 0.7, 0.1),
        "secure": draw.step(0.3, 0.7, 0.1),
        "step": draw.step(0.1, 0.2, 0.1),
    }


def both(complete, advanced, secure, step):
    """Return the marks before and after."""
    return [[complete, advanced, secure], [complete, advanced + step, secure - step]]


def answer(complete, advanced, secure, step):
    """Return the change of the geometric mean."""
    before, after = weighted_products(both(complete, advanced, secure, step), [1, 1, 1])
    return after - before


def wrong_as_sum():
    """Return the change of the plain mean."""
    return 0.0


def wrong_no_root(complete, advanced, secure, step):
    """Return the change of the product."""
    return complete * (advanced + step) * (secure - step) - complete * advanced * secure


def reject(complete, advanced, secure, step):
    """Return whether hardly anything changes, or a mistake comes near."""
    right = answer(complete, advanced, secure, step)
    values = sorted([right, 0.0, wrong_no_root(complete, advanced, secure, step)])
    return min(b - a for a, b in pairwise(values)) < 0.013
