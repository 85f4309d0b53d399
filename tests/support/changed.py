"""What a change can break: the tests that have to run again after some files have changed.

A test is about what it is tried with, such as an explorer, an exercise, a data set, a chapter or a
module of models: it runs again when a file that this is made from has changed, by what the build
has recorded. A test that is tried with nothing is about what it names, itself or by what it uses of
its file and of its helpers; if that asks for all there are of a kind, it is about all of them.
And every test needs its own file, its helpers and the machinery that these import; whoever looks at
the site needs what makes it, and goes only to the pages that can look different.

What is not known to be spared runs. The whole suite remains the last word.
"""

from __future__ import annotations

import ast
import functools
import json
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import site_pages
from nqpf import data, explorers, models
from nqpf.exercises import Exercise, folders
from nqpf.explorers import Explorer
from nqpf.fingerprint import files
from nqpf.inputs import closure, datasets_of, files_of, imports_of
from nqpf.places import PACKAGE, ROOT
from nqpf.site.freshness.page_inputs import USES, leaves

TESTS = ROOT / "tests"
HELPERS = TESTS / "support"
OF_THE_SITE = ("_config.yml", "_toc.yml", "references.bib", "package-lock.json", "pyproject.toml")
# Who reads the catalogue of translations, which no test is tried with.
READERS_OF_TRANSLATIONS = (TESTS / "languages", TESTS / "edition")
PLACES = {"models": PACKAGE / "models", "data": ROOT / "data", "chapters": ROOT / "chapters"}
# How a test asks for all there are of a kind.
ASKS = {
    "explorers": re.compile(r"\bexplorers\(\)|explorers\.modules\(\)"),
    "exercises": re.compile(r"\b(?:exercises|folders|densities)\(\)|\bof_kind\("),
    "models": re.compile(r"\bmodules\(\)|models\.names\(\)|\bfunctions\(|\bquantities\(\)"),
    "data": re.compile(r"\bdata\.names\(\)"),
    "chapters": re.compile(r"\bwritten_chapters\(|'chapters'|\bglob\("),
    "pages": re.compile(r"\b(?:all_pages|book_pages|pages_to_visit|glob|rglob)\("),
}
PAGE = re.compile(r"\bchapters/[\w/-]+\w")
CHAPTER = re.compile(r"\bch(\d\d)\b")
NAME = re.compile(r"[\w-]+")


def changed_since(commit: str) -> frozenset[Path]:
    """Return the files that differ from a commit, also those that git does not know yet."""
    asked = (["diff", "--name-only", commit, "--"], ["ls-files", "--others", "--exclude-standard"])
    return frozenset(ROOT / name for words in asked for name in git(*words).splitlines())


def where_work_began() -> str:
    """Return the last commit that others have, too, or the last one where nobody else has any."""
    try:
        return git("merge-base", "HEAD", "@{upstream}").strip()
    except subprocess.CalledProcessError:
        return "HEAD"


def git(*words: str) -> str:
    """Return what git answers."""
    command = ["git", "-c", "core.quotePath=off", *words]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return done.stdout


def is_of_translations(path: Path) -> bool:
    """Return whether a file is one of the catalogue of translations."""
    return path.is_relative_to(ROOT / "locale")


