"""Errors that a reader meets: in a notebook one sentence, without thirty lines of traceback."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import TypeVar

Error = TypeVar("Error", bound=BaseException)


def in_one_sentence(error: Error) -> Error:
    """Return an error whose sentence is all that Jupyter and IPython show of it."""
    error._render_traceback_ = lambda: [f"{type(error).__name__}: {error}"]  # type: ignore[attr-defined]
    return error


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the three known words that are nearest to a word, however far that is.

    >>> nearest("labor", ["labour_share", "output", "labour", "capital"])
    'labour, labour_share, output'
    """
    return ", ".join(difflib.get_close_matches(word, list(known), n=3, cutoff=0))
