"""The book's words in English and Chinese, read from ``data/glossary.yml``."""

from __future__ import annotations

import difflib
import functools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from nqpf.places import ROOT
from nqpf.words import said

FILE = ROOT / "data" / "glossary.yml"


@dataclass(frozen=True)
class Term:
    """A word of the book: id, words, other forms, Chinese, pinyin, one sentence, chapter."""

    id: str
    term: str
    chinese: str
    pinyin: str
    meaning: str
    chapter: int
    also: tuple[str, ...] = ()


class UnknownTerm(KeyError):
    """No term has that id, those words or that other form."""

    def __str__(self) -> str:
        return str(self.args[0])


@functools.cache
def terms() -> Mapping[str, Term]:
    """Return every term by id, in the order of the file."""
    entries = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {
        name: Term(
            id=name,
            also=tuple(entry.pop("also", ())),
            **(entry | {"meaning": said(entry["meaning"])}),
        )
        for name, entry in entries.items()
    }


@functools.cache
def _by_words() -> Mapping[str, Term]:
    found: dict[str, Term] = {}
    for one in terms().values():
        for words in dict.fromkeys((one.id, one.term.lower(), *(w.lower() for w in one.also))):
            if words in found:
                raise ValueError(f"glossary.yml: {words!r} is {found[words].id} and {one.id}.")
            found[words] = one
    return found


def term(words: str) -> Term:
    """Return the term with this id, these words or this other form, in any case of letters.

    Raises ``UnknownTerm`` naming the nearest ones.

    >>> term("TFP").id
    'total-factor-productivity'
    """
    key = " ".join(words.lower().replace("'", "’").split())
    if key not in _by_words():
        near = difflib.get_close_matches(key, _by_words(), n=3, cutoff=0.5)
        listed = ", ".join(dict.fromkeys(_by_words()[word].id for word in near))
        advice = f"Did you mean {listed}?" if listed else "Add it to data/glossary.yml."
        raise UnknownTerm(f"No term of the glossary is {words!r}. {advice}")
    return _by_words()[key]


def without_tones(pinyin: str) -> str:
    """Return pinyin as people type it.

    >>> without_tones("shēngchǎnlì")
    'shengchanli'
    """
    parts = unicodedata.normalize("NFD", pinyin)
    return "".join(part for part in parts if not unicodedata.combining(part))


def as_read(one: Term) -> tuple[str, str]:
    """Return what a term is sorted by where Chinese is: how it is read, whatever its tones.

    >>> as_read(term("Euler's theorem"))[0]
    'oula dingli'
    """
    return without_tones(one.pinyin).casefold(), one.pinyin
