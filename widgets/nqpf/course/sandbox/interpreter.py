"""Which Python runs answers that are code: this one, or another that is installed.

The page runs the newest Python, and a lecturer's may be older: what is right there can be a fault
of syntax here. So each mark says which Python gave it, and another may be named.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from nqpf.words import _

PAGE_PYTHON = (3, 14)
"""The Python that runs answers in the page; a test compares it with what the page loads."""
OLDEST = (3, 11)
VERSION = re.compile(r"\d+(\.\d+)*")
LIBRARIES = ("numpy", "pandas")
"""What the page offers beside Python itself."""
ASKED = f"""
import importlib.util, json, platform, sys
print(json.dumps({{
    "kind": platform.python_implementation(), "version": sys.version_info[:3],
    "path": sys.executable, "folders": [sys.prefix, sys.base_prefix],
    "lacks": [name for name in {LIBRARIES!r} if not importlib.util.find_spec(name)],
}}))
"""


@dataclass(frozen=True)
class Interpreter:
    """A Python: its program, version, the folders that it needs, and libraries that it lacks."""

    path: str
    version: tuple[int, ...]
    folders: tuple[str, ...]
    lacks: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The version as people write it."""
        return _dotted(self.version)

    @property
    def is_older(self) -> bool:
        """Whether the page's Python is a newer one."""
        return self.version[:2] < PAGE_PYTHON

    @property
    def is_this(self) -> bool:
        """Whether it reads what the Python reads that grades."""
        return self.version[:2] == sys.version_info[:2]

    def prepare(self, modules: Iterable[str]) -> None:
        """See that the usual libraries are compiled, which the confined process cannot keep."""
        for name in LIBRARIES:
            if name not in self.lacks and any(m.partition(".")[0] == name for m in modules):
                _compiled(self.path, name)

    def told_before(self) -> str:
        """Return what runs code if this Python marks, as a sentence for whoever hands work out."""
        words = _("If you grade with this Python, functions are run by {python}.")
        return words.format(python=self.described())

    def told_after(self) -> str:
        """Return what ran code, as a sentence for whoever marked."""
        return _("Code was run by {python}.").format(python=self.described())

    def described(self) -> str:
        """Return which Python it is, what the page's is if newer, and what it lacks."""
        said = [f"Python {self.number}"]
        if self.is_older:
            words = _("the page runs Python {page}, which reads more")
            said.append(words.format(page=_dotted(PAGE_PYTHON)))
        if self.lacks:
            said.append(_("it lacks {names}").format(names=_(" and ").join(self.lacks)))
        return _("; ").join(said)

    def why(self, problem: str, said: str = "") -> str:
        """Return in a sentence why what went wrong here may have worked in the page, or nothing."""
        if problem == "ModuleNotFoundError" and self.lacks:
            words = _("The Python {number} that marked it lacks {names}.")
            return words.format(number=self.number, names=_(" and ").join(self.lacks))
        of_a_module = problem == "AttributeError" and said.startswith("module ")
        if self.is_older and (of_a_module or problem in ("SyntaxError", "ImportError")):
            words = _(
                "Python {number} marked it and the page runs Python {page}, which reads more: if "
                "it worked there, ask for it to be marked by that one."
            )
            return words.format(number=self.number, page=_dotted(PAGE_PYTHON))
        return ""


@cache
def this() -> Interpreter:
    """Return the Python that grades."""
    return _asked(sys.executable)


def named(name: str) -> Interpreter:
    """Return the Python of a path or version, such as ``3.14``; this one if nothing is named.

    Raises ``ValueError`` that says what is wrong with it.
    """
    if not name:
        return this()
    if VERSION.fullmatch(name):
        found = _of_version(name)
    else:
        path = shutil.which(name)
        found = _asked(path) if path else None
    if found is None:
        raise ValueError(
            f"--python {name}: no such Python was found. Give the path of one that is installed; "
            f"“uv python install {_dotted(PAGE_PYTHON)}” installs the page's."
        )
    if found.version[:2] < OLDEST:
        raise ValueError(f"--python {name}: it is {found.number}; {_dotted(OLDEST)} is needed.")
    return found


def _of_version(name: str) -> Interpreter | None:
    wanted = tuple(map(int, name.split(".")))
    for path in _programs(name):
        try:
            found = _asked(path)
        except ValueError:
            continue
        if found.version[: len(wanted)] == wanted:
            return found
    return None


def _programs(version: str) -> Iterator[str]:
    """Return programs that may be of a version: in the path, as uv finds them, and pyenv's."""
    yield from filter(None, [shutil.which(f"python{'.'.join(version.split('.')[:2])}")])
    uv = shutil.which("uv") or str(Path(sys.executable).with_name("uv"))
    command = [uv, "python", "find", "--offline", "--no-python-downloads", "--system", version]
    yield from filter(None, [_output(command).strip()])
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    yield from map(str, sorted(pyenv.glob(f"{version}*/bin/python"), reverse=True))
    yield sys.executable


def _asked(path: str) -> Interpreter:
    """Return a Python that answers when it is asked who it is."""
    try:
        said = json.loads(_output([path, "-I", "-c", ASKED]))
    except ValueError:
        raise ValueError(f"{path} is no Python that runs.") from None
    if said["kind"] != "CPython":
        raise ValueError(f"{path} is {said['kind']}; the page runs CPython.")
    folders = tuple(dict.fromkeys(said["folders"]))
    return Interpreter(said["path"], tuple(said["version"]), folders, tuple(said["lacks"]))


@cache
def _compiled(path: str, library: str) -> str:
    return _output([path, "-I", "-c", f"import {library}"])


def _output(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""


def _dotted(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
