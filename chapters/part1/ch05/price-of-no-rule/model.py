"""Two regions that each choose for themselves."""

from nqpf.models.allocation.protection import protection_payoffs

BARRIER = 0.8
PAYOFFS = protection_payoffs(barrier=BARRIER)


def given():
    """Return the barrier and the payoffs."""
    return {
        "barrier": BARRIER,
        "alone": PAYOFFS.protects_alone,
        "other": PAYOFFS.open_alone,
        "both": PAYOFFS.both_protect,
    }


def answer():
    """Return what both together lose where each protects."""
    return 1 - PAYOFFS.both_protect


def wrong_tempted():
    """Return what protecting alone would bring."""
    return PAYOFFS.protects_alone - 1


def wrong_left_open():
    """Return what staying open alone would cost."""
    return 1 - PAYOFFS.open_alone


def wrong_added():
    """Return the losses of both, added."""
    return 2 * (1 - PAYOFFS.both_protect)
