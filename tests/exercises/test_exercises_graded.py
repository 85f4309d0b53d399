"""What is only graded is nowhere in a built site: not on a page, in an archive, nor in the package.

A small book is built from copies of the book's exercises, one of each kind that readers check
themselves and one that is only graded, with a word planted wherever an answer could stand.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from exercise_points import ALL
from nqpf.exercises import Exercise
from nqpf.exercises.kinds import KINDS
from nqpf.places import ROOT
from small_book import build_small_book

CONFIGURATION = """
from pathlib import Path
from nqpf import places
places.ROOT = Path({root!r})  # before anything else of the book is imported
extensions = ["myst_parser", "nqpf.site.exercise.pages", "nqpf.site.progress.progress",
              "nqpf.site.python.assets", "nqpf.site.build.downloads"]
exclude_patterns = ["root", "out"]
html_theme = "basic"
"""
LISTS = "# Lists\n\n```{{{name}}}\n```\n"
CHAPTER = "chapters/part1/ch02"
TEXT = re.compile(r"""^((?:title|text|message) = (?:\'\'\'|\"\"\"|'|"))""", re.MULTILINE)
PART = re.compile(r"^(\+\+\+ (?:hint|solution|exemplar))$", re.MULTILINE)


def two_of(kind: str) -> list[Exercise]:
    """Return two exercises of a kind: one to be graded only, one to be open."""
    return [exercise for exercise in ALL if exercise.kind == kind][:2]


def planted(exercise: Exercise, folder: Path, word: str, use: str) -> None:
    """Copy an exercise with another use, and a word wherever an answer could stand."""
    copied = folder / exercise.slug
    shutil.copytree(exercise.folder, copied, ignore=shutil.ignore_patterns("__pycache__"))
    source = copied / "exercise.md"
    text = re.sub(r"^use = .*\n", "", source.read_text(encoding="utf-8"), flags=re.MULTILINE)
    text = text.replace("+++\n", f'+++\nuse = ["{use}"]\n', 1)
    text = PART.sub(rf"\1\n{word}", TEXT.sub(rf"\1{word} ", text))
    source.write_text(text, encoding="utf-8")
    for path in copied.rglob("*.py"):
        path.write_text(path.read_text(encoding="utf-8") + f"\n# {word}\n", encoding="utf-8")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site of a book that holds graded and open exercises of every kind."""
    place = tmp_path_factory.mktemp("graded")
    root, made = place / "root", place / "root" / "_build" / "python"
    made.parent.mkdir(parents=True)
    for path in ROOT.iterdir():
        # Without its other language, which would translate pages that this book has not.
        if path.name not in ("chapters", "_build", "locale", ".git"):
            (root / path.name).symlink_to(path)
    (ROOT / "_build" / "python").mkdir(parents=True, exist_ok=True)
    made.symlink_to(ROOT / "_build" / "python")
    marks = []
    for kind in KINDS:
        graded, shown = two_of(kind)
        planted(graded, root / CHAPTER, f"qzgraded{kind}", "assignment")
        planted(shown, root / CHAPTER, f"qzopen{kind}", "self-check")
        marks.append(f'<div data-nqpf-exercise="{shown.slug}"></div>')
        # What to read again is named by its heading, which stands in the chapter's source.
        marks += [f"## {one.section}" for one in (graded, shown) if one.section]
    chapter = "# Chapter\n\n" + "\n\n".join(marks) + "\n"
    (root / f"{CHAPTER}.md").write_text(chapter, encoding="utf-8")
    pages = {
        "index": "# Book\n\n```{toctree}\n:glob:\nchapters/**\n```\n",
        CHAPTER: chapter,
        "chapters/progress": LISTS.format(name="exercise-progress"),
        "chapters/solutions": LISTS.format(name="exercise-solutions"),
    }
    return build_small_book(place, pages, CONFIGURATION.format(root=str(root))).folder


def contents(site: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of a site's files, and of those inside its archives."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and ".doctrees" not in path.parts:
            yield from inside(path.relative_to(site).as_posix(), path.read_bytes())


def inside(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield a file, or what an archive holds."""
    if not name.endswith((".zip", ".whl")):
        yield name, content
        return
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for inner in archive.namelist():
            yield from inside(f"{name}!{inner}", archive.read(inner))


@pytest.fixture(scope="module")
def held(book: Path) -> dict[str, set[str]]:
    """Return the names of files that hold a planted word or a graded slug, and what they hold."""
    graded = "|".join(two_of(kind)[0].slug for kind in KINDS)
    sought = re.compile(rf"qz(?:open|graded)[a-z-]+|/(?:{graded})/".encode())
    found: dict[str, set[str]] = {}
    for name, content in contents(book):
        words = sought.findall(name.encode()) + sought.findall(content.lower())
        if words:
            found[name] = {word.decode() for word in words}
    return found


def test_no_file_of_a_site_holds_anything_of_what_is_only_graded(held) -> None:
    found = {
        f"{name}: {word}"
        for name, words in held.items()
        for word in words
        if not word.startswith("qzopen")
    }
    assert not found, "\n".join(sorted(found))


@pytest.mark.parametrize("kind", list(KINDS))
def test_the_search_finds_what_is_open(held, kind: str) -> None:
    """The search is no empty one: pages, archives and package hold the words of open ones."""
    names = {name for name, words in held.items() if f"qzopen{kind}" in words}
    for part in ("ch02.html", "solutions.html", ".whl!", ".zip!"):
        assert any(part in name for name in names), f"{part}: {sorted(names)}"
