"""What research adds beside saving, in three ways of counting."""

from itertools import pairwise


def given(draw):
    """Return the four ends, with an interplay."""
    neither = draw.step(2.0, 2.4, 0.05)
    research = draw.step(0.1, 0.25, 0.01)
    saving = draw.step(0.3, 0.6, 0.05)
    interplay = draw.step(0.08, 0.2, 0.02)
    return {
        "neither": neither,
        "research": round(neither + research, 2),
        "saving": round(neither + saving, 2),
        "both": round(neither + research + saving + interplay, 2),
    }


def wrong_first(neither, research):
    """Return what research adds alone."""
    return research - neither


def wrong_last(saving, both):
    """Return what research adds after saving."""
    return both - saving


def answer(neither, research, saving, both):
    """Return the mean of the two."""
    return (wrong_first(neither, research) + wrong_last(saving, both)) / 2


def wrong_in_proportion(neither, research, saving, both):
    """Return research's part in proportion to what each adds alone."""
    alone = research - neither
    return (both - neither) * alone / (alone + saving - neither)


def reject(neither, research, saving, both):
    """Return whether two of the values are alike."""
    values = sorted(
        [
            wrong_first(neither, research),
            wrong_last(saving, both),
            answer(neither, research, saving, both),
            wrong_in_proportion(neither, research, saving, both),
        ]
    )
    return min(b - a for a, b in pairwise(values)) < 0.015
