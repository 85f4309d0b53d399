"""What the program and its templates say: every call of ``_``, found by Babel."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from nqpf.places import PACKAGE, ROOT
from nqpf.site.languages.message import Message

METHODS = {".py": "python", ".html": "jinja2.ext:babel_extract", ".md": "jinja2.ext:babel_extract"}
CALLS = {"_": None, "_words": None, "plural": (1, 2), "sense": ((1, "c"), 2)}

SHELL = (
    "exercises",
    "explorers/core",
    "site/build/mathematics.py",
    "site/datasets/vintages.py",
    "site/explorer",
    "site/exercise",
    "site/frame",
    "site/hands",
    "site/keep",
    "site/languages",
    "site/offline/offline.html",
    "site/offline/offline.py",
    "site/plan/chapters.py",
    "site/plan/chronology.py",
    "site/plan/concept_map.html",
    "site/plan/concept_map.py",
    "site/progress/progress.py",
    "site/reference/gloss.html",
    "site/reference/gloss.py",
    "site/search",
    "site/sketch",
    "site/take_along",
    "site/templating.py",
)
"""Where the words stand that the pages of an edition share, below the package."""
NOT_SHOWN = (
    "exercises/notebook.py",
    "explorers/core/display.py",
    "explorers/core/jupyter.py",
    "explorers/core/showing.py",
    "explorers/core/single.py",
    "explorers/core/sketch_form.py",
    "site/exercise/preview",
    "site/explorer/gallery",
    "site/frame/not_found.py",
    "site/frame/not-found.html",
)
"""Of these, what only notebooks and pages outside every edition show."""
COURSE = ("course", "exercises/notebook.py", "site/scorm")


def said(folders: Iterable[str], *, but: Iterable[str] = ()) -> Iterator[Message]:
    """Yield the messages of files at or below these places in the package, but not of others."""
    for file in files(folders, but):
        yield from of_file(file)


def files(folders: Iterable[str], but: Iterable[str] = ()) -> list[Path]:
    """Return the files of the program that can say something, in their order."""
    found = {
        path
        for folder in folders
        for path in [PACKAGE / folder, *(PACKAGE / folder).rglob("*")]
        if path.suffix in METHODS and "__pycache__" not in path.parts
    }
    left = [str(PACKAGE / name) for name in but]
    return sorted(path for path in found if not str(path).startswith(tuple(left)))


def of_file(file: Path) -> Iterator[Message]:
    """Yield the messages of one file."""
    name = file.relative_to(ROOT).as_posix()
    for line, text, _notes, context in extract_from_file(
        METHODS[file.suffix], file, keywords=CALLS
    ):
        one, *more = text if isinstance(text, tuple) else (text,)
        plural = str(more[0]) if more else ""
        yield Message(str(one), name, int(line), plural=plural, context=context or "")
