"""Goals joined with their explorers: conditions as Vega signals that the page evaluates.

A goal's signals depend on the explorer's settings and on what its sentences say, both of which the
explorer on the same page tells: what it has traced already is not traced again.
"""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from nqpf.algebra import Scalar, VegaWriter, as_traced, symbol, where
from nqpf.exercises.kinds.goal import Goal
from nqpf.explorers import Explorer, Settings, explorer
from nqpf.explorers.core.declaration import signal_of

OTHER, REACHED = 0, 1
STATE = "goal_state"
"""The signal that says where a reader is: 0, 1 when reached, 2 and up for progress messages."""


def conditions(goal: Goal) -> dict[str, Any]:
    """Return a Vega specification of signals: settings, readouts, and the goal's state."""
    one = explorer(goal.explorer)
    writer = VegaWriter()
    writer.parameter(as_traced(state(goal, one)), STATE)
    told = {signal_of(name): value for name, value in one.start.items()}
    told |= {readout_signal(name): value for name, value in one.readouts().items()}
    steps = [
        {"name": step["name"], "update": step["expr"]} if "expr" in step else step
        for step in writer.parameters
    ]
    return {"signals": [{"name": name, "value": value} for name, value in told.items()] + steps}


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
