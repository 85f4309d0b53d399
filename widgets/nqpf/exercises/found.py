"""Which exercises there are: one folder each beside its chapter, found by themselves."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from pathlib import Path

from nqpf.exercises.declaration import Exercise, Several, read_exercise
from nqpf.exercises.errors import ExerciseError, UnknownExercise
from nqpf.places import PACKAGE, ROOT
from nqpf.refusals import in_one_sentence, nearest

FOLDERS = (ROOT / "chapters", PACKAGE / "_chapters")
"""Where exercises lie: in the book's repository, or inside an installed package."""


@functools.cache
def exercises() -> Mapping[str, Exercise]:
    """Return every exercise by slug, in the order of the chapters."""
    return {slug: find(slug) for slug in folders()}


@functools.cache
def folders() -> Mapping[str, Path]:
    """Return the folder of each exercise by slug; raise `ExerciseError` for a slug used twice."""
    found: dict[str, Path] = {}
    base = next((folder for folder in FOLDERS if folder.is_dir()), FOLDERS[0])
    for file in sorted(base.glob("*/ch*/*/exercise.md")):
        slug = file.parent.name
        if slug in found:
            taken = f"is taken by {found[slug].parent.name}/{slug}: a name of its own is expected"
            raise ExerciseError(file, "folder", taken)
        found[slug] = file.parent
    return found


def exercise(slug: str, *others: str) -> Exercise | Several:
    """Return the exercise of that slug, or several to show one below the other.

    Raises `UnknownExercise` naming the nearest ones.
    """
    return Several([find(one) for one in (slug, *others)]) if others else find(slug)


@functools.cache
def find(slug: str) -> Exercise:
    """Return the exercise of that slug; raise `UnknownExercise` naming the nearest ones."""
    if slug not in folders():
        near = nearest(slug, folders())
        unknown = UnknownExercise(f"There is no exercise {slug!r}. Did you mean {near}?")
        raise in_one_sentence(unknown)
    return read_exercise(folders()[slug])
