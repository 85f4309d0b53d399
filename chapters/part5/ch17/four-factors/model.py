"""Factors before and after, drawn."""


def arguments(draw):
    """Return two lists of one length."""
    count = draw.whole(2, 5)
    before = [draw.step(0.5, 4.0, 0.25) for _ in range(count)]
    after = [round(value * draw.step(0.6, 1.6, 0.1), 4) for value in before]
    return before, after
