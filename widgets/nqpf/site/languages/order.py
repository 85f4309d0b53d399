"""The order of the whole book as an edition shows it: its own pages, and English ones."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from markupsafe import Markup

from nqpf.places import ROOT
from nqpf.site.plan.chapters import number_of, titles
from nqpf.words import said


@dataclass(frozen=True)
class Part:
    """A part of the contents: its caption, and its pages with those that belong below them."""

    caption: str
    pages: tuple[tuple[str, tuple[str, ...]], ...]


@functools.cache
def parts() -> tuple[Part, ...]:
    """Return the parts of the table of contents; pages that are made by name pattern are left."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return tuple(
        Part(
            part["caption"],
            tuple(
                (
                    entry["file"],
                    tuple(e["file"] for e in entry.get("sections", ()) if "file" in e),
                )
                for entry in part["chapters"]
            ),
        )
        for part in contents["parts"]
    )


@functools.cache
def order() -> tuple[str, ...]:
    """Return every page of the contents in the order of reading, the home page first."""
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    listed = [page for part in parts() for above, below in part.pages for page in (above, *below)]
    return (contents["root"], *listed)


def toc(pages: tuple[str, ...]) -> dict[str, Any]:
    """Return the table of contents of an edition that has these pages."""
    own = [
        {"caption": part.caption, "chapters": [{"file": page} for page in listed]}
        for part in parts()
        if (listed := [p for a, b in part.pages for p in (a, *b) if p in pages])
    ]
    return {"format": "jb-book", "root": order()[0], "parts": own}


class Titles:
    """Titles of pages: those of the edition, and of the rest the English ones."""

    def __init__(self, own: dict[str, str], english: Path) -> None:
        """Keep the edition's titles by page; ``english`` is the file that the book left."""
        self.own = own
        self.english: dict[str, str] = json.loads(english.read_text(encoding="utf-8"))

    def title(self, page: str) -> str:
        """Return a page's title; a chapter's stands in the plan of the book."""
        number = number_of(page)
        if page in self.own:
            return self.own[page]
        return self.english[page] if number is None else titles()[number]

    def link(self, page: str, here: str) -> Markup:
        """Return a line of the contents."""
        number = number_of(page)
        words = self.title(page) if number is None else f"{number}. {self.title(page)}"
        root = "../" * here.count("/")
        if page == here:
            link = '<a class="current reference internal" aria-current="page" href="#">{}</a>'
            return Markup(link).format(words)
        return Markup('<a class="reference internal" href="{}{}.html">{}</a>').format(
            root, page, words
        )


def contents(names: Titles, here: str) -> Markup:
    """Return the list of the book's pages as a page of the edition shows it."""
    made = Markup("")
    for part in parts():
        lines = Markup("")
        for page, below in part.pages:
            inner = Markup("").join(
                Markup('<li class="toctree-l2">{}</li>').format(names.link(one, here))
                for one in below
                if one in names.own
            )
            more = Markup("<ul>{}</ul>").format(inner) if inner else Markup("")
            line = Markup('<li class="toctree-l1">{}{}</li>')
            lines += line.format(names.link(page, here), more)
        made += Markup('<p class="caption"><span class="caption-text">{}</span></p>').format(
            said(part.caption)
        )
        made += Markup("<ul>{}</ul>").format(lines)
    return made
