"""A build that was interrupted anywhere is made whole by the next one, and nothing stays behind."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from nqpf import building
from nqpf.site.freshness import complete
from nqpf.site.freshness.freshness import indexed_pages

SPHINX = [sys.executable, "-m", "sphinx", "-q"]
PAGES = ["index", "part/a", "part/b", "part/c", "d", "e", "f", "g"]
CONFIGURATION = """
extensions = [
    "myst_parser",
    "nqpf.site.freshness.freshness",
    "nqpf.site.freshness.complete",
    "nqpf.site.build.parallel",
    "ends",
]
html_theme = "basic"
nitpicky = True
"""
# Ends the whole build, children too, as the machine or an impatient person would: at a moment of
# Sphinx's, when that comes for the so-manieth time.
ENDS = """
import os, signal

def setup(app):
    moment, count, priority = os.environ.get("END_AT", "never 0 0").split()
    seen = []

    def end(*arguments):
        seen.append(1)
        if len(seen) == int(count):
            os.killpg(0, signal.SIGKILL)

    if moment != "never":
        app.connect(moment, end, priority=int(priority))
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
MOMENTS = [
    "builder-inited 1 500",
    "env-before-read-docs 1 500",
    "source-read 3 500",
    "env-updated 1 9000",
    "doctree-resolved 1 500",
    "doctree-resolved 2 500",
    "html-page-context 2 500",
    "build-finished 1 1",
    "build-finished 1 8500",
]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="a group of processes is of POSIX")


class Book:
    """A book of a few pages, built by Sphinx itself."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.site = root / "_build" / "html"
        self.write("conf.py", CONFIGURATION)
        self.write("ends.py", ENDS)
        for page in PAGES:
            self.write(f"{page}.md", f"# Page {page}\n\nWords of {page.replace('/', ' ')}.\n")
        self.list_pages(PAGES)

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def list_pages(self, pages: list[str]) -> None:
        listed = "\n".join(page for page in pages if page != "index")
        self.write("index.md", f"# Home\n\n```{{toctree}}\n{listed}\n```\n")

    def build(self, end_at: str = "") -> subprocess.CompletedProcess[str]:
        paths = f"{self.root}{os.pathsep}{building.environment()['PYTHONPATH']}"
        environment = building.environment() | {"PYTHONPATH": paths}
        if end_at:
            environment["END_AT"] = end_at
        trees = self.root / "_build" / ".doctrees"
        return subprocess.run(
            [
                sys.executable,
                "-m",
                "sphinx",
                "-q",
                "-d",
                str(trees),
                str(self.root),
                str(self.site),
            ],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            start_new_session=True,
        )

    def files(self) -> dict[str, Any]:
        """Return every page, and what the index of the search says of pages and words."""
        pages = {
            path.relative_to(self.site).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(self.site.rglob("*.html"))
        }
        text = (self.site / "searchindex.js").read_text(encoding="utf-8")
        index = json.loads(text[text.index("(") + 1 : text.rindex(")")])
        # A word that went from its last page stays there, with no page.
        terms = {word: found for word, found in index["terms"].items() if found != []}
        return pages | {name: index[name] for name in ("docnames", "titles")} | {"terms": terms}


def went_well(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr, done.stderr


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """Return a book that was built in one go."""
    book = Book(tmp_path_factory.mktemp("whole"))
    went_well(book.build())
    assert indexed_pages(book.site) == set(PAGES)
    return book


@pytest.mark.parametrize("moment", MOMENTS)
def test_an_interrupted_first_build_is_made_whole(whole: Book, tmp_path: Path, moment: str) -> None:
    book = Book(tmp_path)
    assert book.build(end_at=moment).returncode == -signal.SIGKILL
    went_well(book.build())
    assert book.files() == whole.files()


@pytest.mark.parametrize("moment", ["doctree-resolved 1 500", "build-finished 1 1"])
def test_an_interrupted_later_build_is_made_whole(whole: Book, tmp_path: Path, moment: str) -> None:
    book = Book(tmp_path)
    went_well(book.build())
    text = (book.root / "d.md").read_text(encoding="utf-8")
    book.write("d.md", f"{text}\nAdded.\n")
    assert book.build(end_at=moment).returncode == -signal.SIGKILL
    # Half a page, as a process leaves it that is ended while it writes.
    page = book.site / "part" / "a.html"
    page.write_text(page.read_text(encoding="utf-8")[:200], encoding="utf-8")
    went_well(book.build())
    assert "Added." in (book.site / "d.html").read_text(encoding="utf-8")
    book.write("d.md", text)
    went_well(book.build())
    assert book.files() == whole.files()


def test_a_site_without_its_index_gets_all_of_it(whole: Book, tmp_path: Path) -> None:
    book = Book(tmp_path)
    went_well(book.build())
    (book.site / "searchindex.js").write_text("Search.setIndex({", encoding="utf-8")
    book.write("d.md", "# Page d\n\nWords of d.\n\n")
    went_well(book.build())
    assert book.files() == whole.files()


def test_a_page_whose_source_is_gone_does_not_stay(tmp_path: Path) -> None:
    book = Book(tmp_path)
    went_well(book.build())
    kept = [page for page in PAGES if not page.startswith("part/")]
    shutil.rmtree(book.root / "part")
    book.list_pages(kept)
    went_well(book.build())
    assert not (book.site / "part").exists()
    assert indexed_pages(book.site) == set(kept)


def test_what_is_missing_is_named(whole: Book, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(whole.site, site)
    assert list(complete.faults_of_pages(site, PAGES)) == []
    (site / "d.html").unlink()
    (site / "e.html").write_text("<html>", encoding="utf-8")
    index = (site / "searchindex.js").read_text(encoding="utf-8")
    lacking = re.sub(r'"docnames": *\[[^]]*\]', '"docnames":["index","gone"]', index)
    (site / "searchindex.js").write_text(lacking, encoding="utf-8")
    found = list(complete.faults_of_pages(site, ["index", "d", "e"]))
    assert found == [
        "d was not written",
        "e was not written",
        "d is not in the search",
        "e is not in the search",
        "the search knows gone, which is gone",
    ]
