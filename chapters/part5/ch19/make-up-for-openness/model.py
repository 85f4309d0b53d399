"""Cases in which less openness is made up for at home, without more saving."""

REACHED_AT = {
    "openness": 0.5,
    "research_effort": 1.5,
    "log_variance": 0.02,
    "saving_end": 0.3,
}


def closed(settings):
    """Return whether openness is at half."""
    return (settings.openness > 0.475) & (settings.openness < 0.525)


def goal(settings, readouts):
    """Return whether the baseline is reached with half the openness and no more saving."""
    return closed(settings) & (settings.saving_end < 0.305) & (readouts.times >= readouts.baseline)


def short(settings, readouts):
    """Return whether the end is below the baseline with half the openness."""
    return closed(settings) & (readouts.times < readouts.baseline)


def by_saving(settings, readouts):
    """Return whether the baseline is reached by saving more."""
    return closed(settings) & (settings.saving_end >= 0.305) & (readouts.times >= readouts.baseline)
