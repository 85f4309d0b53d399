"""How long both books take on top of a built site, beside reading its pages: in seconds.

Run ``PYTHONPATH=widgets python benchmarks/editions.py`` after ``make book``. Everything is made in
an empty folder, as the first build does, and then again as one does in which nothing changed; what
both books need of a page is made by every processor, as in a build. With ``--build`` the whole book
is built from nothing in the same run, and each row is also said as a part of that. ``--smallest``
takes one chapter.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import Any

from nqpf import building
from nqpf.places import ROOT, SITE
from nqpf.site.build.parallel import side_by_side
from nqpf.site.edition.contents import parts_of_the_book
from nqpf.site.edition.edition import edition_as_built, kept, make_pieces
from nqpf.site.edition.epub import write_epub
from nqpf.site.edition.paper.typeset import Kept, write_book, write_chapter
from nqpf.site.edition.still import kept_still_page

AIM = 20.0
"""Seconds by the clock for either book on a built site."""
SMALLEST = "chapters/part1/ch03"
RESULT = ROOT / "_build" / "benchmarks" / "editions.json"


def timed(work: Callable[[], Any]) -> tuple[float, float, Any]:
    """Return seconds by the clock and of the processors, and what the work gave."""
    wall, processors = perf_counter(), sum(os.times()[:4])
    made = work()
    return perf_counter() - wall, sum(os.times()[:4]) - processors, made


def steps(folder: Path, *, smallest: bool) -> dict[str, tuple[float, float]]:
    """Return what each step from the site's pages to both books took, in its order."""
    parts = parts_of_the_book(ROOT)
    names = [SMALLEST] if smallest else [name for part in parts for name in part.pages]
    edition = edition_as_built(kept(SITE))
    paper = Kept(folder / "paper")
    taken = {}

    def step(said: str, work: Callable[[], Any]) -> Any:
        wall, processors, made = timed(work)
        taken[said] = (wall, processors)
        return made

    make = partial(make_pieces, SITE, folder)
    step("what both need of pages", lambda: side_by_side(make, names))
    if smallest:
        for name in ("chapters/solutions", "chapters/reference/bibliography"):
            paper.piece(kept_still_page(SITE, name, folder))
        step(
            "PDF",
            lambda: write_chapter(paper, SMALLEST, "Chapter", edition, folder / "chapter.pdf"),
        )
        return taken
    step("PDF", lambda: write_book(paper, parts, edition, folder / "book.pdf"))

    def epub() -> Path:
        pages = [kept_still_page(SITE, name, folder) for name in names]
        return write_epub(pages, parts, edition, folder / "book.epub")

    step("EPUB", epub)
    return taken


def main() -> None:
    """Print both tables, and write them."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--build", action="store_true", help="build the book from nothing first")
    options.add_argument("--smallest", action="store_true", help="one chapter")
    asked = options.parse_args()
    whole = building.build(everything=True) if asked.build else None
    with tempfile.TemporaryDirectory() as folder:
        found = {
            said: steps(Path(folder), smallest=asked.smallest)
            for said in ("from nothing", "nothing changed")
        }
    for said, rows in found.items():
        print(f"\n{said:24} {'clock':>8} {'processors':>11}" + (" of the build" if whole else ""))
        for name, (wall, processors) in rows.items():
            part = f"{wall / whole:13.2f}" if whole else ""
            print(f"{name:24} {wall:7.2f}s {processors:10.2f}s{part}")
    print(f"\naim: {AIM:.0f} s by the clock for either book, with the step before it")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    RESULT.write_text(json.dumps({"build": whole, **found}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
