"""Compare what a reader's code returned with what is expected, by plain types alone.

An object that calls itself equal to everything is equal to nothing here.
"""

from __future__ import annotations

import math
from typing import Any

PLAIN = (bool, int, float, str, type(None))


def same(got: Any, expected: Any, *, rel: float, abs_: float = 0.0) -> bool:
    """Return whether two values are the same, numbers within a tolerance.

    >>> same([1, 2.0], [1.0, 2], rel=1e-9), same((1,), [1], rel=1e-9), same(True, 1, rel=1e-9)
    (True, True, False)
    """
    if type(expected) in (list, tuple):
        return (
            type(got) in (list, tuple)
            and len(got) == len(expected)
            and all(same(g, e, rel=rel, abs_=abs_) for g, e in zip(got, expected, strict=True))
        )
    if type(expected) is dict:
        return (
            type(got) is dict
            and all(type(key) in PLAIN for key in got)
            and got.keys() == expected.keys()
            and all(same(got[key], expected[key], rel=rel, abs_=abs_) for key in expected)
        )
    if type(expected) in (int, float):
        return type(got) in (int, float) and _near(got, expected, rel, abs_)
    return type(got) is type(expected) and type(got) in PLAIN and bool(got == expected)


def _near(got: float, expected: float, rel: float, abs_: float) -> bool:
    try:
        return math.isclose(got, expected, rel_tol=rel, abs_tol=abs_)
    except OverflowError:  # a whole number too large for a float
        return got == expected
