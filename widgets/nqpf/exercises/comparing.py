"""Compare what a reader's code returned with what is expected, by plain types alone.

An object that calls itself equal to everything is equal to nothing here. What the usual libraries
return for a number, a list or a table's row counts as that number, list or row: one rule for the
page, Jupyter, homework and nbgrader, whose notebooks carry this file's text.
"""

from __future__ import annotations

import array
import decimal
import fractions
import math
from typing import Any

PLAIN = (bool, int, float, str, type(None))
DEEPEST = 50


class Labelled:
    """Values with a label each, as a pandas Series has them: a list, or a dictionary if asked."""

    def __init__(self, labels: list[Any], values: list[Any]) -> None:
        self.labels = labels
        self.values = values

    def __repr__(self) -> str:
        pairs = zip(self.labels, self.values, strict=False)
        return "{" + ", ".join(f"{label!r}: {value!r}" for label, value in pairs) + "}"


def same(got: Any, expected: Any, *, rel: float, abs_: float = 0.0) -> bool:
    """Return whether two values are the same, numbers within a tolerance.

    >>> same([1, 2.0], [1.0, 2], rel=1e-9), same((1,), [1], rel=1e-9), same(True, 1, rel=1e-9)
    (True, True, False)
    """
    try:
        return _alike(as_plain(got), expected, rel, abs_)
    except RecursionError:
        return False


def as_plain(value: Any, depth: int = 0) -> Any:
    """Return a value of the usual libraries as a plain one; anything else stays what it is.

    >>> as_plain(fractions.Fraction(1, 4)), as_plain(range(3))
    (0.25, [0, 1, 2])
    """
    if depth > DEEPEST:
        raise RecursionError("nested too deeply")
    kind = type(value)
    if kind in PLAIN:
        return value
    if isinstance(value, (decimal.Decimal, fractions.Fraction)):
        return float(value)
    if isinstance(value, dict):
        pairs = dict.items(value)
        return {as_plain(k, depth + 1): as_plain(v, depth + 1) for k, v in pairs}
    if isinstance(value, (list, tuple)):
        return [as_plain(item, depth + 1) for item in tuple(value)]
    if kind in (range, array.array, type({}.keys()), type({}.values())):
        return [as_plain(item, depth + 1) for item in value]
    if kind.__module__.partition(".")[0] in ("numpy", "pandas"):
        return _from_library(value, depth)
    return value


def _from_library(value: Any, depth: int) -> Any:
    if type(value).__name__ == "Series":
        labels = [as_plain(label, depth + 1) for label in value.index.tolist()]
        return Labelled(labels, [as_plain(item, depth + 1) for item in value.tolist()])
    return as_plain(value.tolist(), depth + 1) if hasattr(value, "tolist") else value


def _alike(got: Any, expected: Any, rel: float, abs_: float) -> bool:
    if type(got) is Labelled:
        pairs = zip(got.labels, got.values, strict=True)
        got = dict(pairs) if type(expected) is dict else got.values
    if type(expected) in (list, tuple):
        return (
            type(got) in (list, tuple)
            and len(got) == len(expected)
            and all(_alike(g, e, rel, abs_) for g, e in zip(got, expected, strict=True))
        )
    if type(expected) is dict:
        return (
            type(got) is dict
            and all(type(key) in PLAIN for key in got)
            and got.keys() == expected.keys()
            and all(_alike(got[key], expected[key], rel, abs_) for key in expected)
        )
    if type(expected) in (int, float):
        return type(got) in (int, float) and _near(got, expected, rel, abs_)
    return type(got) is type(expected) and type(got) in PLAIN and bool(got == expected)


def _near(got: float, expected: float, rel: float, abs_: float) -> bool:
    try:
        return math.isclose(got, expected, rel_tol=rel, abs_tol=abs_)
    except OverflowError:  # a whole number too large for a float
        return got == expected
