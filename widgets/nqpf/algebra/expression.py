"""Traced numbers: they record what a model does to them, so that it can be printed.

A model is written once with ordinary operators. Called with numbers it computes; called with
traced numbers it returns a record of the computation, from which the equation (LaTeX) and the
chart's expressions (Vega) are printed. What a record cannot hold raises with advice, because
a branch picked silently would put a wrong number on the page.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn, TypeAlias, TypeVar

Result = TypeVar("Result")

Scalar: TypeAlias = Any
"""A float, a numpy array or a traced number: what a model takes and returns."""


class AlgebraError(TypeError):
    """A traced number was used in a way that cannot be recorded."""


class Traced:
    """One step of a computation: its kind, what it was applied to, and a name or value if any.

    ``depends_on_datum`` says whether the value changes from one row of a chart to the next.
    """

    __slots__ = ("arguments", "depends_on_datum", "detail", "kind")

    def __init__(self, kind: str, arguments: Iterable[Traced] = (), detail: Any = None) -> None:
        self.kind = kind
        self.arguments = tuple(arguments)
        self.detail = detail
        self.depends_on_datum: bool = kind == "datum" or any(
            argument.depends_on_datum for argument in self.arguments
        )

    def __repr__(self) -> str:
        return f"<traced {self.kind} {self.detail or ''}>".replace(" >", ">")

    # Arithmetic is recorded in the order in which it is written.
    def __add__(self, other: Scalar) -> Traced:
        return _binary("add", self, other)

    def __radd__(self, other: Scalar) -> Traced:
        return _binary("add", other, self)

    def __sub__(self, other: Scalar) -> Traced:
        return _binary("subtract", self, other)

    def __rsub__(self, other: Scalar) -> Traced:
        return _binary("subtract", other, self)

    def __mul__(self, other: Scalar) -> Traced:
        return _binary("multiply", self, other)

    def __rmul__(self, other: Scalar) -> Traced:
        return _binary("multiply", other, self)

    def __truediv__(self, other: Scalar) -> Traced:
        return _binary("divide", self, other)

    def __rtruediv__(self, other: Scalar) -> Traced:
        return _binary("divide", other, self)

    def __pow__(self, other: Scalar) -> Traced:
        return _binary("power", self, other)

    def __rpow__(self, other: Scalar) -> Traced:
        return _binary("power", other, self)

    def __neg__(self) -> Traced:
        return Traced("negate", [self])

    def __pos__(self) -> Traced:
        return self

    def __abs__(self) -> Traced:
        return Traced("absolute", [self])

    # Comparisons are recorded too; only `where` may use them.
    def __lt__(self, other: Scalar) -> Condition:
        return Condition("less", [self, as_traced(other)])

    def __le__(self, other: Scalar) -> Condition:
        return Condition("less_equal", [self, as_traced(other)])

    def __gt__(self, other: Scalar) -> Condition:
        return Condition("greater", [self, as_traced(other)])

    def __ge__(self, other: Scalar) -> Condition:
        return Condition("greater_equal", [self, as_traced(other)])

    def __eq__(self, other: object) -> Condition:  # type: ignore[override]  # because it records
        return Condition("equal", [self, as_traced(other)])

    def __ne__(self, other: object) -> Condition:  # type: ignore[override]  # because it records
        return Condition("not_equal", [self, as_traced(other)])

    __hash__ = object.__hash__

    # What cannot be recorded is refused with advice.
    def __bool__(self) -> NoReturn:
        raise AlgebraError(
            "A traced number has no truth value, so `if`, `and`, `or`, `not`, `min`, `max` and "
            "`0 < x < 1` cannot be recorded. Use where(condition, lambda: …, lambda: …), "
            "minimum(…), maximum(…), or (0 < x) & (x < 1)."
        )

    def __float__(self) -> NoReturn:
        raise AlgebraError(
            "A traced number has no value yet, so float() and the math module cannot use it. "
            "Use exp, log, sqrt, power from nqpf.algebra."
        )

    def __int__(self) -> NoReturn:
        raise AlgebraError("A traced number has no value yet, so int() cannot use it.")

    def __complex__(self) -> NoReturn:
        raise AlgebraError("A traced number has no value yet, so complex() cannot use it.")

    def __index__(self) -> NoReturn:
        raise AlgebraError(
            "A traced number cannot count a loop or index a list. Loop over a fixed range; "
            "use lookup(values, index) to read a table."
        )

    def __round__(self, digits: int | None = None) -> NoReturn:
        raise AlgebraError("A traced number cannot be rounded. Round where it is displayed.")

    def __iter__(self) -> Iterator[NoReturn]:
        raise AlgebraError("A traced number is one number, not a list; it cannot be iterated.")

    def __len__(self) -> NoReturn:
        raise AlgebraError("A traced number is one number, not a list; it has no length.")

    def __getitem__(self, index: object) -> NoReturn:
        raise AlgebraError("A traced number is one number, not a list. Use lookup(values, index).")

    def __floordiv__(self, other: object) -> NoReturn:
        raise AlgebraError("// cannot be recorded: models divide with /.")

    __rfloordiv__ = __mod__ = __rmod__ = __divmod__ = __rdivmod__ = __floordiv__

    def __array__(self, *arguments: object, **keywords: object) -> NoReturn:
        raise AlgebraError("A traced number cannot become a numpy array: build a list instead.")

    def __array_ufunc__(self, function: Any, *arguments: object, **keywords: object) -> NoReturn:
        raise AlgebraError(
            f"numpy.{getattr(function, '__name__', function)} cannot record a traced number. "
            "Use the functions of nqpf.algebra, and do not mix numpy values with traced ones."
        )


class Condition(Traced):
    """A recorded comparison. Combine with ``&`` and ``|``; use it in ``where``."""

    __slots__ = ()

    def __and__(self, other: Scalar) -> Condition:
        return Condition("both", [self, _as_condition(other)])

    def __or__(self, other: Scalar) -> Condition:
        return Condition("either", [self, _as_condition(other)])

    __rand__ = __and__
    __ror__ = __or__

    def _refuse_arithmetic(self, *_: object) -> NoReturn:
        raise AlgebraError("A comparison is not a number. Use where(condition, …, …).")

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = _refuse_arithmetic
    __truediv__ = __rtruediv__ = __pow__ = __rpow__ = __neg__ = __abs__ = _refuse_arithmetic


def as_traced(value: object) -> Traced:
    """Return ``value`` as a traced number: constants are recorded, traced numbers unchanged.

    Raises ``AlgebraError`` for what is no finite real number.
    """
    if isinstance(value, Traced):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise AlgebraError(
            f"{value!r} ({type(value).__name__}) cannot be combined with a traced number: "
            "write plain Python numbers."
        )
    if not math.isfinite(value):
        raise AlgebraError(f"{value!r} is not finite: charts have no such number. Use a bound.")
    # numpy's scalars subclass float and would print as np.float64(…).
    return Traced("number", detail=float(value) if isinstance(value, float) else int(value))


def symbol(name: str, latex: str) -> Traced:
    """Return a traced number that stands for an argument: a Vega name and a LaTeX symbol."""
    return Traced("symbol", detail=(name, latex))


def datum(field: str) -> Traced:
    """Return a traced number that stands for one column of a chart's table."""
    return Traced("datum", detail=field)


def is_traced(value: object) -> bool:
    """Return whether ``value`` is a traced number."""
    return isinstance(value, Traced)


def _as_condition(value: object) -> Condition:
    if isinstance(value, Condition):
        return value
    raise AlgebraError(f"{value!r} is not a comparison: join comparisons with & and | only.")


def _binary(kind: str, left: Scalar, right: Scalar) -> Traced:
    left, right = as_traced(left), as_traced(right)
    if isinstance(left, Condition) or isinstance(right, Condition):
        raise AlgebraError("A comparison is not a number. Use where(condition, …, …).")
    return Traced(kind, [left, right])
