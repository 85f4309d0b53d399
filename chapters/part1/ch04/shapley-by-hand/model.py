"""Two owners of records, and what the hospital gets by several rules."""

from nqpf.models.elements.aggregation import shapley_values


def given():
    """Return what each makes alone, what both make, and what the hospital adds when last."""
    return {"hospital": 3.0, "insurer": 1.0, "together": 10.0, "last": wrong_last(1.0, 10.0)}


def answer(hospital, insurer, together):
    """Return the hospital's Shapley value."""
    worths = {(): 0.0, (0,): hospital, (1,): insurer, (0, 1): together}
    return shapley_values(2, lambda coalition: worths[tuple(coalition)])[0]


def wrong_half(together):
    """Return half of the whole."""
    return together / 2


def wrong_proportional(hospital, insurer, together):
    """Return the whole divided by what each makes alone."""
    return together * hospital / (hospital + insurer)


def wrong_last(insurer, together):
    """Return what the hospital adds when it comes last."""
    return together - insurer
