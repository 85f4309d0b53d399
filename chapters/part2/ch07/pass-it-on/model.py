"""Four stages that each pass on a part."""

import itertools

from nqpf.models.innovation.absorption import conversion


def given(draw):
    """Return the part that each of the four stages passes on."""
    return {
        "introduced": draw.step(0.7, 0.95, 0.05),
        "absorbed": draw.step(0.5, 0.8, 0.05),
        "digested": draw.step(0.4, 0.7, 0.05),
        "reinvented": draw.step(0.3, 0.6, 0.05),
    }


def answer(introduced, absorbed, digested, reinvented):
    """Return the part that comes out of the last stage."""
    return conversion(pass_through=[introduced, absorbed, digested, reinvented])


def wrong_mean(introduced, absorbed, digested, reinvented):
    """Return the mean of the stages."""
    return (introduced + absorbed + digested + reinvented) / 4


def wrong_weakest(introduced, absorbed, digested, reinvented):
    """Return the smallest of the four."""
    return min(introduced, absorbed, digested, reinvented)


def wrong_lost(introduced, absorbed, digested, reinvented):
    """Return what does not come out."""
    return 1 - answer(introduced, absorbed, digested, reinvented)


def reject(**stages):
    """Return whether two of the answers would be hard to tell apart."""
    found = sorted(
        function(**stages) for function in (answer, wrong_mean, wrong_weakest, wrong_lost)
    )
    return min(after - before for before, after in itertools.pairwise(found)) < 0.01
