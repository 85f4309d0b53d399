"""The pages of the built site, for tests that hold of each of them."""

from __future__ import annotations

import functools
import re
from html.parser import HTMLParser
from pathlib import Path

from nqpf.places import ROOT
from nqpf.site.plan.chapters import written

FRONT_DOORS = ("index.html", "zh/index.html")
"""The pages that go on to a home page at once."""
visited: frozenset[str] | None = None
"""The pages to go to one by one; all of them unless only what has changed is tested."""


def pages_to_visit(site: Path) -> list[str]:
    """Return the pages that a test goes to one by one, and that stay where they are."""
    pages = [name for name in all_pages(site) if name not in FRONT_DOORS]
    return [name for name in pages if visited is None or name in visited]


def all_pages(site: Path) -> list[str]:
    """Return the paths of all pages inside the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def book_pages(site: Path) -> list[str]:
    """Return the English pages in the book's frame: no front door, explorer alone or scene."""
    apart = ("embed/", "lecture/", "index.html", "404.html", "zh/")
    return [page for page in all_pages(site) if not page.startswith(apart)]


class Shapes(HTMLParser):
    """The shapes of a page's elements: tag, classes, role, names of aria attributes, and parent.

    What is hidden from screen readers, or is one picture or formula to them, has none inside: of
    the marks of a chart and the pieces of a formula no two are alike, and axe leaves them out. The
    number of a layer or of a size makes no other shape. Each stands with the part of the page that
    first has it: the innermost section, figure or box with a name, or none in the page's frame.
    """

    WITHOUT_END = frozenset(
        [
            "area",
            "base",
            "br",
            "col",
            "hr",
            "img",
            "input",
            "link",
            "meta",
            "source",
            "track",
            "wbr",
        ]
    )

    PARTS = frozenset(["details", "figure", "form", "section"])

    def __init__(self) -> None:
        super().__init__()
        self.around: list[tuple[str, str]] = [("", "")]
        self.within: list[bool] = [False]
        self.parts: list[str | None] = [None]
        self.found: dict[object, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and that what follows lies in it."""
        given = dict(attrs)
        own = (tag, re.sub(r"\d+", "1", given.get("class") or ""))
        aria = tuple(sorted(name for name in given if name.startswith("aria-")))
        if not self.within[-1]:
            shape = (self.around[-1], own, given.get("role"), aria)
            self.found.setdefault(shape, self.parts[-1])
        if tag not in self.WITHOUT_END:
            closed = given.get("aria-hidden") == "true" or given.get("role") == "img"
            self.around.append(own)
            self.within.append(self.within[-1] or closed or tag == "math")
            named = given.get("id") if tag in self.PARTS else None
            self.parts.append(named or self.parts[-1])

    def handle_endtag(self, tag: str) -> None:
        """Leave the element, and whatever in it was not closed."""
        for place in range(len(self.around) - 1, 0, -1):
            if self.around[place][0] == tag:
                del self.around[place:], self.within[place:], self.parts[place:]
                return


@functools.cache
def new_shapes(site: Path) -> dict[str, frozenset[str | None]]:
    """Return the pages that hold an element of a shape that none before them has.

    Each with the parts in which they stand, where ``None`` is the frame, and so the whole page.
    """
    seen: set[object] = set()
    found = {}
    for name in sorted(all_pages(site), key=lambda name: (not name.startswith("chapters/"), name)):
        shapes = Shapes()
        shapes.feed((site / name).read_text(encoding="utf-8"))
        new = shapes.found.keys() - seen
        if new:
            found[name] = frozenset(shapes.found[shape] for shape in new)
        seen |= new
    return found


def written_chapters() -> dict[int, str]:
    """Return the pages of the chapters that are written, by number."""
    sources = sorted((ROOT / "chapters").glob("part*/ch*.md"))
    names = [path.relative_to(ROOT).with_suffix("").as_posix() for path in sources]
    return {number: f"{name}.html" for number, name in written(names).items()}
