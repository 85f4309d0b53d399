"""Traced numbers printed as LaTeX: the equation that a chapter shows is read off the code.

Terms stand in the order in which they were written. A list argument (one value for each firm)
is printed through one general element, so that its total prints as a sum over i.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

from nqpf.algebra.declarations import Declaration, Quantity, declaration_of
from nqpf.algebra.expression import AlgebraError, Scalar, Traced, symbol
from nqpf.words import _

MOST_PIECES = 20_000
"""What is used twice is printed twice, so a loop may double an equation at each turn."""

_SUM, _PRODUCT, _POWER, _ATOM = 1, 2, 3, 4
_COMPARISONS = {
    "less": "<",
    "less_equal": r"\le",
    "greater": ">",
    "greater_equal": r"\ge",
    "equal": "=",
    "not_equal": r"\ne",
    "both": rf"\text{{ {_('and')} }}",
    "either": rf"\text{{ {_('or')} }}",
}


class Equation:
    """An equation in LaTeX, shown as mathematics by Jupyter and by the book."""

    def __init__(self, latex: str) -> None:
        self.latex = latex

    def _repr_latex_(self) -> str:
        return f"$$\n{self.latex}\n$$"

    def __repr__(self) -> str:
        return self.latex


class GeneralList:
    """The list argument of an equation: one general element with index i, and a length n."""

    def __init__(self, quantity: Quantity) -> None:
        self._element = symbol(f"{quantity.name}_i", with_index(quantity.symbol))
        self.symbolic_length = symbol("n", "n")
        other = symbol(f"{quantity.name}_j", with_index(quantity.symbol, "j"))
        self.general_pair = (self._element, other)

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[Traced]:
        return iter([self._element])

    def __getitem__(self, position: object) -> Traced:
        raise AlgebraError(
            "An equation has one general element, so a model reads a list by iterating over it."
        )


def equation(model: Callable[..., Any]) -> Equation:
    """Return the equation of a model, printed from its code.

    Raises ``AlgebraError`` if the function is no model, or takes nothing but whole numbers.
    """
    declaration = declaration_of(model)
    if all(quantity.whole for quantity in declaration.quantities.values()):
        raise AlgebraError(f"{declaration.name} takes whole numbers alone, which are never traced.")
    arguments = {name: _argument(q) for name, q in declaration.quantities.items()}
    result = declaration.function(**arguments)
    results = list(result) if isinstance(result, tuple) else [result]
    return Equation(_aligned(_lines(declaration, results)))


def latex(value: Scalar) -> str:
    """Return a traced number, or a plain one, as LaTeX."""
    return _LatexWriter().text(value)


def with_index(latex_symbol: str, index: str = "i") -> str:
    r"""Return a symbol with an index: ``A`` becomes ``A_{i}``, ``g_Y`` becomes ``g_{Y,i}``."""
    stem, underscore, subscript = latex_symbol.partition("_")
    if not underscore:
        return f"{stem}_{{{index}}}"
    return f"{stem}_{{{subscript.strip('{}')},{index}}}"


def _argument(quantity: Quantity) -> Any:
    if quantity.each:
        return GeneralList(quantity)
    if quantity.whole:
        return quantity.default
    return symbol(quantity.name, quantity.symbol)


def _lines(declaration: Declaration, results: list[Any]) -> list[str]:
    if len(results) != len(declaration.symbols):
        raise AlgebraError(
            f"{declaration.name} returns {len(results)} values and declares "
            f"{len(declaration.symbols)} symbols."
        )
    writer = _LatexWriter()
    lines = []
    for name, value in zip(declaration.symbols, results, strict=True):
        if not isinstance(value, (Traced, int, float)):
            raise AlgebraError(f"{declaration.name} returns {value!r}, which is no equation.")
        lines.append(f"{name} &= {writer.text(_unwrapped(value))}")
    definitions = [f"{name} &= {text}" for name, text in writer.definitions.items()]
    return lines + [line for line in definitions if line not in lines]


def _unwrapped(value: Any) -> Any:
    """Return what a named result was computed from: its own line defines the name."""
    return value.arguments[0] if isinstance(value, Traced) and value.kind == "let" else value


def _aligned(lines: list[str]) -> str:
    if len(lines) == 1:
        return lines[0].replace("&= ", "= ")
    return "\\begin{aligned}\n" + " \\\\\n".join(lines) + "\n\\end{aligned}"


class _LatexWriter:
    """Prints with as few parentheses as the mathematics needs; collects definitions."""

    def __init__(self) -> None:
        self.definitions: dict[str, str] = {}
        self._defined: set[Traced] = set()
        self._pieces = 0

    def text(self, value: Scalar) -> str:
        return self._print(value)[0]

    def _within(self, value: Scalar, least: int) -> str:
        text, strength = self._print(value)
        return text if strength >= least else rf"\left({text}\right)"

    def _print(self, value: Scalar) -> tuple[str, int]:
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            raise AlgebraError("The equation becomes too long to print: name its steps with let.")
        if not isinstance(value, Traced):
            return _number(value)
        if value.kind in _COMPARISONS:
            left, right = (self._within(part, _SUM) for part in value.arguments)
            return f"{left} {_COMPARISONS[value.kind]} {right}", 0
        printer: Callable[[Traced], tuple[str, int]] = getattr(self, f"_print_{value.kind}")
        return printer(value)

    def _print_number(self, value: Traced) -> tuple[str, int]:
        return _number(value.detail)

    def _print_symbol(self, value: Traced) -> tuple[str, int]:
        return value.detail[1], _ATOM

    def _print_datum(self, value: Traced) -> tuple[str, int]:
        return rf"\text{{{value.detail}}}", _ATOM

    def _print_add(self, value: Traced) -> tuple[str, int]:
        left, right = value.arguments
        added = self._within(right, _SUM)
        if added.startswith("-"):
            added = self._within(right, _PRODUCT)
        return f"{self._within(left, _SUM)} + {added}", _SUM

    def _print_subtract(self, value: Traced) -> tuple[str, int]:
        left, right = value.arguments
        return f"{self._within(left, _SUM)} - {self._within(right, _PRODUCT)}", _SUM

    def _print_multiply(self, value: Traced) -> tuple[str, int]:
        negative, text = self._product(value)
        return (f"-{text}", _SUM) if negative else (text, _PRODUCT)

    def _product(self, value: Scalar) -> tuple[bool, str]:
        """Return whether a sign stands before a product, and the product without it."""
        if isinstance(value, Traced) and value.kind == "negate":
            return True, self._within(value.arguments[0], _PRODUCT)
        if isinstance(value, Traced) and value.kind == "number" and value.detail < 0:
            return True, _number(-value.detail)[0]
        if isinstance(value, Traced) and value.kind == "multiply":
            negative, left = self._product(value.arguments[0])
            right = self._within(value.arguments[1], _PRODUCT)
            return negative, f"{left}{_glue(right)}{right}"
        return False, self._within(value, _PRODUCT)

    def _print_divide(self, value: Traced) -> tuple[str, int]:
        top, bottom = (self.text(part) for part in value.arguments)
        return rf"\frac{{{top}}}{{{bottom}}}", _POWER

    def _print_power(self, value: Traced) -> tuple[str, int]:
        base, exponent = value.arguments
        return f"{self._within(base, _ATOM)}^{{{self.text(exponent)}}}", _POWER

    def _print_negate(self, value: Traced) -> tuple[str, int]:
        return f"-{self._within(value.arguments[0], _PRODUCT)}", _SUM

    def _print_exp(self, value: Traced) -> tuple[str, int]:
        return f"e^{{{self.text(value.arguments[0])}}}", _POWER

    def _print_log(self, value: Traced) -> tuple[str, int]:
        return rf"\ln {self._within(value.arguments[0], _ATOM)}", _POWER

    def _print_sqrt(self, value: Traced) -> tuple[str, int]:
        return rf"\sqrt{{{self.text(value.arguments[0])}}}", _ATOM

    def _print_absolute(self, value: Traced) -> tuple[str, int]:
        return rf"\left|{self.text(value.arguments[0])}\right|", _ATOM

    def _print_floor(self, value: Traced) -> tuple[str, int]:
        return rf"\left\lfloor {self.text(value.arguments[0])} \right\rfloor", _ATOM

    def _print_minimum(self, value: Traced) -> tuple[str, int]:
        if len(value.arguments) == 1:
            return rf"\min_i {self._within(value.arguments[0], _PRODUCT)}", _SUM
        return rf"\min\left({', '.join(map(self.text, value.arguments))}\right)", _ATOM

    def _print_maximum(self, value: Traced) -> tuple[str, int]:
        if len(value.arguments) == 1:
            return rf"\max_i {self._within(value.arguments[0], _PRODUCT)}", _SUM
        return rf"\max\left({', '.join(map(self.text, value.arguments))}\right)", _ATOM

    def _print_where(self, value: Traced) -> tuple[str, int]:
        condition, then, otherwise = map(self.text, value.arguments)
        if_, else_ = _("if"), _("otherwise")
        rows = rf"{then} & \text{{{if_} }} {condition} \\ {otherwise} & \text{{{else_}}}"
        return rf"\begin{{cases}} {rows} \end{{cases}}", _ATOM

    def _print_total(self, value: Traced) -> tuple[str, int]:
        if len(value.arguments) == 1:
            return rf"\sum_i {self._within(value.arguments[0], _PRODUCT)}", _SUM
        return " + ".join(self._within(part, _SUM) for part in value.arguments), _SUM

    def _print_total_over_pairs(self, value: Traced) -> tuple[str, int]:
        return rf"\sum_{{i<j}} {self._within(value.arguments[0], _PRODUCT)}", _SUM

    def _print_product(self, value: Traced) -> tuple[str, int]:
        if len(value.arguments) == 1:
            return rf"\prod_i {self._within(value.arguments[0], _PRODUCT)}", _PRODUCT
        return r" \, ".join(self._within(part, _PRODUCT) for part in value.arguments), _PRODUCT

    def _print_let(self, value: Traced) -> tuple[str, int]:
        name = value.detail[1]
        if name is None:
            return self._print(value.arguments[0])
        if name not in self.definitions:
            self.definitions[name] = ""  # keeps its place before what it needs
            self.definitions[name] = self.text(value.arguments[0])
        elif value not in self._defined and self.text(value.arguments[0]) != self.definitions[name]:
            raise AlgebraError(f"The symbol {name} is given to two different things by let.")
        self._defined.add(value)
        return name, _ATOM

    def _print_lookup(self, value: Traced) -> tuple[str, int]:
        raise AlgebraError("A table has no equation: lookup belongs in explorers, not in models.")


def _number(value: float) -> tuple[str, int]:
    if isinstance(value, float) and not math.isfinite(value):
        raise AlgebraError(f"{value!r} cannot stand in an equation.")
    if value == math.log(2):
        return r"\ln 2", _POWER
    mantissa, _, exponent = f"{abs(value):.10g}".partition("e")
    text = mantissa + (rf" \times 10^{{{int(exponent)}}}" if exponent else "")
    return (f"-{text}", _SUM) if value < 0 else (text, _PRODUCT if exponent else _ATOM)


def _glue(right: str) -> str:
    if right[:1].isdigit() or right[:1] == "-":
        return r" \cdot "
    return " " if right.startswith(r"\left(") else r" \, "
