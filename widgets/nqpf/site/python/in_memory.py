"""What pages go on from: a Python that has imported what they need, and knows what comes later.

The build imports this once and keeps the memory. The archive of the library does not come with it:
what else of that a reader's code imports is fetched when it does.
"""

from __future__ import annotations

import gc
import importlib
import linecache
import os
import random
import re
import sys
import typing
import zipfile
import zipimport
from pathlib import Path

BOOK = "/book"
DOORS = ("nqpf.exercises.in_page", "nqpf.own_model.in_page")


class Later:
    """Finds nothing, and remembers that something of the library was looked for."""

    def __init__(self) -> None:
        self.is_wanted = False

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> None:
        """Look at a name that no archive and no folder has."""
        if name.partition(".")[0] in sys.stdlib_module_names:
            self.is_wanted = True


later = Later()


def imported(language: str) -> str:
    """Import what pages need, and return which modules of the book that was."""
    with zipfile.ZipFile("/book.zip") as archive:
        archive.extractall(BOOK)
    os.environ["NQPF_LANGUAGE"] = language
    # Those of the library that are compiled are those that a check of an exercise imports.
    library = next(path for path in sys.path if path.endswith(".zip"))
    with zipfile.ZipFile(library) as archive:
        names = [Path(name) for name in archive.namelist() if name.endswith(".pyc")]
    for name in names:
        importlib.import_module(".".join(name.with_suffix("").parts).removesuffix(".__init__"))
    for door in DOORS:
        importlib.import_module(door)
    files = (getattr(module, "__file__", None) or "" for module in sys.modules.values())
    return " ".join(sorted(f[len(BOOK) + 1 :] for f in files if f.startswith(f"{BOOK}/nqpf/")))


def tidied() -> None:
    """Forget what depends on this machine, on files that a page has not, and on the way here."""
    for name in ("PYTHONHASHSEED", "_"):
        os.environ.pop(name, None)
    sys.path[:] = [path for path in sys.path if path not in {"", BOOK}]
    place = next(n for n, finder in enumerate(sys.meta_path) if "PathFinder" in repr(finder))
    sys.meta_path.insert(place + 1, later)
    linecache.clearcache()
    re.purge()
    for forget in typing._cleanups:  # type: ignore[attr-defined]
        forget()
    _forget_places()
    sys._clear_internal_caches()  # type: ignore[attr-defined]
    gc.collect()


def went_on() -> None:
    """Draw chance anew, which no two pages should share."""
    random.seed()


def is_wanted() -> bool:
    """Return whether something of the library was looked for that is not here."""
    return later.is_wanted


def has_come() -> None:
    """Find from now on what the archive of the library has."""
    later.is_wanted = False
    sys.meta_path.remove(later)
    _forget_places()


def _forget_places() -> None:
    """Look anew into the archive of the library and into folders."""
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
    sys.path_importer_cache.clear()
