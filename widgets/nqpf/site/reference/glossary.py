"""The book's words in English and Chinese, read from ``data/glossary.yml``."""

from __future__ import annotations

import difflib
import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from nqpf.places import ROOT
from nqpf.words import said

FILE = ROOT / "data" / "glossary.yml"
TONES, UMLAUT = "\u0304\u0301\u030c\u0300", "\u0308"
SYLLABLE = re.compile(
    # Inside of a word a syllable begins with a consonant, or else an apostrophe stands before it.
    rf"[b-df-hj-np-tv-z]*(?:[aeiou]{UMLAUT}?[{TONES}]?)+(?:ng|n|r)?(?![aeiou])|[a-z]"
)
"""A syllable of pinyin whose marks stand apart from its letters, or a letter that is none."""
CHARACTER = re.compile(r"[\u3400-\u9fffA-Za-z]")


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
    """Return what a term is sorted by among English words: how it is read, whatever its tones.

    >>> as_read(term("Euler's theorem"))[0]
    'oula dingli'
    """
    return without_tones(one.pinyin).casefold(), one.pinyin


def by_character(one: Term) -> list[tuple[str, bool, int, str]]:
    """Return what a term is sorted by in Chinese: character by character, as dictionaries do.

    A character stands by its reading, then by its tone, and what begins with it stays together.
    Raises ``ValueError`` if the pinyin has more or fewer syllables than there are characters.

    >>> [character for _read, _umlaut, _tone, character in by_character(term("allocation"))]
    ['资', '源', '配', '置']
    >>> by_character(term("productivity"))[2]
    ('lu', True, 4, '率')
    """
    read = SYLLABLE.findall(unicodedata.normalize("NFD", one.pinyin.casefold()))
    written = CHARACTER.findall(one.chinese)
    if len(read) != len(written):
        raise ValueError(
            f"glossary.yml: {one.pinyin!r} of {one.id} has {len(read)} syllables, and "
            f"{one.chinese} has {len(written)} characters: write one for each."
        )
    return [
        (without_tones(syllable), UMLAUT in syllable, _tone(syllable), character)
        for syllable, character in zip(read, written, strict=True)
    ]


def _tone(syllable: str) -> int:
    """Return the tone of a syllable, 1 to 4, and 5 for one that has none."""
    return min((TONES.index(mark) + 1 for mark in syllable if mark in TONES), default=5)
