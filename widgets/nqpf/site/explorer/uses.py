"""What uses what: which pages show an explorer or load a data set, read off their text."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

import yaml

from nqpf.explorers import explorers
from nqpf.places import ROOT

SHOWN = re.compile(
    r"""explorer\(\s*["']([\w-]+)["']|^[`:]{3,}\{explorer\}\s+([\w-]+)""", re.MULTILINE
)
LOADED = re.compile(r"""\b(?:load|rows|describe)\(\s*["'](\w+)["']""")


@dataclass(frozen=True)
class Written:
    """A page that somebody wrote: its name, its title, what it shows and what it loads."""

    name: str
    title: str
    explorers: tuple[str, ...]
    datasets: tuple[str, ...]


def written_pages() -> list[Written]:
    """Return the pages of the table of contents outside the reference, in its order."""
    names = _names((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    return [read(name) for name in names if "/reference/" not in name]


@functools.cache
def _names(toc: str) -> list[str]:
    contents = yaml.safe_load(toc)
    return [contents["root"], *files(contents.get("parts", []))]


def files(entries: list[dict[str, object]]) -> list[str]:
    """Return the files that entries of the table of contents name, depth first."""
    found: list[str] = []
    for entry in entries:
        if isinstance(entry.get("file"), str):
            found.append(str(entry["file"]))
        for inner in ("chapters", "sections"):
            nested = entry.get(inner)
            found += files(nested) if isinstance(nested, list) else []
    return found


def read(name: str) -> Written:
    """Return what a page shows and loads."""
    return _read(name, (ROOT / f"{name}.md").read_text(encoding="utf-8"))


@functools.cache
def _read(name: str, text: str) -> Written:
    heading = re.search(r"^# (.+)$", text, re.MULTILINE)
    shown = tuple(dict.fromkeys(first or second for first, second in SHOWN.findall(text)))
    loaded = tuple(dict.fromkeys(LOADED.findall(text)))
    return Written(name, heading[1] if heading else name, shown, loaded)


def place_of(slug: str) -> Written | None:
    """Return the first page that shows an explorer, if one does."""
    return next((page for page in written_pages() if slug in page.explorers), None)


def pages_loading(dataset: str) -> list[Written]:
    """Return the pages whose cells load a data set."""
    return [page for page in written_pages() if dataset in page.datasets]


def explorers_showing(dataset: str) -> list[str]:
    """Return the slugs of the explorers that name a data set among their sources."""
    return [slug for slug, one in explorers().items() if dataset in one.sources]


def address_of(slug: str, root: str) -> str:
    """Return where an explorer is met: its place in a chapter, or else its page to embed."""
    page = place_of(slug)
    return f"{root}{page.name}.html#{slug}" if page else f"{root}embed/{slug}.html"
