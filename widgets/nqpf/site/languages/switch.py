"""The way from a page to the same page in the other language, written at build.

It leads to the page; the page's script adds the section, or the explorer with its setting, at which
the reader is. What a reader has done is kept by exercise, and so is the same in both.
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.site.languages.translated import FOLDER, NAME, TAG, pages
from nqpf.words import EDITION

ENGLISH_TAG, ENGLISH_NAME = "en", "English"
SEARCH = "search"
"""The page that every edition has beside its own."""


class Switch(NamedTuple):
    """A link to a page in another language: its address, the language, and its name for itself."""

    address: str
    tag: str
    name: str


def switch(page: str) -> Switch | None:
    """Return the link that a page has to its other language, if it has been translated."""
    translated = pages()
    if not translated or page not in (*translated, SEARCH):
        return None
    up = "../" * page.count("/")
    if EDITION:
        return Switch(f"{up}../{page}.html", ENGLISH_TAG, ENGLISH_NAME)
    return Switch(f"{up}{FOLDER}/{page}.html", TAG, NAME)


def alternates(page: str, base: str) -> list[Switch]:
    """Return the whole addresses of a page in all languages, where the book knows its own.

    >>> alternates("chapters/index", "")
    []
    """
    if not base or switch(page) is None:
        return []
    root = base.rstrip("/").removesuffix(f"/{FOLDER}")
    english = f"{root}/{page}.html"
    return [
        Switch(english, ENGLISH_TAG, ""),
        Switch(f"{root}/{FOLDER}/{page}.html", TAG, ""),
        Switch(english, "x-default", ""),
    ]
