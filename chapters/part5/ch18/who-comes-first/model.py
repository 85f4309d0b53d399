"""Scores and sets of weights, drawn in eighths, which floats hold exactly."""


def arguments(draw):
    """Return the scores of a few units and some sets of weights."""
    units, aspects = draw.whole(2, 5), draw.whole(2, 4)
    scores = [[draw.step(0.0, 1.0, 0.125) for _ in range(aspects)] for _ in range(units)]
    sets = [[draw.step(0.0, 1.0, 0.125) for _ in range(aspects)] for _ in range(draw.whole(3, 9))]
    return scores, sets
