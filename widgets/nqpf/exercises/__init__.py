"""The exercises of the book: one folder each beside its chapter, found by themselves.

``exercise("slug")`` shows one; ``check("slug", answer)`` says whether an answer is right and why,
``hint("slug")`` gives the next hint, ``solution("slug")`` the way to the answer. Checks need the
standard library and the models alone, so they also run in the browser's Python.
"""

from __future__ import annotations

from nqpf.exercises.declaration import Exercise
from nqpf.exercises.errors import ExerciseError, UnknownExercise
from nqpf.exercises.found import exercise, exercises, find, folders
from nqpf.exercises.notebook import check, hint, solution
from nqpf.exercises.result import Result

__all__ = [
    "Exercise",
    "ExerciseError",
    "Result",
    "UnknownExercise",
    "check",
    "exercise",
    "exercises",
    "find",
    "folders",
    "hint",
    "solution",
]
