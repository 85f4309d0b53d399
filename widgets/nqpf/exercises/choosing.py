"""Read options, lines in order and labels as people write them: ``a c``, ``"e → a"``, ``["(b)"]``.

The notebooks of nbgrader carry this file's text, so it needs the standard library alone.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

LETTERS = "abcdefghijklmnopqrstuvwxyz"
BETWEEN_LETTERS = re.compile(r"[^a-z0-9]+")
BETWEEN_LABELS = (";", "\n", "|", "/")
ENUMERATED = re.compile(r"^\(?(?:[a-z]|[0-9]{1,2})\s*[).:=]\s*(?=\S)")
FILLING = {"and", "then"}


class Unread(ValueError):
    """What was written names no option, line or label; the argument is that part of it."""


def places(given: Any, count: int) -> list[int]:
    """Return the numbers, from 1, of the options or lines that letters or numbers name.

    Raises `Unread`.

    >>> places("e → a → b", 6), places(["(c)", 1], 6), places("fab", 6)
    ([5, 1, 2], [3, 1], [6, 1, 2])
    """
    if isinstance(given, (list, tuple, set, frozenset)):
        return [place for item in given for place in places(item, count)]
    if isinstance(given, str):
        return _written(given, count)
    if isinstance(given, bool) or not isinstance(given, (int, float)) or given not in range(
        1, count + 1
    ):  # fmt: skip
        raise Unread(str(given))
    return [int(given)]


def _written(text: str, count: int) -> list[int]:
    words = [word for word in BETWEEN_LETTERS.split(_even(text)) if word and word not in FILLING]
    together = len(words) == 1 and (words[0].isalpha() or (words[0].isdigit() and count < 10))
    names = list(words[0]) if together and _place(words[0], count) is None else words
    found = [_place(name, count) for name in names]
    wrong = [name for name, place in zip(names, found, strict=True) if place is None]
    if wrong or not found:
        raise Unread(text.strip() if together or not wrong else wrong[0])
    return [place for place in found if place is not None]


def _place(name: str, count: int) -> int | None:
    if name.isdigit():
        place = int(name) if len(name) < 4 else 0
    else:
        place = LETTERS.find(name) + 1 if len(name) == 1 else 0
    return place if 1 <= place <= count else None


def labels_chosen(given: Any, labels: Sequence[str], count: int) -> list[int]:
    """Return the places, from 0, of the labels that are given to each of some statements.

    Raises `Unread`, or ``IndexError`` with the number of labels if it is another one.

    >>> labels_chosen("Must be true; may  be true.", ["must be true", "may be true"], 2)
    [0, 1]
    """
    if isinstance(given, Mapping):
        order = {places(name, count)[0]: label for name, label in given.items()}
        given = [order[place] for place in sorted(order)]
    if isinstance(given, str):
        given = _pieces(given, labels, count)
    if not isinstance(given, (list, tuple)):
        raise Unread(str(given))
    found = [_label(item, labels) for item in given]
    wrong = [item for item, place in zip(given, found, strict=True) if place is None]
    if wrong:
        raise Unread(str(wrong[0]))
    if len(found) != count:
        raise IndexError(len(found))
    return [place for place in found if place is not None]


def _pieces(text: str, labels: Sequence[str], count: int) -> list[str]:
    """Return the labels in a text: cut at a sign, or else wherever one ends and another begins."""
    cut = [[one for one in text.split(mark) if one.strip()] for mark in BETWEEN_LABELS]
    for pieces in cut:
        if len(pieces) == count and all(_label(one, labels) is not None for one in pieces):
            return pieces
    keys = sorted((re.escape(_key(label)) for label in labels), key=len, reverse=True)
    one = f"(?:{'|'.join(keys)}|[a-z]|[0-9]+)(?= |$)"
    whole = _key(text)
    if re.fullmatch(f"(?:{one} ?)+", whole):
        return re.findall(one, whole)
    return max(cut, key=len)


def _label(item: Any, labels: Sequence[str]) -> int | None:
    if isinstance(item, int) and not isinstance(item, bool):
        return item - 1 if 1 <= item <= len(labels) else None
    if not isinstance(item, str):
        return None
    keys = [_key(label) for label in labels]
    for text in (_key(item), _key(ENUMERATED.sub("", _even(item)))):
        if text in keys:
            return keys.index(text)
    place = _place(_key(item), len(labels))
    return place - 1 if place else None


def _key(text: str) -> str:
    return re.sub(r"[^\w+\-<>=]+", " ", _even(text)).strip()


def _even(text: str) -> str:
    """Return a text in lower case, without the wide forms and blanks of some keyboards."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().lower()
