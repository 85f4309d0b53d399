"""What an explorer computes, as a list of steps that a page works through without Python.

A step names an operation and the steps it is applied to, each of which stands before it, so the
longest recursion is a list and no expression: what is used twice is there once. A step that looks
a number up names one of the lists that stand beside the steps. The page's reading of it all is
``site/own_model/steps.js``; a test holds it to the compiled chart.
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import AlgebraError, Traced, as_traced
from nqpf.explorers.core.declaration import View
from nqpf.explorers.core.parts import Table
from nqpf.words import _

MOST_STEPS = 20_000
"""A page works through so many steps at each move of a slider, in some hundredths of a second."""

Step = list[Any]


class _Steps:
    """The steps of a computation, in an order in which each finds what it needs."""

    def __init__(self) -> None:
        self.listed: list[Step] = []
        self.lists: dict[tuple[float, ...], int] = {}
        self._places: dict[Traced, int] = {}
        self._alike: dict[tuple[Any, ...], int] = {}

    def place(self, value: object) -> int:
        """Return the place of a value among the steps; what it needs is added before it."""
        stack = [(as_traced(value), False)]
        last = 0
        while stack:
            node, done = stack.pop()
            if node in self._places:
                last = self._places[node]
            elif done:
                last = self._places[node] = self._added(node)
            else:
                stack.append((node, True))
                stack.extend((argument, False) for argument in reversed(node.arguments))
        return last

    def _added(self, node: Traced) -> int:
        arguments = [self._places[argument] for argument in node.arguments]
        if node.kind == "let":
            return arguments[0]
        detail = node.detail[0] if node.kind == "symbol" else node.detail
        if node.kind == "lookup":
            # Many a step reads one long list.
            detail = self.lists.setdefault(detail, len(self.lists))
        step = [node.kind, *arguments] if detail is None else [node.kind, detail, *arguments]
        key = (node.kind, repr(detail), *arguments)
        if key not in self._alike:
            if len(self.listed) == MOST_STEPS:
                words = _("The model takes more than {most} steps, too many for a page to draw.")
                raise AlgebraError(words.format(most=f"{MOST_STEPS:,}"))
            self._alike[key] = len(self.listed)
            self.listed.append(step)
        return self._alike[key]


def steps(view: View) -> dict[str, Any]:
    """Return what a traced view computes: steps, and which of them are its values and columns."""
    made = _Steps()
    values = {name: made.place(value.value) for name, value in view.values().items()}
    tables = {name: _table(table, made) for name, table in view.tables.items()}
    lists = list(map(list, made.lists))
    return {"steps": made.listed, "lists": lists, "values": values, "tables": tables}


def _table(table: Table, made: _Steps) -> dict[str, Any]:
    listed = {name: one for name, one in table.computed.items() if isinstance(one, list)}
    each = {name: one for name, one in table.computed.items() if not isinstance(one, list)}
    return {
        "rows": table.fixed,
        "keep": {name: made.place(wanted) for name, wanted in table.keep.items()},
        "lists": {name: [made.place(one) for one in values] for name, values in listed.items()},
        "each": {name: made.place(value) for name, value in each.items()},
    }