class Changes:
    """Files that have changed, and the tests and pages that they concern."""

    def __init__(self, changed: Iterable[Path], uses: dict[str, Any]) -> None:
        """Take the files, and the uses that the build has recorded."""
        self.changed = frozenset(changed)
        self.uses = uses
        own = leaves()
        content = (PLACES["chapters"], PLACES["data"])
        self.parts = frozenset(
            path
            for path in self.changed
            if path in own or any(path.is_relative_to(place) for place in content)
        )
        self.are_translations = any(map(is_of_translations, self.changed))
        self._files_of_exercises: dict[str, frozenset[Path]] = {}

    def concern(self, item: pytest.Item) -> bool:
        """Return whether a test can give another answer than before."""
        path, fixtures = item.path, tuple(getattr(item, "fixturenames", ()))
        if TESTS not in path.parents:
            return path in self.changed  # the examples of a docstring
        if self.are_translations and any(map(path.is_relative_to, READERS_OF_TRANSLATIONS)):
            return True
        on_site = "site" in fixtures
        if self.changed & needs(path, on_site=on_site):
            return True
        call = getattr(item, "callspec", None)
        tried = call.params.values() if call else ()
        about = [made for value in tried if (made := self.made_from(value)) is not None]
        if about:
            return any(self.parts & made for made in about)
        text = behind(path, (getattr(item, "originalname", item.name), *fixtures))
        asked = frozenset(kind for kind, asks in ASKS.items() if asks.search(text))
        named = self.named_in(text)
        if on_site and ("pages" in asked or not (asked or named)):
            return bool(self.parts)
        return bool(self.parts & named) or any(self.touches(kind) for kind in asked)

    def touches(self, kind: str) -> bool:
        """Return whether any of a kind can give another answer."""
        if kind in PLACES:
            return any(path.is_relative_to(PLACES[kind]) for path in self.parts)
        if kind == "explorers":
            return any(map(self.changes, {*self.uses["explorers"], *explorers.modules()}))
        return kind == "exercises" and any(self.parts & self.of_exercise(one) for one in folders())

    def pages(self) -> frozenset[str]:
        """Return the pages of the site that can look different, as paths inside it."""
        found = set(self.uses["everything"]) if self.parts else set()
        for path in self.parts:
            found |= set(self.uses["pages"].get(path.relative_to(ROOT).as_posix(), ()))
        shown = {f"embed/{slug}" for slug in explorers.modules() if self.changes(slug)}
        return frozenset(f"{name}.html" for name in found | shown)

    def changes(self, slug: str) -> bool:
        """Return whether an explorer can look different."""
        return bool(self.parts & self.of_explorer(slug))

    def made_from(self, value: Any) -> frozenset[Path] | None:
        """Return the files from which what a test is tried with is made, or None if unknown."""
        if isinstance(value, Explorer):
            return self.of_explorer(value.slug)
        if isinstance(value, Exercise):
            return self.of_exercise(value.slug)
        if isinstance(value, str):
            return self.of_name(value)
        module = getattr(value, "__module__", None) or getattr(value, "__name__", None)
        if isinstance(module, str) and module.startswith("nqpf.models."):
            return closure(files_of(module))
        chapter = getattr(value, "chapter", None)
        return self.of_chapter(chapter) if isinstance(chapter, int) else None

    def of_name(self, name: str) -> frozenset[Path] | None:
        """Return the files of an explorer, an exercise, a data set, a module or a page."""
        if name in explorers.modules():
            return self.of_explorer(name)
        if name in folders():
            return self.of_exercise(name)
        if name in data.names():
            return frozenset({file_of_data(name)})
        if name in models.names():
            return closure(files_of(models.names()[name]))
        return self.of_pages({name.removesuffix(".html")}) or None

    def named_in(self, text: str) -> frozenset[Path]:
        """Return the files of what a test names: explorers, exercises, data, pages, chapters."""
        words = set(NAME.findall(text))
        found = [self.of_exercise(slug) for slug in words & folders().keys()]
        found += [self.of_explorer(slug) for slug in words & explorers.modules().keys()]
        found += [self.of_chapter(int(number)) for number in CHAPTER.findall(text)]
        found.append(self.of_pages(set(PAGE.findall(text))))
        return frozenset(map(file_of_data, datasets_of(text))).union(*found)

    def of_explorer(self, slug: str) -> frozenset[Path]:
        """Return the files of an explorer: those recorded, and its own if it is new."""
        found = {ROOT / name for name in self.uses["explorers"].get(slug, ())}
        if slug in explorers.modules():
            found.add(explorers.file_of(slug))
        return frozenset(found)

    def of_exercise(self, slug: str) -> frozenset[Path]:
        """Return the files of an exercise, the page on which it stands, and what it names."""
        if slug not in self._files_of_exercises:
            own = frozenset(files(folders()[slug]))
            text = " ".join(path.read_text(encoding="utf-8") for path in own)
            words = set(NAME.findall(text))
            shown = [self.of_explorer(one) for one in words & explorers.modules().keys()]
            sets = map(file_of_data, words & set(data.names()))
            used = closure(path for path in own if path.suffix == ".py")
            page = folders()[slug].parent.with_suffix(".md")
            self._files_of_exercises[slug] = own.union(used, sets, {page}, *shown)
        return self._files_of_exercises[slug]

    def of_chapter(self, number: int) -> frozenset[Path]:
        """Return the files of a chapter."""
        found = (ROOT / "chapters").glob(f"part*/ch{number:02}.md")
        return self.of_pages({p.relative_to(ROOT).with_suffix("").as_posix() for p in found})

    def of_pages(self, pages: set[str]) -> frozenset[Path]:
        """Return the files of pages."""
        return frozenset(ROOT / name for name, on in self.uses["pages"].items() if pages & set(on))


