"""Numbers side by side, with which models compute as with one: the book's own array.

Where thousands of cases are drawn, a model is called once with all of them. numpy's arrays do the
same, but the page's Python has no numpy.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterable
from contextvars import ContextVar
from typing import Any

from nqpf.algebra.expression import AlgebraError

branch_may_be_unused: ContextVar[bool] = ContextVar("branch_may_be_unused", default=False)
"""True while both branches of a `where` over arrays are computed, one of which is discarded."""

SHOWN = 3
"""So many numbers are shown where many are named."""


class Many:
    """Numbers side by side; what is done to it is done to each.

    >>> (2 * Many([1, 2, 3]) + Many([0.5, 0, 0])).numbers
    [2.5, 4, 6]
    """

    def __init__(self, numbers: Iterable[Any]) -> None:
        self.numbers = list(numbers)

    def __repr__(self) -> str:
        shown = ", ".join(f"{one:.6g}" for one in self.numbers[:SHOWN])
        return f"Many([{shown}{', …' if self.size > SHOWN else ''}])"

    def each(self, function: Callable[..., Any], *others: Any) -> Many:
        """Return a function of each number, and of the numbers beside it in others."""
        lists = [self.numbers, *(as_many(other, len(self.numbers)) for other in others)]
        try:
            return Many(map(function, *lists))
        except (ArithmeticError, ValueError):
            if not branch_may_be_unused.get():
                raise
            return Many(_or_none(function, numbers) for numbers in zip(*lists, strict=True))

    @property
    def size(self) -> int:
        """How many numbers there are."""
        return len(self.numbers)

    def min(self) -> float:
        """Return the smallest number; what is no number if one of them is none."""
        return self._end(min)

    def max(self) -> float:
        """Return the largest number; what is no number if one of them is none."""
        return self._end(max)

    def any(self) -> bool:
        """Return whether one of them is true."""
        return any(self.numbers)

    def _end(self, end: Callable[[list[float]], float]) -> float:
        return math.nan if math.isnan(sum(self.numbers)) else end(self.numbers)

    def __bool__(self) -> bool:
        raise AlgebraError(
            "Many numbers have no one truth value: write where(condition, lambda: a, lambda: b) "
            "in place of if, and minimum and maximum in place of min and max."
        )

    def __neg__(self) -> Many:
        return self.each(operator.neg)

    def __abs__(self) -> Many:
        return self.each(abs)

    def __add__(self, other: Any) -> Many:
        return self.each(operator.add, other)

    def __radd__(self, other: Any) -> Many:
        return as_is(other, self).each(operator.add, self)

    def __sub__(self, other: Any) -> Many:
        return self.each(operator.sub, other)

    def __rsub__(self, other: Any) -> Many:
        return as_is(other, self).each(operator.sub, self)

    def __mul__(self, other: Any) -> Many:
        return self.each(operator.mul, other)

    def __rmul__(self, other: Any) -> Many:
        return as_is(other, self).each(operator.mul, self)

    def __truediv__(self, other: Any) -> Many:
        return self.each(operator.truediv, other)

    def __rtruediv__(self, other: Any) -> Many:
        return as_is(other, self).each(operator.truediv, self)

    def __pow__(self, other: Any) -> Many:
        return self.each(math.pow, other)

    def __rpow__(self, other: Any) -> Many:
        return as_is(other, self).each(math.pow, self)

    def __lt__(self, other: Any) -> Many:
        return self.each(operator.lt, other)

    def __le__(self, other: Any) -> Many:
        return self.each(operator.le, other)

    def __gt__(self, other: Any) -> Many:
        return self.each(operator.gt, other)

    def __ge__(self, other: Any) -> Many:
        return self.each(operator.ge, other)


def as_many(value: Any, size: int) -> list[Any]:
    """Return the numbers of a value, or one number as often as asked.

    Raises ``ValueError`` for another count of numbers.
    """
    if not isinstance(value, Many):
        return [value] * size
    if value.size != size:
        raise ValueError(f"{value.size} numbers do not fit {size}.")
    return value.numbers


def as_is(value: Any, beside: Many) -> Many:
    """Return one number as many, as there are beside it."""
    return Many(as_many(value, beside.size))


def _or_none(function: Callable[..., Any], numbers: tuple[Any, ...]) -> Any:
    try:
        return function(*numbers)
    except (ArithmeticError, ValueError):
        return math.nan
