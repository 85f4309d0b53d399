"""What contracts of exercises share: every exercise, the page's verdicts, answers to try."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from in_node import told
from nqpf.exercises import Exercise, exercises
from nqpf.places import ROOT

ALL = list(exercises().values())
FRONT = ROOT / "widgets" / "nqpf" / "site"


def of_kind(*kinds: str) -> list[Exercise]:
    """Return the exercises of some kinds."""
    return [exercise for exercise in ALL if exercise.kind in kinds]


def slug(exercise: Exercise) -> str:
    """Return the name under which a test is reported."""
    return exercise.slug


def in_javascript(program: str, argument: Any, folder: Path = FRONT) -> Any:
    """Return what a program of the page's scripts prints as JSON, given an argument as JSON."""
    return told("--input-type=module", "--eval", program, asked=argument, folder=folder)
