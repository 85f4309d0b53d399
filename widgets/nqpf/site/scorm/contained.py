"""Parts of built pages that stand in a package: what they need comes along, and no link is dead.

A link to what is in the package stays in it; another leads to the book's site, where that is known,
and is plain words where it is not.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from bs4 import BeautifulSoup, Tag

from nqpf.exercises import find
from nqpf.site.exercise.sections import section_of
from nqpf.site.templating import json_for_script

# What says nothing once its link is gone; and what is about an address that a frame does not have.
ONLY_LINKS = (
    ".gloss-card p:has(> a:only-child)",
    ".explorer-take-along li:not(.explorer-source)",
    ".explorer-edition a",
)
OF_THE_ADDRESS = ".explorer-link"


class NotBuilt(ValueError):
    """The site lacks what a package is made of; the message says what to do."""


@dataclass(frozen=True)
class Part:
    """A part of a built page: the page's path in the site, and the part as a tree."""

    page: str
    body: Tag

    def select(self, selector: str) -> list[Tag]:
        """Return the elements that fit a selector, the part itself among them."""
        own = [self.body] if self.body.css.match(selector) else []
        return [*own, *self.body.select(selector)]


def page_of_site(site: Path, page: str) -> BeautifulSoup:
    """Return a built page as a tree; raise `NotBuilt` if it is not there."""
    path = site / page
    if not path.exists():
        raise NotBuilt(
            f"there is no {page} in the built site: run `nqpf build`, then export again."
        )
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def contain(parts: Iterable[Part], site: str) -> None:
    """Let parts of pages stand together on one page at the root of a package; they are changed."""
    parts = list(parts)
    inside = {str(one["id"]) for part in parts for one in part.select("[id]")}
    for part in parts:
        for one in part.select(OF_THE_ADDRESS):
            one["hidden"] = ""
        if not site:
            for one in part.select(", ".join(ONLY_LINKS)):
                one.decompose()
        for link in part.select("a[href]"):
            lead(link, part.page, inside, site)
        for picture in part.select("img[src]"):
            if not urlsplit(str(picture["src"])).scheme:
                picture["src"] = from_root(part.page, str(picture["src"]))
        for plan in part.select("script.exercise-plan, script.own-table-plan"):
            told = planned(titled(plan), part.page, inside, site)
            plan.string = json_for_script(told)


def lead(link: Tag, page: str, inside: set[str], site: str) -> None:
    """Let a link lead into the package or to the site, in a window of its own, or nowhere."""
    card = str(link.get("data-gloss", ""))
    there = address(str(link["href"]), page, inside, site)
    if there is None and card in inside:
        there = f"#{card}"
    if there is None:
        link.name = "span"
        link.attrs = {name: link[name] for name in ("class", "title") if name in link.attrs}
        return
    link["href"] = there
    if urlsplit(there).scheme in ("http", "https"):
        link["target"] = "_blank"
        link["rel"] = "noopener"


def address(written: str, page: str, inside: set[str], site: str) -> str | None:
    """Return where a link of a page leads from the package, or None if that is nowhere."""
    if urlsplit(written).scheme:
        return written
    path, mark = urldefrag(written)
    there = from_root(page, path) if path else page
    if mark in inside and (there == page or not path):
        return f"#{mark}"
    return f"{site.rstrip('/')}/{there}{'#' if mark else ''}{mark}" if site else None


def from_root(page: str, path: str) -> str:
    """Return a path, written on a page, as it is from the site's root.

    >>> from_root("chapters/part1/ch02.html", "../reference/glossary.html")
    'chapters/reference/glossary.html'
    """
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def titled(script: Tag) -> dict[str, object]:
    """Return a plan in which a section to read again has its title, as on another page."""
    plan: dict[str, object] = json.loads(script.text)
    again, exercise = plan.get("again"), script.find_parent("section", class_="exercise")
    if isinstance(again, list) and len(again) == 1 and exercise:
        section = section_of(find(str(exercise["data-exercise"])))
        plan["again"] = [*again, section.title if section else ""]
    return plan


def planned(plan: dict[str, object], page: str, inside: set[str], site: str) -> dict[str, object]:
    """Return what the page's script needs to know, with addresses as they are from the package."""
    if isinstance(python := plan.get("python"), str):
        plan["python"] = f"{from_root(page, python)}/"
    again = plan.pop("again", None)
    if isinstance(again, list) and (there := address(str(again[0]), page, inside, site)):
        # On its own page the script reads the title there.
        plan["again"] = [there] if there.startswith("#") else [there, *again[1:]]
    return plan
