"""Goals joined with their explorers: a condition as a tree of operations that the page works out.

A goal depends on the explorer's settings and on what its sentences say, both of which the explorer
on the same page tells: what it has traced already is not traced again.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from nqpf.algebra import AlgebraError, Scalar, as_traced, symbol, where
from nqpf.algebra.expression import Traced
from nqpf.exercises.kinds.goal import Goal
from nqpf.explorers import Explorer, Settings, explorer
from nqpf.explorers.core.declaration import signal_of

OTHER, REACHED = 0, 1

SUMS = {"add", "subtract", "multiply", "divide", "total", "product", "power", "negate"}
COMPARISONS = {"less", "less_equal", "greater", "greater_equal", "equal", "not_equal"}
CHOICES = {"both", "either", "where", "minimum", "maximum"}
FUNCTIONS = {"exp", "log", "sqrt", "absolute", "floor"}
OPERATIONS = SUMS | COMPARISONS | CHOICES | FUNCTIONS
"""What the page can work out; exercise/conditions.js says how."""

Tree = float | str | list[Any]


def condition(goal: Goal) -> Tree:
    """Return where a reader is, as a tree: 0, 1 when reached, 2 and up for progress messages.

    A tree is a number, the name of a setting or a readout, or a list of an operation and trees.
    Raises ``AlgebraError`` if the goal does what the page cannot work out.
    """
    return tree(as_traced(state(goal, explorer(goal.explorer))))


def tree(value: Traced) -> Tree:
    """Return a traced number as a tree."""
    if value.kind == "number":
        return float(value.detail)
    if value.kind == "symbol":
        return str(value.detail[0])
    if value.kind == "let":
        return tree(value.arguments[0])
    parts = [tree(argument) for argument in value.arguments]
    if value.kind == "lookup":
        return ["lookup", list(value.detail), *parts]
    if value.kind not in OPERATIONS:
        raise AlgebraError(f"A goal in the page cannot work out {value.kind}.")
    return [value.kind, *parts]


def readout_signal(name: str) -> str:
    """Return the name under which a goal knows a value of the explorer's sentences."""
    return f"r_{name}"


def state(goal: Goal, one: Explorer) -> Scalar:
    """Return the state as a traced number that depends on settings and readouts."""
    settings = {name: symbol(signal_of(name), name) for name in one.start}
    readouts = {name: symbol(readout_signal(name), name) for name in one.readouts()}
    seen = Settings(one.controls, settings), SimpleNamespace(**readouts)
    found: Scalar = OTHER
    for place, progress in reversed(list(enumerate(goal.progress, start=REACHED + 1))):
        found = chosen(progress.function(*seen), place, found)
    return chosen(goal.function(*seen), REACHED, found)


def chosen(condition: Scalar, then: Scalar, otherwise: Scalar) -> Scalar:
    """Return one of two states by a condition."""
    return where(condition, lambda: then, lambda: otherwise)
