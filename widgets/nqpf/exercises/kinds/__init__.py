"""The kinds of exercise, one class each."""

from __future__ import annotations

from typing import Any

from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.kinds.goal import Goal
from nqpf.exercises.kinds.number import Number, Seeded

KINDS: dict[str, Any] = {kind.kind: kind for kind in (Choice, Number, Seeded, Goal)}
"""The class of each kind by its name."""
