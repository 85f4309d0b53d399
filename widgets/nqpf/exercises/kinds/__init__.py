"""The kinds of exercise, one class each."""

from __future__ import annotations

from typing import Any

from nqpf.exercises.kinds.change import Change
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.kinds.code import Code, Data
from nqpf.exercises.kinds.essay import Essay
from nqpf.exercises.kinds.goal import Goal
from nqpf.exercises.kinds.number import Number, Seeded
from nqpf.exercises.kinds.order import Order

KINDS: dict[str, Any] = {
    kind.kind: kind for kind in (Choice, Number, Seeded, Goal, Order, Essay, Code, Data, Change)
}
"""The class of each kind by its name."""
CODE = tuple(name for name, kind in KINDS.items() if issubclass(kind, Code))
"""The kinds whose answer is a function, which has to be run."""
