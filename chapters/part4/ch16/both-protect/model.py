"""The protection dilemma of chapter 5, at a barrier that ends trade."""

from nqpf.models.allocation.protection import protection_payoffs


def given():
    """Return welfare if it alone, both, or the other alone protects, over that when both open."""
    payoffs = protection_payoffs(barrier=1.0)
    return {
        "alone": payoffs.protects_alone,
        "both": payoffs.both_protect,
        "other": payoffs.open_alone,
    }
