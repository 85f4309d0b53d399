"""Goals joined with their explorers: conditions as Vega signals that the page evaluates.

A goal's signals stand alone: they depend on the explorer's settings and on nothing that is drawn.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from nqpf.algebra import Scalar, VegaWriter, as_traced, symbol, where
from nqpf.exercises.kinds.goal import Goal
from nqpf.explorers import Explorer, Settings, explorer
from nqpf.explorers.declaration import signal_of

OTHER, REACHED = 0, 1
STATE = "goal_state"
"""The signal that says where a reader is: 0, 1 when reached, 2 and up for progress messages."""


def conditions(goal: Goal) -> dict[str, Any]:
    """Return a Vega specification that only has signals: the settings, and the goal's state."""
    one = explorer(goal.explorer)
    writer = VegaWriter()
    writer.parameter(as_traced(state(goal, one)), STATE)
    settings = [
        {"name": signal_of(control.name), "value": control.start} for control in one.controls
    ]
    steps = [
        {"name": step["name"], "update": step["expr"]} if "expr" in step else step
        for step in writer.parameters
    ]
    return {"signals": settings + steps}


def state(goal: Goal, one: Explorer) -> Scalar:
    """Return the state as a traced number that depends on the explorer's settings."""
    symbols = {c.name: symbol(signal_of(c.name), c.symbol or c.name) for c in one.controls}
    readouts = {name: value.value for name, value in one.traced().values().items()}
    seen = Settings(one.controls, symbols), SimpleNamespace(**readouts)
    found: Scalar = OTHER
    for place, progress in reversed(list(enumerate(goal.progress, start=REACHED + 1))):
        found = chosen(progress.function(*seen), place, found)
    return chosen(goal.function(*seen), REACHED, found)


def chosen(condition: Scalar, then: Scalar, otherwise: Scalar) -> Scalar:
    """Return one of two states by a condition."""
    return where(condition, lambda: then, lambda: otherwise)
