"""Arguments for the cases that are generated."""


def arguments(draw):
    whole = draw.whole(11, 99)
    return draw.whole(1, whole), whole
