"""The pages of the built site, for tests that hold of each of them."""

from __future__ import annotations

from pathlib import Path

from nqpf.places import ROOT
from nqpf.site.plan.chapters import written


def all_pages(site: Path) -> list[str]:
    """Return the paths of all pages inside the site."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def book_pages(site: Path) -> list[str]:
    """Return the pages in the book's frame: all but the front door and explorers alone."""
    apart = ("embed/", "index.html", "404.html")
    return [page for page in all_pages(site) if not page.startswith(apart)]


def written_chapters() -> dict[int, str]:
    """Return the pages of the chapters that are written, by number."""
    sources = sorted((ROOT / "chapters").glob("part*/ch*.md"))
    names = [path.relative_to(ROOT).with_suffix("").as_posix() for path in sources]
    return {number: f"{name}.html" for number, name in written(names).items()}
