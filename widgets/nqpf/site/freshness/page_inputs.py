"""What each page is made from, so that a build reads again the pages whose inputs have changed.

A page with cells is made from what they import, the explorers and exercises that it names, the
data sets that all these name, and what lies in its own folder. A page that was made for a module of
models or for a data set is made from that. Any other page may show anything: it is made from
everything. What is left, the package's machinery and the libraries, all pages share.
"""

from __future__ import annotations

import ast
import functools
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf import data, explorers, models
from nqpf.exercises import folders
from nqpf.fingerprint import files, fingerprint
from nqpf.inputs import closure, datasets_named, datasets_of, files_of, imports_of, mark
from nqpf.places import PACKAGE, ROOT
from nqpf.site.build.downloads import is_notebook
from nqpf.whole import keep

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

GENERATED = re.compile(r"chapters/reference/generated/(models|datasets)/(\w+)")
CELL = re.compile(r"^```\{code-cell\}.*?\n(.*?)^```", re.MULTILINE | re.DOTALL)
OPTIONS = re.compile(r"\A(?:---\n.*?^---\n|(?::[\w-]+:[^\n]*\n)+)", re.MULTILINE | re.DOTALL)
ALL = re.compile(r"\b(?:exercises|explorers|folders|modules|names)\(\)")
CHAPTER = re.compile(r"\bch\d\d\b")
MAGIC = re.compile(r"^\s*[%!].*$", re.MULTILINE)
NAME = re.compile(r"[\w-]+")
OF_ALL_PAGES = ("pyproject.toml", "requirements.lock", "package-lock.json", "references.bib")
USES = ROOT / "_build" / "uses.json"


@dataclass(frozen=True)
class Inputs:
    """Files and data sets; ``everything`` if a page may show whatever the book has."""

    files: frozenset[Path] = frozenset()
    datasets: frozenset[str] = frozenset()
    everything: bool = field(default=False)

    def mark(self) -> str:
        """Return a hash that changes with them."""
        return all_leaves() if self.everything else mark(self.files, self.datasets)

    def paths(self) -> list[str]:
        """Return their files, as paths inside the repository."""
        named = {path.relative_to(ROOT).as_posix() for path in self.files if ROOT in path.parents}
        return sorted(named | {f"data/{data.describe(name)['file']}" for name in self.datasets})


def inputs_of(page: str, source: Path) -> Inputs:
    """Return what a page is made from, beside its own text and the machinery."""
    if is_notebook(source):
        return of_notebook(source)
    if made := GENERATED.fullmatch(page):
        kind, name = made.groups()
        if kind == "datasets":
            return Inputs(datasets=frozenset({name}))
        return Inputs(closure(files_of(models.names()[name])))
    return Inputs(everything=True)


def of_notebook(source: Path) -> Inputs:
    """Return what a page with cells is made from."""
    text = source.read_text(encoding="utf-8")
    code = cells(text)
    if ALL.search(code) or not is_python(code):
        return Inputs(everything=True)
    own = set(files(source.with_suffix("")))
    for chapter in CHAPTER.findall(code):
        own |= {path for folder in ROOT.glob(f"chapters/part*/{chapter}") for path in files(folder)}
    words = set(NAME.findall(text))
    for slug in words & folders().keys():
        own |= set(files(folders()[slug]))
    # A goal of an exercise names the explorer that it is about.
    for path in own:
        if path.suffix in (".md", ".py"):
            words |= set(NAME.findall(path.read_text(encoding="utf-8")))
    shown = {explorers.file_of(slug) for slug in words & explorers.modules().keys()}
    python = {path for path in own if path.suffix == ".py"}
    used = closure(python | shown | set(imports_of(code)))
    return Inputs(used | own, datasets_named(used) | datasets_of(code))


def is_python(code: str) -> bool:
    """Return whether Python can read some code; what it cannot read may show anything."""
    try:
        ast.parse(code)
    except SyntaxError:
        return False
    return True


def cells(text: str) -> str:
    """Return the Python of a page's cells.

    >>> cells("```{code-cell} ipython3\\n:tags: [x]\\n%pip x\\nimport re\\n```")
    '\\nimport re\\n'
    """
    found = CELL.findall(text if text.endswith("\n") else f"{text}\n")
    return MAGIC.sub("", "\n".join(OPTIONS.sub("", cell) for cell in found))


@functools.cache
def leaves() -> frozenset[Path]:
    """Return the files of models and explorers, each of which only some pages are made from."""
    found = {path for module in models.names().values() for path in files_of(module)}
    packages = {path for path in found if path.name == "__init__.py"}
    return frozenset((found - packages) | {explorers.file_of(slug) for slug in explorers.modules()})


@functools.cache
def all_leaves() -> str:
    """Return a hash of everything that pages are made from beside the machinery."""
    exercises = fingerprint(sorted(folders().values()))
    return mark(leaves(), (), exercises, fingerprint([ROOT / "data"]))


def shared_mark(root: Path) -> str:
    """Return a hash of what all pages are made from: the machinery, the words, the libraries."""
    machinery = [path for path in files(PACKAGE) if path not in leaves()]
    words = [path for path in files(root / "data") if path.suffix == ".yml"]
    digest = hashlib.sha256(fingerprint([*words, *(root / name for name in OF_ALL_PAGES)]).encode())
    digest.update(mark(machinery, data_of_the_machinery(machinery)).encode())
    return digest.hexdigest()


def data_of_the_machinery(machinery: Iterable[Path]) -> set[str]:
    """Return the data sets that the machinery names: the plan of the book, its map, its words."""
    written = " ".join(
        path.read_text(encoding="utf-8") for path in machinery if path.suffix == ".py"
    )
    quoted = set(re.findall(r"""["'](\w+)["']""", written))
    return quoted & set(data.names())


def write_uses(env: BuildEnvironment) -> None:
    """Write which pages and explorers are made from which files, for whoever has changed one.

    ``pages`` holds the pages of each file, ``explorers`` the files of each explorer, and
    ``everything`` the pages that are made from all files.
    """
    made = {page: inputs_of(page, Path(env.doc2path(page))) for page in sorted(env.found_docs)}
    pages: dict[str, list[str]] = {}
    for page, inputs in made.items():
        for path in [Path(env.doc2path(page)).relative_to(ROOT).as_posix(), *inputs.paths()]:
            pages.setdefault(path, []).append(page)
    of_explorers = {
        slug: Inputs(used := closure([explorers.file_of(slug)]), datasets_named(used)).paths()
        for slug in explorers.modules()
    }
    everything = [page for page, inputs in made.items() if inputs.everything]
    uses = {"pages": pages, "explorers": of_explorers, "everything": everything}
    keep(USES, json.dumps(uses, indent=1, sort_keys=True))
