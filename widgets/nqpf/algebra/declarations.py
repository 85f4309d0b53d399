"""What a model's arguments are: declared once, checked at every call, printed everywhere.

A `Quantity` gives an argument its word, symbol, unit, range and default. `declare` enters it in
the book's notation, in which a word has one quantity and a symbol one meaning. The `model`
decorator looks each argument up there and refuses numbers out of range; traced numbers pass,
because the reader's control keeps them in range.
"""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from nqpf.algebra.expression import AlgebraError, Traced
from nqpf.algebra.functions import let
from nqpf.algebra.many import Many, branch_may_be_unused
from nqpf.refusals import in_one_sentence, nearest

Function = TypeVar("Function", bound=Callable[..., Any])


@dataclass(frozen=True)
class Quantity:
    """An argument of models: name in code, words, LaTeX symbol, unit, range and default.

    ``low`` and ``high`` belong to the range. ``each`` marks a list with one value for each
    firm, factor or region, ``fewest`` of them at least; ``whole`` marks whole numbers, which are
    never traced.
    """

    name: str
    words: str
    symbol: str
    unit: str
    low: float
    high: float
    default: float | tuple[float, ...]
    each: bool = False
    whole: bool = False
    fewest: int = 1

    def __post_init__(self) -> None:
        values = self.default if isinstance(self.default, tuple) else (self.default,)
        if isinstance(self.default, tuple) != self.each:
            raise AlgebraError(f"{self.name}: a default is a tuple if and only if each=True.")
        if not all(self.low <= value <= self.high for value in values):
            raise AlgebraError(f"{self.name}: default {self.default} is outside the range.")

    @property
    def range_text(self) -> str:
        """The range as readers write it, ``[low, high]``."""
        return f"[{self.low:g}, {self.high:g}]"

    def within(self, low: float, high: float, default: float | None = None) -> Quantity:
        """Return the same quantity with a narrower range for one model."""
        if not self.low <= low < high <= self.high:
            raise AlgebraError(f"{self.name}: [{low:g}, {high:g}] is not within {self.range_text}.")
        if default is None and not self.each:
            default = min(max(cast(float, self.default), low), high)
        return replace(self, low=low, high=high, default=default or self.default)

    def check(self, value: object) -> None:
        """Raise ``ValueError`` for a value out of range, ``TypeError`` for what is no number."""
        if self.each:
            self._check_list(value)
        else:
            self._check_one(self.name, value)

    def _check_list(self, value: Any) -> None:
        if isinstance(value, (str, bytes, Mapping)) or not hasattr(value, "__len__"):
            raise TypeError(f"{self.name} must be a list of numbers, got {value!r}.")
        if 0 < len(value) < self.fewest:
            raise ValueError(f"{self.name} needs at least {self.fewest} numbers, got {value!r}.")
        low, high, whole = self.low, self.high, self.whole
        for position, item in enumerate(value):
            if type(item) is not float or not low <= item <= high or whole:
                self._check_one(f"{self.name}[{position}]", item)

    def _check_one(self, label: str, value: object) -> None:
        if isinstance(value, Traced):
            if self.whole:
                raise AlgebraError(f"{label} must be a plain whole number: it counts steps.")
            return
        if isinstance(value, Many) or hasattr(value, "__array_ufunc__"):
            self._check_array(label, value)
        elif isinstance(value, bool) or not isinstance(value, (int, float)):
            raise TypeError(f"{label} must be a number ({self.words}, {self.unit}), got {value!r}.")
        elif not self.low <= value <= self.high:
            raise ValueError(self._complaint(label, value))
        if self.whole and not isinstance(value, int):
            raise TypeError(f"{label} must be a whole number, got {value!r}.")

    def _check_array(self, label: str, value: Any) -> None:
        if getattr(value, "size", 1) == 0:
            raise ValueError(f"{label} is an empty array: give at least one number.")
        smallest, largest = value.min(), value.max()
        for extreme in (smallest, largest):
            if not self.low <= extreme <= self.high:
                raise ValueError(self._complaint(label, extreme))

    def _complaint(self, label: str, value: object) -> str:
        if isinstance(value, float) and math.isnan(value):
            return f"{label} = nan is not a number: give {self.words} as a number."
        hint = ""
        if "fraction" in self.unit and 1 < abs(float(cast(float, value))) <= 100:
            hint = f" Fractions, not percent: write {float(cast(float, value)) / 100:g}?"
        return f"{label} = {value} is outside {self.range_text} ({self.words}, {self.unit}).{hint}"


