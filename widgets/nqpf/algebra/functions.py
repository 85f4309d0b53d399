"""What operators cannot say: one function for numbers, arrays and traced numbers.

numpy is never imported here. An array can only arrive if its library is loaded already, so it
is looked up among the loaded modules; this keeps the models usable in the browser's Python.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations
from typing import Any

from nqpf.algebra.expression import AlgebraError, Condition, Scalar, Traced, as_traced
from nqpf.algebra.many import Many, as_many, branch_may_be_unused


def exp(value: Scalar) -> Scalar:
    """Return e to the power ``value``.

    >>> exp(0)
    1.0
    """
    return _apply("exp", math.exp, value)


def log(value: Scalar) -> Scalar:
    """Return the natural logarithm of ``value``, which must be positive.

    >>> log(1)
    0.0
    """
    return _apply("log", math.log, value)


def sqrt(value: Scalar) -> Scalar:
    """Return the square root of ``value``, which must not be negative.

    >>> sqrt(9)
    3.0
    """
    return _apply("sqrt", math.sqrt, value)


def floor(value: Scalar) -> Scalar:
    """Return the largest whole number that is not above ``value``.

    >>> floor(2.7)
    2
    """
    return _apply("floor", math.floor, value)


def power(base: Scalar, exponent: Scalar) -> Scalar:
    """Return ``base`` to the power ``exponent``; a negative base needs a whole exponent.

    >>> power(2, 3)
    8.0
    """
    if type(base) is float and type(exponent) is float:
        return math.pow(base, exponent)
    if isinstance(base, (Traced, Many)) or isinstance(exponent, (Traced, Many)) or _is_array(base):
        return base**exponent
    return base**exponent if _is_array(exponent) else math.pow(base, exponent)


def minimum(*values: Scalar) -> Scalar:
    """Return the smallest of the values, element by element for arrays.

    >>> minimum(3, 1, 2)
    1
    """
    return _extreme("minimum", min, values)


def maximum(*values: Scalar) -> Scalar:
    """Return the largest of the values, element by element for arrays.

    >>> maximum(3, 1, 2)
    3
    """
    return _extreme("maximum", max, values)


def where(condition: Scalar, then: Callable[[], Scalar], otherwise: Callable[[], Scalar]) -> Scalar:
    """Return ``then()`` where the condition holds, else ``otherwise()``.

    Both branches are functions, so that on numbers the one not taken is never computed.

    >>> where(2 > 1, lambda: "first", lambda: 1 / 0)
    'first'
    """
    if not (callable(then) and callable(otherwise)):
        raise AlgebraError("where takes two functions: where(x > 0, lambda: a, lambda: b).")
    if isinstance(condition, Condition):
        return Traced("where", [condition, as_traced(then()), as_traced(otherwise())])
    if isinstance(condition, Traced):
        raise AlgebraError("The first argument of where is a comparison, such as x > 0.")
    if isinstance(condition, Many):
        with _unchecked():
            branches = then(), otherwise()
        size = condition.size
        chosen = zip(condition.numbers, *(as_many(one, size) for one in branches), strict=True)
        return Many(one if holds else other for holds, one, other in chosen)
    if not _is_array(condition) or condition.ndim == 0:
        return then() if condition else otherwise()
    with _unchecked(), _numpy().errstate(all="ignore"):
        return _numpy().where(condition, then(), otherwise())


def total(values: Iterable[Scalar]) -> Scalar:
    """Return the sum of the values, added from the first to the last.

    Python's own ``sum`` rounds differently from version 3.12 on; this one never does.

    >>> total([1, 2, 3])
    6
    """
    items = list(values)
    if not items:
        raise ValueError("total of no values: give at least one.")
    if not _all_floats(items) and any(isinstance(item, Traced) for item in items):
        return Traced("total", [as_traced(item) for item in items])
    result = items[0]
    for item in items[1:]:
        result = result + item
    return result


def total_over_pairs(values: Sequence[Scalar], of: Callable[[Scalar, Scalar], Scalar]) -> Scalar:
    """Return the sum of ``of(first, second)`` over every pair of the values.

    >>> total_over_pairs([1, 2, 4], lambda first, second: second - first)
    6
    """
    general = getattr(values, "general_pair", None)
    if general is not None:
        return Traced("total_over_pairs", [as_traced(of(*general))])
    return total(of(first, second) for first, second in combinations(values, 2))


def product(values: Iterable[Scalar]) -> Scalar:
    """Return the product of the values, multiplied from the first to the last.

    >>> product([2, 3, 4])
    24
    """
    items = list(values)
    if not items:
        raise ValueError("product of no values: give at least one.")
    if not _all_floats(items) and any(isinstance(item, Traced) for item in items):
        return Traced("product", [as_traced(item) for item in items])
    result = items[0]
    for item in items[1:]:
        result = result * item
    return result


def count(values: Sequence[Scalar]) -> Scalar:
    """Return how many values there are; in an equation it prints as n.

    >>> count([.2, .8])
    2
    """
    size = getattr(values, "symbolic_length", None)
    return len(values) if size is None else size


def let(name: str, value: Scalar, symbol: str | None = None) -> Scalar:
    """Return ``value``; when traced, give it a name that is computed once.

    With a LaTeX ``symbol`` the equation prints the symbol and defines it on a line of its own.
    A recursion in time names each step, so that the chart computes step after step.

    >>> let("capital_next", 1.5)
    1.5
    """
    if not isinstance(value, Traced):
        return value
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise AlgebraError(f"let({name!r}, …): a name is lower-case letters, digits and _.")
    if isinstance(value, Condition):
        raise AlgebraError(f"let({name!r}, …) names numbers, not comparisons.")
    return Traced("let", [value], (name, symbol))


def lookup(values: Sequence[float], index: Scalar) -> Scalar:
    """Return ``values[index]``, the index rounded to the nearest whole number.

    This reads a table of observations, or a lattice computed beforehand, by position: floats
    are never compared. Raises ``IndexError`` outside the table.

    >>> lookup([10., 20., 30.], 1)
    20.0
    """
    if isinstance(index, Traced):
        table = tuple(as_traced(float(value)).detail for value in values)
        return Traced("lookup", [index], table)
    if _is_array(index):
        numpy = _numpy()
        return numpy.asarray(values)[_checked_positions(numpy.floor(index + 0.5), len(values))]
    position = math.floor(index + 0.5)
    if not 0 <= position < len(values):
        raise IndexError(f"lookup at {position}: the table has {len(values)} values from 0.")
    return values[position]


def _checked_positions(positions: Any, length: int) -> Any:
    if positions.min() < 0 or positions.max() >= length:
        raise IndexError(f"lookup outside the table, which has {length} values from 0.")
    return positions.astype(int)


def _all_floats(values: Sequence[Scalar]) -> bool:
    """Return whether all are plain floats: the usual case, found out fast."""
    return set(map(type, values)) == {float}


def _is_array(value: object) -> bool:
    return hasattr(value, "__array_ufunc__") and not isinstance(value, Traced)


def _numpy() -> Any:
    return sys.modules["numpy"]


def _apply(name: str, function: Callable[[float], float], value: Scalar) -> Scalar:
    if isinstance(value, Traced):
        return Traced(name, [as_traced(value)])
    if isinstance(value, Many):
        return value.each(function)
    return getattr(_numpy(), name)(value) if _is_array(value) else function(value)


def _extreme(name: str, function: Callable[..., Any], values: tuple[Scalar, ...]) -> Scalar:
    if not values:
        raise ValueError(f"{name} of no values: give at least one.")
    if _all_floats(values):
        return function(values)
    if any(isinstance(value, Traced) for value in values):
        return Traced(name, [as_traced(value) for value in values])
    many = next((value for value in values if isinstance(value, Many)), None)
    if many is not None:
        lists = (as_many(value, many.size) for value in values)
        return Many(map(function, zip(*lists, strict=True)))
    if not any(_is_array(value) for value in values):
        return function(values) if len(values) > 1 else values[0]
    result = values[0]
    for value in values[1:]:
        result = getattr(_numpy(), name)(result, value)
    return result


@contextmanager
def _unchecked() -> Iterator[None]:
    """Suspend range checks: of the values of an unused branch some may be out of range."""
    token = branch_may_be_unused.set(True)
    try:
        yield
    finally:
        branch_may_be_unused.reset(token)
