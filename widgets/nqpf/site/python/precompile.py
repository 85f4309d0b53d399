"""Compile what a check of an exercise imports, of the standard library or of the book itself.

Both come as source, and compiling what a check needs takes more than a second each time a page
starts Python. All of the library compiled would be a megabyte more to load. So those of its modules
that are loaded after a check are compiled, and the rest stays source, without what can't work in a
page: it has no other processes, no terminal and no servers to ask. Of the book all modules are
compiled, but what belongs to an exercise, which is read as text.
"""

import ast  # noqa: F401  # because a check of an exercise imports it, as those below
import csv  # noqa: F401
import datetime  # noqa: F401
import difflib  # noqa: F401
import encodings.cp437  # noqa: F401
import fractions  # noqa: F401
import gettext  # noqa: F401
import html  # noqa: F401
import importlib.readers
import importlib.resources._adapters
import importlib.resources.readers  # noqa: F401
import json  # noqa: F401
import pkgutil  # noqa: F401
import random  # noqa: F401
import shutil  # noqa: F401
import statistics  # noqa: F401
import sys
import tomllib  # noqa: F401
import traceback  # noqa: F401
import zipfile
from dataclasses import dataclass  # noqa: F401
from importlib._bootstrap_external import _code_to_hash_pyc
from pathlib import Path  # noqa: F401

NEVER_CHECKED_AGAINST_SOURCE = b"\0" * 8
OF_NO_USE_IN_A_PAGE = (
    "ftplib.py",
    "http/server.py",
    "imaplib.py",
    "multiprocessing/",
    "poplib.py",
    "smtplib.py",
    "wsgiref/",
    "xmlrpc/",
)
PLACES = {"library": "/lib/", "book": "/book/"}
# Nobody reads the book's docstrings in the page, and the page is to be light.
LEVELS = {"library": -1, "book": 2}
place, level = PLACES[kind], LEVELS[kind]  # type: ignore[name-defined]  # noqa: F821  # by precompile.mjs
imported = {
    module.__file__.partition(".zip/")[2]
    for module in list(sys.modules.values())
    if ".zip/" in (getattr(module, "__file__", None) or "")
}


def is_left_behind(name):
    """Return whether a module of the library stays out."""
    return place == PLACES["library"] and name.startswith(OF_NO_USE_IN_A_PAGE)


def is_wanted(name):
    """Return whether a module travels compiled."""
    if place == PLACES["library"]:
        return name in imported
    return name.endswith(".py") and not name.startswith("nqpf/_chapters/")


with (
    zipfile.ZipFile("/source.zip") as source,
    zipfile.ZipFile("/compiled.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as compiled,
):
    for name in sorted(source.namelist()):
        if is_left_behind(name):
            continue
        data = source.read(name)
        if is_wanted(name):
            code = compile(data, place + name, "exec", dont_inherit=True, optimize=level)
            data = bytes(_code_to_hash_pyc(code, NEVER_CHECKED_AGAINST_SOURCE, False))
            name += "c"
        # One fixed date, so that the same source gives the same bytes.
        compiled.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
