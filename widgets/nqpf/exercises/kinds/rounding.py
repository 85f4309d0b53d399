"""How people round a number that they write down: to the digits asked for, or to two or more."""

from __future__ import annotations

import math
from collections.abc import Sequence

from nqpf.exercises.reading import within
from nqpf.numbers import NumberFormat

FEWEST = 2
"""With fewer significant figures than this, too many other numbers would be the same one."""
FINEST = 12
"""Further decimals are what computers add."""
TIE = 1e-6
"""How far from the middle of two numbers, in steps, either may be written."""

Near = tuple[float, float]
"""A value, and how far from it an answer may be."""


def roundings(value: float, width: float, form: NumberFormat) -> list[float]:
    """Return what a value is rounded to where that is farther off than is accepted anyway.

    From the digits that are asked for, or two significant figures, to all that matter.

    >>> roundings(7.3636, 0.01, NumberFormat(1))
    [7.4]
    >>> roundings(0.0235, 0.0001, NumberFormat(2, 100))
    [0.023, 0.024]
    """
    shown, room = value * form.scale, width * form.scale
    if not shown or not room:
        return []
    two = FEWEST - 1 - math.floor(math.log10(abs(shown)))
    enough = min(FINEST, math.ceil(-math.log10(2 * room)))
    found = []
    for decimals in range(min(form.decimals, two), enough):
        steps = shown * 10.0**decimals
        for step in (math.floor(steps), math.floor(steps) + 1):
            if step and abs(step - steps) <= 0.5 + TIE:
                found.append(float(f"{step}e{-decimals}") / form.scale)
    return [one for one in dict.fromkeys(found) if not within(one, value, width)]


def told_apart(answer: Near, wrong: Sequence[Near], form: NumberFormat) -> list[tuple[float, ...]]:
    """Return for each wrong value what it is rounded to and no other value, right or wrong, is."""
    pairs = [answer, *wrong]
    rounded = [roundings(*pair, form) for pair in pairs]
    return [
        tuple(
            one
            for one in rounded[place]
            if not any(
                within(one, *pair) or any(within(one, same, 0) for same in others)
                for other, (pair, others) in enumerate(zip(pairs, rounded, strict=True))
                if other != place
            )
        )
        for place in range(1, len(pairs))
    ]
