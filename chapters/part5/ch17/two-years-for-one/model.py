"""The year in which clean technology is level, if the subsidy begins late."""

from nqpf.models.innovation.green import years_of_clean_research


def given(draw):
    """Return a lag, a pace and a wait."""
    return {
        "lag": draw.step(0.5, 0.8, 0.05),
        "progress": draw.step(0.02, 0.04, 0.01),
        "wait": draw.step(4.0, 10.0, 1.0),
    }


def years(lag, progress):
    """Return how long it takes without waiting."""
    return years_of_clean_research(clean_lag=lag, clean_progress=progress)


def answer(lag, progress, wait):
    """Return the year in which both are level."""
    return years(lag, progress) + 2 * wait


def wrong_no_wait(lag, progress):
    """Return the year without waiting."""
    return years(lag, progress)


def wrong_wait_once(lag, progress, wait):
    """Return the year if waiting cost its own years alone."""
    return years(lag, progress) + wait
