"""Compile what a check of an exercise imports, of the standard library or of the book itself.

Both come as source, and compiling what a check needs takes more than a second each time a page
starts Python. All of the library compiled would be a megabyte more to load. So those of its modules
that are loaded after a check are compiled, and the rest stays source, without what can't work in a
page: it has no other processes, no terminal and no servers to ask. Of the book all modules are
compiled, but what belongs to an exercise, which is read as text.

What is compiled stays in a page's memory, and is lighter without what nobody there reads:
docstrings and annotations of the book, and of what a reader's code has no use for in the library
docstrings and the numbers of lines inside functions.
"""

import ast
import csv  # noqa: F401  # because a check of an exercise imports it, as those below
import datetime  # noqa: F401
import difflib  # noqa: F401
import encodings.cp437  # noqa: F401
import fractions  # noqa: F401
import gettext  # noqa: F401
import hashlib  # noqa: F401
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
from functools import cache
from importlib._bootstrap_external import _code_to_hash_pyc
from pathlib import Path  # noqa: F401
from types import CodeType

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
# What a reader's code may import, ask for help on, and see named in a traceback.
FOR_READERS = (
    "_pydatetime",
    "collections/",
    "csv",
    "datetime",
    "decimal",
    "fractions",
    "functools",
    "json/",
    "random",
    "re/",
    "statistics",
    "string/",
    "textwrap",
)
# Pyodide gives these docstrings to its own types as it starts.
READ_BY_PYODIDE = ("_pyodide/_core_docs.py", "_pyodide/docs_argspec.py", "_pyodide/docstring.py")
place = PLACES[kind]  # type: ignore[name-defined]  # noqa: F821  # by precompile.mjs
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


def compiled_from(source, name):
    """Return a module's code."""
    if place == PLACES["book"]:
        tree = ast.parse(source)
        for node in ast.walk(tree):
            if isinstance(node, ast.arg):
                node.annotation = None
            elif isinstance(node, ast.FunctionDef):
                node.returns = None
        return compile(tree, place + name, "exec", dont_inherit=True, optimize=2)
    level = -1 if name.startswith((*FOR_READERS, *READ_BY_PYODIDE)) else 2
    code = compile(source, place + name, "exec", dont_inherit=True, optimize=level)
    return code if name.startswith(FOR_READERS) else without_lines(code)


def without_lines(code):
    """Return code that knows of each function only where it begins."""
    inner = (without_lines(one) if isinstance(one, CodeType) else one for one in code.co_consts)
    table = on_one_line(len(code.co_code) // 2)
    return code.replace(co_linetable=table, co_consts=tuple(inner))


@cache
def on_one_line(instructions):
    """Return a table of lines by which all instructions stand on the first; a short one is shared.

    An entry says of at most eight that their line is that of those before.
    """
    eights, left = divmod(instructions, 8)
    return bytes([*[0xEF, 0] * eights, *([0xE7 + left, 0] if left else [])])


with (
    zipfile.ZipFile("/source.zip") as source,
    zipfile.ZipFile("/compiled.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as compiled,
):
    for name in sorted(source.namelist()):
        if is_left_behind(name):
            continue
        data = source.read(name)
        if is_wanted(name):
            code = compiled_from(data, name)
            data = bytes(_code_to_hash_pyc(code, NEVER_CHECKED_AGAINST_SOURCE, False))
            name += "c"
        # One fixed date, so that the same source gives the same bytes.
        compiled.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
