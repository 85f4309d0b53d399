"""Which functions of models an explorer computes with, and their text as plain Python.

The explorer is read once and traced while Python tells which functions run: nothing has to be
declared, and what an explorer no longer uses is no longer shown.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import json
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from nqpf.algebra import Declaration
from nqpf.algebra.source import text_of
from nqpf.explorers.afresh.fresh import afresh
from nqpf.explorers.core.found import explorer, file_of
from nqpf.inputs import closure, datasets_named, mark
from nqpf.places import PACKAGE, ROOT
from nqpf.whole import keep

MODELS = str(PACKAGE / "models")
KEY = 32
"""Letters of a key in the name of a file that is kept."""


@dataclass(frozen=True)
class Used:
    """A function of a model that an explorer computes with, and the module that defines it."""

    module: str
    name: str

    @property
    def function(self) -> Callable[..., Any]:
        """The function, as the book has it."""
        found: Callable[..., Any] = getattr(importlib.import_module(self.module), self.name)
        return found

    @property
    def declaration(self) -> Declaration | None:
        """What it declares, if it is a model and no part of one."""
        found = getattr(self.function, "declaration", None)
        return found if isinstance(found, Declaration) else None

    @property
    def text(self) -> str:
        """The function as plain Python: what it computes, without what checks its arguments."""
        return text_of(self.function)


@functools.cache
def used(slug: str) -> tuple[Used, ...]:
    """Return the functions of models that an explorer computes with, the innermost first.

    What only checks arguments is left out. In the book's repository they are kept until a file
    changes that the explorer is made from.
    """
    file = _file(slug)
    if file is None or not file.exists():
        found = _looked_for(slug)
        if file is None:
            return found
        keep(file, json.dumps([[one.module, one.name] for one in found]))
        for earlier in file.parent.glob(f"{slug}-{'?' * KEY}.json"):
            if earlier != file:
                earlier.unlink(missing_ok=True)
    return tuple(Used(*one) for one in json.loads(file.read_text(encoding="utf-8")))


def _file(slug: str) -> Path | None:
    """Return where it is kept what an explorer uses, or None away from the book's repository."""
    if not (ROOT / "_config.yml").exists():
        return None
    files = closure([file_of(slug), Path(__file__)])
    return ROOT / "_build" / "used" / f"{slug}-{mark(files, datasets_named(files))[:KEY]}.json"


def _looked_for(slug: str) -> tuple[Used, ...]:
    seen: dict[tuple[str, str], None] = {}

    def look(frame: FrameType, event: str, _value: object) -> None:
        code = frame.f_code
        if event == "return" and code.co_filename.startswith(MODELS):
            seen.setdefault((code.co_filename, code.co_name))

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        fresh = afresh(slug, {})
        if fresh.lattices:
            # What a lattice holds is computed at a few settings: the start, and all ends at once.
            one = fresh.explorer
            ends = ({c.name: c.stops[end] for c in one.controls} for end in (0, -1))
            for setting in (one.start, *ends):
                one.at(**setting)
        else:
            explorer(slug).traced()
    finally:
        sys.setprofile(before)
    computing = (one for one in seen if not re.match(r"_?check", one[1]))
    found = (_found(Path(file), name) for file, name in computing)
    return tuple(one for one in found if one is not None)


def _found(file: Path, name: str) -> Used | None:
    """Return the function of a file and a name; None for what stands inside another function."""
    module = ".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts)
    function = inspect.unwrap(getattr(importlib.import_module(module), name, None) or len)
    own = getattr(function, "__code__", None)
    return Used(module, name) if own is not None and own.co_name == name else None
