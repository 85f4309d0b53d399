"""Traced numbers printed as Vega expressions, so that a slider moves a chart with no kernel.

What is the same for every row of a chart becomes a parameter, computed once when a control
moves; what depends on the row becomes a calculated column. Emitted names carry a prefix,
because in Vega a parameter named E would be Euler's number.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nqpf.algebra.expression import AlgebraError, Traced

_INFIX = {
    "add": "+",
    "subtract": "-",
    "multiply": "*",
    "divide": "/",
    "less": "<",
    "less_equal": "<=",
    "greater": ">",
    "greater_equal": ">=",
    "equal": "===",
    "not_equal": "!==",
    "both": "&&",
    "either": "||",
    "total": "+",
    "product": "*",
}
_CALL = {
    "power": "pow",
    "exp": "exp",
    "log": "log",
    "sqrt": "sqrt",
    "absolute": "abs",
    "floor": "floor",
    "minimum": "min",
    "maximum": "max",
}


MOST_PIECES = 400_000
"""What is used twice is printed twice, so a loop may double an expression at each turn."""


class VegaWriter:
    """Prints traced numbers and keeps the parameters that they need, in order of dependence.

    ``parameters`` lists ``{"name": …, "expr": …}`` or ``{"name": …, "value": …}``.
    """

    def __init__(self) -> None:
        self.parameters: list[dict[str, Any]] = []
        self._names: dict[Traced, str] = {}
        self._bodies: dict[str, str] = {}
        self._columns: dict[Traced, str] = {}
        self._tables: dict[tuple[float, ...], str] = {}
        self._taken: set[str] = set()
        self._pieces = 0

    def parameter(self, value: Traced, name: str) -> str:
        """Add a named parameter for ``value`` and return the name that it got."""
        if value.depends_on_datum:
            raise AlgebraError(f"{name} depends on a row of the chart: it is a column.")
        expression = self.expression(value)
        name = self._free(name)
        self.parameters.append({"name": name, "expr": expression})
        return name

    def columns(self, values: dict[str, Traced]) -> list[dict[str, str]]:
        """Return ``calculate`` transforms that give each row these columns."""
        transforms: list[dict[str, str]] = []
        for field, value in values.items():
            expression = self.expression(value)
            for step in _steps(value):
                if step.depends_on_datum and step not in self._columns:
                    column = self._free("c_" + step.detail[0])
                    transforms.append({"calculate": self._body(step), "as": column})
                    self._columns[step] = column
                    expression = self._print(value)
            transforms.append({"calculate": expression, "as": field})
        self._columns.clear()  # a column belongs to one table
        return transforms

    def expression(self, value: Traced) -> str:
        """Return ``value`` as an expression; named steps in it become parameters."""
        for step in _steps(value):
            if not step.depends_on_datum and step not in self._names:
                self._names[step] = self._step("v_" + step.detail[0], self._body(step))
        return self._print(value)

    def _step(self, name: str, body: str) -> str:
        """Return the parameter for a named step; one computed before in the same way serves."""
        if body not in self._bodies:
            self._bodies[body] = self._free(name)
            self.parameters.append({"name": self._bodies[body], "expr": body})
        return self._bodies[body]

    def _body(self, step: Traced) -> str:
        return self._print(step.arguments[0])

    def _free(self, name: str) -> str:
        unique, number = name, 1
        while unique in self._taken:
            number += 1
            unique = f"{name}_{number}"
        self._taken.add(unique)
        return unique

    def _print(self, value: Traced) -> str:
        self._pieces += 1
        if self._pieces > MOST_PIECES:
            raise AlgebraError("The formula becomes too long to draw: name its steps with let.")
        if value.kind in _INFIX:
            glue = f" {_INFIX[value.kind]} "
            return f"({glue.join(map(self._print, value.arguments))})"
        if value.kind in _CALL:
            return f"{_CALL[value.kind]}({', '.join(map(self._print, value.arguments))})"
        printer: Callable[[Traced], str] | None = getattr(self, f"_print_{value.kind}", None)
        if printer is None:
            raise AlgebraError(f"{value.kind} cannot be printed for a chart.")
        return printer(value)

    def _print_number(self, value: Traced) -> str:
        return repr(value.detail) if value.detail >= 0 else f"({value.detail!r})"

    def _print_symbol(self, value: Traced) -> str:
        return str(value.detail[0])

    def _print_datum(self, value: Traced) -> str:
        return f"datum[{_quote(value.detail)}]"

    def _print_negate(self, value: Traced) -> str:
        return f"(-{self._print(value.arguments[0])})"

    def _print_where(self, value: Traced) -> str:
        condition, then, otherwise = map(self._print, value.arguments)
        return f"({condition} ? {then} : {otherwise})"

    def _print_let(self, value: Traced) -> str:
        if value in self._columns:
            return f"datum[{_quote(self._columns[value])}]"
        return self._names[value] if value in self._names else self._body(value)

    def _print_lookup(self, value: Traced) -> str:
        table = value.detail
        if table not in self._tables:
            self._tables[table] = self._free("k_table")
            # Tables come first: parameters may refer to them.
            self.parameters.insert(0, {"name": self._tables[table], "value": list(table)})
        return f"{self._tables[table]}[floor({self._print(value.arguments[0])} + 0.5)]"


def _quote(field: str) -> str:
    if not field.isidentifier():
        raise AlgebraError(f"{field!r}: a column's name is letters, digits and _.")
    return f"'{field}'"


def _steps(value: Traced) -> list[Traced]:
    """Return the named steps in ``value``, each after those that it needs.

    A loop and not a recursion: a path of 120 steps is nested deeper than Python allows.
    """
    ordered: list[Traced] = []
    seen: set[int] = set()
    stack: list[tuple[Traced, bool]] = [(value, False)]
    while stack:
        node, done = stack.pop()
        if done:
            if node.kind == "let":
                ordered.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            stack.append((node, True))
            stack.extend((argument, False) for argument in reversed(node.arguments))
    return ordered
