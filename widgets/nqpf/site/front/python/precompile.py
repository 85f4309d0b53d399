"""Compile the part of the standard library that a check of an exercise imports.

The standard library comes as source, and compiling what a check needs takes more than a second
each time a page starts Python. All of it compiled would be a megabyte more to load. So the modules
that are loaded after a check are compiled, and the rest stays source.
"""

import ast  # noqa: F401  # because a check of an exercise imports it, as the five below
import csv  # noqa: F401
import fractions  # noqa: F401
import json  # noqa: F401
import random  # noqa: F401
import statistics  # noqa: F401
import sys
import traceback  # noqa: F401
import zipfile
from dataclasses import dataclass  # noqa: F401
from importlib._bootstrap_external import _code_to_hash_pyc
from pathlib import Path  # noqa: F401

NEVER_CHECKED_AGAINST_SOURCE = b"\0" * 8
needed = {
    module.__file__.partition(".zip/")[2]
    for module in list(sys.modules.values())
    if ".zip/" in (getattr(module, "__file__", None) or "")
}
with (
    zipfile.ZipFile("/stdlib.zip") as source,
    zipfile.ZipFile("/compiled.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as compiled,
):
    for name in sorted(source.namelist()):
        data = source.read(name)
        if name in needed:
            code = compile(data, f"/lib/{name}", "exec", dont_inherit=True)
            data = bytes(_code_to_hash_pyc(code, NEVER_CHECKED_AGAINST_SOURCE, False))
            name += "c"
        # One fixed date, so that the same library gives the same bytes.
        compiled.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
