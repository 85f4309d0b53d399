"""What the book for paper and pocket holds: pages by part, as the table of contents has them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from nqpf.site.explorer.uses import files

# What needs a script, or leads to files of the site, has no still form; the home page is the cover.
LEFT_OUT = (
    "chapters/part5/final-test",
    "chapters/progress",
    "chapters/run-it-yourself",
    "chapters/teaching/",
    "chapters/reference/index",
    "chapters/reference/models",
    "chapters/reference/datasets",
    "chapters/reference/explorers",
    "chapters/reference/how-old",
    "chapters/accessibility",
)


@dataclass(frozen=True)
class Edition:
    """What is written into every file: title, author, licence, day, language, site and version."""

    title: str
    author: str
    licence: str
    day: date
    language: str = "en"
    site: str = ""
    version: str = ""


@dataclass(frozen=True)
class Part:
    """A part of the book and the names of its pages in order."""

    title: str
    pages: list[str]


def parts_of_the_book(root: Path) -> list[Part]:
    """Return the parts of the book that have pages in a still edition."""
    written = yaml.safe_load((root / "_toc.yml").read_text(encoding="utf-8"))
    parts = [
        Part(part["caption"], [n for n in files([part]) if not n.startswith(LEFT_OUT)])
        for part in written["parts"]
    ]
    return [part for part in parts if part.pages]
