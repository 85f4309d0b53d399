"""The words that a reader sees, in the reader's language.

Everything shown in explorers, checks and the site passes through ``_``, so that an edition in
another language is one catalogue. The language is read once, from ``NQPF_LANGUAGE``.
"""

from __future__ import annotations

import gettext as _gettext
import os
import re

from nqpf.places import PACKAGE, ROOT

LANGUAGE = os.environ.get("NQPF_LANGUAGE", "en")
TAG = LANGUAGE.replace("_", "-")
"""The language as HTML names it."""
EDITION = {"en": ""}.get(LANGUAGE, f"{LANGUAGE.partition('_')[0]}/")
"""Where the pages in this language lie, from the root of the site; English lies at the root."""
ENGLISH = re.compile(r"\b[a-z]{2,}\b")
CATALOGUES = (
    os.environ.get("NQPF_CATALOGUES", str(ROOT / "_build" / "locale")),
    str(PACKAGE / "_locale"),
)
"""Where catalogues lie: made from ``locale/`` in the book's repository, or in the package."""


_files = (_gettext.find("nqpf", folder, [LANGUAGE]) for folder in CATALOGUES)
CATALOGUE = next(filter(None, _files), None)
"""The file of the catalogue that is in use; without one, English stays."""


def _read() -> _gettext.NullTranslations:
    if CATALOGUE is None:
        return _gettext.NullTranslations()
    with open(CATALOGUE, "rb") as opened:
        return _gettext.GNUTranslations(opened)


_catalogue = _read()


def _(words: str) -> str:
    """Return the words in the reader's language; English is the key and the fallback."""
    return _catalogue.gettext(words) if words else ""


def said(text: str) -> str:
    """Return a text that lies in a file of data in the reader's language.

    It does what ``_`` does, whose own words are found by what stands between its brackets.
    """
    return _(text)


def is_known(text: str) -> bool:
    """Return whether a text is in the reader's language; figures and names alone are in any."""
    return LANGUAGE == "en" or _(text) != text or not ENGLISH.search(text)


def sense(meaning: str, words: str) -> str:
    """Return words in the reader's language that English uses in several senses; say which."""
    return _catalogue.pgettext(meaning, words)


def plural(one: str, many: str, number: int) -> str:
    """Return the form of the words that fits the number."""
    return _catalogue.ngettext(one, many, number)
