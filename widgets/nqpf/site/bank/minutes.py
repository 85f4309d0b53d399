"""How many minutes an exercise may take: a rule of thumb for planning, not a measurement."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nqpf.exercises import Exercise

WORDS_A_MINUTE = 100
"""A prompt is read at half the pace of the text: twice, or with a pencil."""

THINKING = {
    "choice": 1,
    "number": 3,
    "seeded": 3,
    "order": 2,
    "goal": 3,
    "code": 8,
    "data": 8,
    "change": 8,
    "open": 12,
}
"""Minutes of thinking and writing at level 1; each level above adds half as many again."""

BOUNDS = (2, 5, 10, 20)
"""What a lecturer who plans an hour asks for: at most so many minutes."""


def minutes_of(exercise: Exercise) -> int:
    """Return the minutes to plan for an exercise, from 1 on, rounded up.

    Read are the words of the prompt; thought is by kind, and half as much more for each level.
    """
    words = len(exercise.prompt.split())
    thinking = THINKING[exercise.kind] * (1 + (exercise.difficulty - 1) / 2)
    return math.ceil(words / WORDS_A_MINUTE + thinking)
