"""The variance of orders at the end of a chain, with and without shared information."""

import itertools

from nqpf.models.structure.chain import order_variance_with_sharing, order_variance_without_sharing


def given(draw):
    """Return the number of stages, the weeks of waiting and the weeks averaged."""
    return {
        "stages": draw.whole(3, 6),
        "lead": draw.whole(2, 4),
        "window": draw.whole(4, 12),
    }


def variances(stages, lead, window):
    """Return the variance of the last stage's orders over demand's, without and with sharing."""
    chain = {"lead_times": [float(lead)] * stages, "averaging_window": float(window)}
    return order_variance_without_sharing(**chain), order_variance_with_sharing(**chain)


def answer(stages, lead, window):
    """Return by what part sharing lowers the variance."""
    without, sharing = variances(stages, lead, window)
    return 1 - sharing / without


def wrong_one_stage():
    """Return what sharing does for one stage."""
    return 0.0


def wrong_added(stages, lead, window):
    """Return the answer when the swings of the stages are added to that of demand."""
    one = variances(1, lead, window)[0]
    return 1 - variances(stages, lead, window)[1] / (1 + stages * (one - 1))


def wrong_all_of_it(stages, lead, window):
    """Return the answer when sharing leaves no more than the variance of demand."""
    return 1 - 1 / variances(stages, lead, window)[0]


def reject(stages, lead, window):
    """Return whether two of the answers would be hard to tell apart."""
    case = {"stages": stages, "lead": lead, "window": window}
    answers = sorted(
        [answer(**case), wrong_one_stage(), wrong_added(**case), wrong_all_of_it(**case)]
    )
    return min(after - before for before, after in itertools.pairwise(answers)) < 0.012