_NOTATION: dict[str, Quantity] = {}


def declare(*quantities: Quantity) -> None:
    """Enter quantities in the book's notation.

    Raises ``AlgebraError`` if a word is taken or a symbol already means something else.
    """
    for quantity in quantities:
        known = _NOTATION.get(quantity.name)
        if known is not None and known != quantity:
            raise AlgebraError(f"{quantity.name} is declared already, as {known}.")
        for other in _NOTATION.values():
            if other.symbol == quantity.symbol and other.name != quantity.name:
                raise AlgebraError(
                    f"The symbol {quantity.symbol} already means {other.name}, and {quantity.name} "
                    "asks for it too: a symbol keeps one meaning through the book."
                )
        _NOTATION[quantity.name] = quantity


def notation() -> Mapping[str, Quantity]:
    """Return every declared quantity by name, in the order of declaration."""
    return dict(_NOTATION)


def quantity(name: str) -> Quantity:
    """Return the declared quantity of that name."""
    if name not in _NOTATION:
        near = f"; near it are {nearest(name, _NOTATION)}" if _NOTATION else ""
        raise AlgebraError(
            f"{name} is not declared{near}. A new quantity is declared in nqpf.models.quantities."
        )
    return _NOTATION[name]


@dataclass(frozen=True)
class Refusal:
    """Where a model has no value though each argument is in range, and what is said there.

    ``where`` takes those of the model's arguments that it names.
    """

    where: Callable[..., Any]
    words: str

    def meets(self, arguments: Mapping[str, Any]) -> bool:
        """Return whether numbers or arrays reach where there is no value; traced ones pass."""
        named = {name: arguments[name] for name in inspect.signature(self.where).parameters}
        if any(isinstance(value, Traced) for value in named.values()):
            return False
        found = self.where(**named)
        return bool(getattr(found, "any", lambda: found)())


@dataclass(frozen=True)
class Declaration:
    """What the `model` decorator knows of a function: arguments, and what it returns."""

    function: Callable[..., Any]
    quantities: dict[str, Quantity]
    symbols: tuple[str, ...]
    unit: str
    refusal: Refusal | None = None

    @property
    def name(self) -> str:
        """The function's name."""
        return self.function.__name__


def model(
    *,
    symbol: str | tuple[str, ...],
    unit: str,
    refuses: Refusal | None = None,
    **ranges: tuple[float, float],
) -> Callable[[Function], Function]:
    """Declare a function as a model whose result has that LaTeX symbol and unit.

    Every parameter must be declared. A keyword named as a parameter narrows its range; ``refuses``
    says where within the ranges there is no value. A model that returns a ``NamedTuple`` gives one
    symbol a field.
    """
    symbols = (symbol,) if isinstance(symbol, str) else symbol

    def decorate(function: Function) -> Function:
        parameters = list(inspect.signature(function).parameters)
        unknown = set(ranges) - set(parameters)
        if unknown:
            raise AlgebraError(f"{function.__name__} has no parameter {sorted(unknown)}.")
        quantities = {
            name: quantity(name).within(*ranges[name]) if name in ranges else quantity(name)
            for name in parameters
        }
        _check_defaults(function, quantities)
        declaration = Declaration(function, quantities, symbols, unit, refuses)
        checked = _checked(function, declaration)
        checked.declaration = declaration  # type: ignore[attr-defined]  # because functions are open
        return cast(Function, checked)

    return decorate


