"""Which explorers there are: one file each, under its chapter, found by themselves."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Mapping
from pathlib import Path

from nqpf.explorers.core.declaration import Explorer
from nqpf.places import PACKAGE
from nqpf.refusals import in_one_sentence, nearest

HERE = PACKAGE / "explorers"


class UnknownExplorer(KeyError):
    """No explorer has that slug."""

    def __str__(self) -> str:
        return str(self.args[0])


@functools.cache
def modules() -> Mapping[str, str]:
    """Return the module of each explorer by its slug, from the names of the files alone.

    A file whose name begins with an underscore holds what several explorers of a chapter share.

    >>> modules()["sources-of-growth"]
    'nqpf.explorers.ch02.sources_of_growth'
    """
    folders = [one.name for one in pkgutil.iter_modules([str(HERE)]) if one.name.startswith("ch")]
    found = {
        module.name.replace("_", "-"): f"nqpf.explorers.{chapter}.{module.name}"
        for chapter in folders
        for module in pkgutil.iter_modules([f"{HERE}/{chapter}"])
        if module.name[0] != "_"
    }
    return dict(sorted(found.items()))


def is_of_book(one: Explorer) -> bool:
    """Return whether an explorer computes with the book's models, and no others."""
    return explorer(one.slug) is one


def file_of(slug: str) -> Path:
    """Return the file that holds an explorer."""
    return PACKAGE.parent.joinpath(*modules()[slug].split(".")).with_suffix(".py")


@functools.cache
def explorers() -> Mapping[str, Explorer]:
    """Return every explorer by slug."""
    return {slug: explorer(slug) for slug in modules()}


@functools.cache
def explorer(slug: str) -> Explorer:
    """Return the explorer of that slug; raise `UnknownExplorer` naming the nearest ones.

    Only its own file is read, so that one which needs more than others keeps none from working.
    """
    if slug not in modules():
        near = nearest(slug, modules())
        unknown = UnknownExplorer(f"There is no explorer {slug!r}. Did you mean {near}?")
        raise in_one_sentence(unknown)
    module = modules()[slug]
    one: Explorer = importlib.import_module(module).EXPLORER
    if one.slug != slug:
        raise ValueError(f"{module} holds {one.slug}: file and slug must agree.")
    if f"ch{one.chapter:02}" != module.split(".")[-2]:
        raise ValueError(f"{module} is of chapter {one.chapter}: folder and chapter must agree.")
    return one