def file_of_data(name: str) -> Path:
    """Return the file of a data set."""
    return ROOT / "data" / str(data.describe(name)["file"])


@functools.cache
def needs(path: Path, *, on_site: bool) -> frozenset[Path]:
    """Return what every test of a file needs: the file, its helpers, and the machinery."""
    own = helped(path) | {TESTS / "conftest.py"}
    imported = {
        file for one in helped(path) for file in imports_of(one.read_text(encoding="utf-8"))
    }
    return own | closure(imported) | (site_makers() if on_site else frozenset())


@functools.cache
def site_makers() -> frozenset[Path]:
    """Return the files that make all pages: the site's own, what they import, the configuration."""
    own = frozenset(files(PACKAGE / "site"))
    used = closure(path for path in own if path.suffix == ".py") - leaves()
    return own | used | {ROOT / name for name in OF_THE_SITE}


@functools.cache
def helped(path: Path) -> frozenset[Path]:
    """Return a file of tests and the helpers that it imports, directly or not."""
    found: set[Path] = set()
    waiting = [path]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.add(one)
            tree = ast.parse(one.read_text(encoding="utf-8"))
            names = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and n.module}
            names |= {a.name for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
            helpers = (HELPERS / f"{name}.py" for name in names)
            waiting += [helper for helper in helpers if helper.is_file()]
    return frozenset(found)


@functools.cache
def behind(path: Path, names: tuple[str, ...]) -> str:
    """Return the Python of functions of a file of tests, and of what they use of it.

    What they use of its helpers counts as well, and fixtures, which they take by name.
    """
    known = definitions(path)
    found: dict[str, str] = {}
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name in known and name not in found:
            found[name], used = known[name]
            waiting += used
    return "\n".join(found.values())


@functools.cache
def definitions(path: Path) -> dict[str, tuple[str, frozenset[str]]]:
    """Return what a file of tests and its helpers define: the Python, and the names in it."""
    found = {}
    for one in sorted(helped(path), key=lambda helper: (helper == path, helper)):
        for node in ast.parse(one.read_text(encoding="utf-8")).body:
            inside = list(ast.walk(node))
            used = {n.id for n in inside if isinstance(n, ast.Name)}
            used |= {n.arg for n in inside if isinstance(n, ast.arg)}
            for name in defined_by(node):
                found[name] = (ast.unparse(node), frozenset(used))
    return found


def defined_by(node: ast.stmt) -> set[str]:
    """Return the names that a statement of a module gives a meaning."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        return {node.name}
    stored = (n for n in ast.walk(node) if isinstance(n, ast.Name))
    return {name.id for name in stored if isinstance(name.ctx, ast.Store)}


def recorded() -> dict[str, Any]:
    """Return the uses that the last build has recorded."""
    if not USES.is_file():
        raise pytest.UsageError("--changed needs a site: run python -m book build first.")
    found: dict[str, Any] = json.loads(USES.read_text(encoding="utf-8"))
    return found


def deselect(config: pytest.Config, items: list[pytest.Item], commit: str) -> None:
    """Leave out the tests that no change since a commit concerns."""
    try:
        found = changed_since(commit or where_work_began())
    except subprocess.CalledProcessError as failed:
        said = f"--changed: git knows no commit {commit!r}; other arguments stand before it."
        raise pytest.UsageError(said) from failed
    changes = Changes(found, recorded())
    if not changes.changed & site_makers():
        site_pages.visited = changes.pages()
    kept = {item for item in items if changes.concern(item)}
    config.hook.pytest_deselected(items=[item for item in items if item not in kept])
    items[:] = [item for item in items if item in kept]
