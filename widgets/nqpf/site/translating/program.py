"""What the program and its templates say: every call of ``_``, in templates found by Babel."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel.messages.extract import extract_from_file

from nqpf.numbers import UNIT
from nqpf.places import PACKAGE, ROOT
from nqpf.site.translating.message import Message

TEMPLATES = (".html", ".md", ".opf", ".xhtml")
CALLS = {"_": None, "_words": None, "plural": (1, 2), "sense": ((1, "c"), 2), "amount": None}

SHELL = (
    "algebra/latex.py",
    "exercises",
    "explorers/afresh",
    "explorers/core",
    "laws",
    "numbers.py",
    "own_model",
    "readers_code",
    "site/build/downloads.py",
    "site/build/mathematics.py",
    "site/build/notebook_cells.py",
    "site/build/notebook_prose.py",
    "site/datasets/vintages.py",
    "site/diagram/diagram.html",
    "site/diagram/diagram.py",
    "site/diagram/part1.py",
    "site/edition/content.opf",
    "site/edition/edition.py",
    "site/edition/nav.xhtml",
    "site/edition/paper",
    "site/edition/still.py",
    "site/explorer",
    "site/exercise",
    "site/frame",
    "site/hands",
    "site/keep",
    "site/languages",
    "site/offline/offline.html",
    "site/own_model",
    "site/offline/offline.py",
    "site/plan/chapters.py",
    "site/plan/chronology.py",
    "site/plan/concept_map.html",
    "site/plan/concept_map.py",
    "site/progress/progress.html",
    "site/progress/progress.py",
    "site/progress/solutions.html",
    "site/provinces/part1.py",
    "site/provinces/provinces.html",
    "site/provinces/provinces.py",
    "site/python/words.py",
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
    "site/exercise/preview",
    "site/explorer/gallery",
)
"""Of these, what stands with the words of homework, or on pages outside every edition."""
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
        if path.suffix in (".py", *TEMPLATES) and "__pycache__" not in path.parts
    }
    left = [str(PACKAGE / name) for name in but]
    return sorted(path for path in found if not str(path).startswith(tuple(left)))


def of_file(file: Path) -> Iterator[Message]:
    """Yield the messages of one file."""
    name = file.relative_to(ROOT).as_posix()
    if file.suffix == ".py":
        yield from in_python(file.read_text(encoding="utf-8"), name)
        return
    for line, text, _notes, context in extract_from_file(
        "jinja2.ext:babel_extract", file, keywords=CALLS
    ):
        one, *more = text if isinstance(text, tuple) else (text,)
        plural = str(more[0]) if more else ""
        yield Message(str(one), name, int(line), plural=plural, context=context or "")


def in_python(source: str, file: str) -> Iterator[Message]:
    """Yield the messages of Python code in their order.

    Babel's own reader overlooks calls inside formatted strings, where Python is older than 3.12,
    and takes the key of a row for its words.
    """
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    for call in sorted(calls, key=lambda one: (one.lineno, one.col_offset)):
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        words = [a.value for a in call.args if isinstance(a, ast.Constant)]
        texts = [str(one) for one in words if isinstance(one, str)]
        if name not in CALLS or not texts or len(texts) < len(call.args) - (name == "plural"):
            continue
        if name == "sense":
            yield Message(texts[1], file, call.lineno, context=texts[0])
        elif name == "amount":
            yield Message(texts[0], file, call.lineno, "a unit after a number", context=UNIT)
        else:
            plural = texts[1] if name == "plural" else ""
            yield Message(texts[0], file, call.lineno, plural=plural)
