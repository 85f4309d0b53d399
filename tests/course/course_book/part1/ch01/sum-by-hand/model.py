"""A sum, and two ways to miss it."""


def given():
    return {"first": 0.02, "second": 0.0025}


def answer(first, second):
    return first + second


def wrong_difference(first, second):
    return first - second


def wrong_double(first, second):
    return 2 * (first + second)
