"""What a Chinese text keeps in Latin letters: names, abbreviations, and English that it quotes."""

from __future__ import annotations

import functools
import re
import tomllib

from nqpf.site.languages.translated import LANGUAGE, LOCALE
from nqpf.site.reference.citations import authors, bibliography

LETTER = "[A-Za-z\u00c0-\u024f]"
LATIN_WORD = re.compile(rf"{LETTER}(?:{LETTER}|[’'-])*{LETTER}")
QUOTED = re.compile(r"“[A-Za-z][A-Za-z :’'-]*”|‘[A-Za-z][A-Za-z :'-]*’")
"""English words in Chinese quotation marks, outer or inner, which the text speaks of."""


@functools.cache
def names() -> frozenset[str]:
    """Return the words of names and abbreviations that a Chinese text keeps in Latin letters."""
    file = LOCALE / LANGUAGE / "names.toml"
    own: list[str] = tomllib.loads(file.read_text(encoding="utf-8"))["names"]
    return frozenset(own)


@functools.cache
def people() -> re.Pattern[str]:
    """Return what finds the authors of the bibliography, by their names as citations have them."""
    cited = {name for entry in bibliography().values() for name in authors(entry) if name}
    listed = "|".join(map(re.escape, sorted(cited, key=len, reverse=True)))
    return re.compile(rf"(?<!{LETTER})(?:{listed})(?!{LETTER})")


def unnamed(text: str) -> list[str]:
    """Return the Latin words of a text that belong to no name.

    >>> unnamed("Anderson和van Wincoop（2003）用GDP说明growth")
    ['growth']
    """
    bare = people().sub("", text)
    return [word for word in LATIN_WORD.findall(bare) if word not in names()]