def declaration_of(function: Callable[..., Any]) -> Declaration:
    """Return what a model declared; raise ``AlgebraError`` if the function is no model."""
    found = getattr(function, "declaration", None)
    if not isinstance(found, Declaration):
        raise AlgebraError(f"{function!r} is not a model: decorate it with @model(…).")
    return found


def _check_defaults(function: Callable[..., Any], quantities: Mapping[str, Quantity]) -> None:
    """Check the defaults once, so that a call checks only what it was given."""
    for name, parameter in inspect.signature(function).parameters.items():
        if parameter.default is not parameter.empty:
            quantities[name].check(parameter.default)


def _checked(function: Callable[..., Any], declaration: Declaration) -> Callable[..., Any]:
    signature = inspect.signature(function)
    check = _argument_checker(declaration)
    known = declaration.quantities.keys()
    needed = {name for name, p in signature.parameters.items() if p.default is p.empty}

    @functools.wraps(function)
    def call(*positional: Any, **keywords: Any) -> Any:
        try:
            if positional or not needed <= keywords.keys() <= known:
                keywords = signature.bind(*positional, **keywords).arguments
        except TypeError:
            raise in_one_sentence(_miscalled(declaration, keywords, needed)) from None
        if not branch_may_be_unused.get():
            try:
                check(keywords)
                if declaration.refusal is not None and declaration.refusal.meets(keywords):
                    raise ValueError(f"{declaration.name}: {declaration.refusal.words}")
            except (TypeError, ValueError) as refused:
                in_one_sentence(refused)
                raise
        result = function(**keywords)
        if type(result) is float:
            return result
        return _named(declaration.name, result)

    return call


def _miscalled(
    declaration: Declaration, keywords: Mapping[str, Any], needed: set[str]
) -> TypeError:
    """Return what is said of a call whose arguments are not those of the model."""
    names = list(declaration.quantities)
    unknown = [name for name in keywords if name not in names]
    lacking = [name for name in names if name in needed - keywords.keys()]
    if unknown:
        said = f"has no argument {unknown[0]!r}; nearest: {nearest(unknown[0], names)}"
    elif keywords and lacking:
        said = f"is not given {', '.join(lacking)}"
    else:
        said = f"takes its arguments by name, as in {declaration.name}({names[0]}=…)"
    return TypeError(f"{declaration.name} {said}. It takes: {', '.join(names)}.")


def _argument_checker(declaration: Declaration) -> Callable[[Mapping[str, Any]], None]:
    """Return a check of a call's arguments; plain floats in range, the usual case, pass fast."""
    quantities = declaration.quantities
    bounds = {name: (q.low, q.high) for name, q in quantities.items() if not (q.each or q.whole)}
    lists = [name for name, declared in quantities.items() if declared.each]

    def check(arguments: Mapping[str, Any]) -> None:
        for name, value in arguments.items():
            if type(value) is float and name in bounds:
                low, high = bounds[name]
                if low <= value <= high:
                    continue
            if name in quantities:  # Python's own error names an unknown argument
                quantities[name].check(value)
        if lists:
            _check_lengths(declaration, {n: len(arguments[n]) for n in lists if n in arguments})

    return check


def _check_lengths(declaration: Declaration, lengths: Mapping[str, int]) -> None:
    if len(set(lengths.values())) > 1:
        listed = ", ".join(f"{name} has {length}" for name, length in lengths.items())
        raise ValueError(f"{declaration.name}: lists of unequal length: {listed}.")
    if 0 in lengths.values():
        raise ValueError(f"{declaration.name}: {', '.join(lengths)} must not be empty.")


def _named(name: str, result: Any) -> Any:
    """Name a traced result after its model, so that it is computed once wherever it is used."""
    if isinstance(result, tuple):
        if set(map(type, result)) == {float}:
            return result
        labels = getattr(result, "_fields", range(len(result)))
        named = [_named(f"{name}_{label}", v) for label, v in zip(labels, result, strict=True)]
        return type(result)(*named) if hasattr(result, "_fields") else tuple(named)
    return let(name, result)
