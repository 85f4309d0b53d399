"""Twice a figure of one's own."""


def given(draw):
    return {"first": draw.whole(100, 900)}


def answer(first):
    return 2.0 * first


def wrong_half(first):
    return first / 2


def wrong_square(first):
    return float(first**2)
