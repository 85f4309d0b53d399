"""The words that a reader sees, in the reader's language.

Everything shown in explorers, checks and the site passes through ``_``, so that an edition in
another language is one catalogue. The language is read once, from ``NQPF_LANGUAGE``.
"""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path

LANGUAGE = os.environ.get("NQPF_LANGUAGE", "en")
_catalogue = _gettext.translation(
    "nqpf", Path(__file__).parent / "locale", languages=[LANGUAGE], fallback=True
)


def _(words: str) -> str:
    """Return the words in the reader's language; English is the key and the fallback."""
    return _catalogue.gettext(words)


def sense(meaning: str, words: str) -> str:
    """Return words in the reader's language that English uses in several senses; say which."""
    return _catalogue.pgettext(meaning, words)


def plural(one: str, many: str, number: int) -> str:
    """Return the form of the words that fits the number."""
    return _catalogue.ngettext(one, many, number)
