"""What contracts of exercises share: every exercise, the page's verdicts, answers to try."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from nqpf.exercises import Exercise, exercises
from nqpf.places import ROOT
from nqpf.site.build.node import executable

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
    done = subprocess.run(
        [str(executable()), "--input-type=module", "--eval", program],
        input=json.dumps(argument),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)
