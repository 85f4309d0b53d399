"""Programs for Node that tests ask: a line of JSON for each question, a line for each answer."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nqpf.places import NODE_MODULES, ROOT
from nqpf.site.build.node import QUIET, executable

PROGRAMS = Path(__file__).parent / "node"


def told(*words: str | Path, asked: Any, folder: Path = NODE_MODULES.parent) -> Any:
    """Return what Node with these words answers to one question on its standard input."""
    done = subprocess.run(
        [str(executable()), *map(str, words)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


class Asked:
    """A program of ``tests/support/node`` that answers as long as it is kept."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def __call__(self, question: Any) -> Any:
        """Return the answer to a question; fail with what the program says went wrong."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(question) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert not (isinstance(answer, dict) and "error" in answer), answer["error"]
        return answer


@contextmanager
def asking(name: str) -> Iterator[Asked]:
    """Keep a program of that name as long as the block runs."""
    process = subprocess.Popen(
        [str(executable()), QUIET, str(PROGRAMS / name)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
        encoding="utf-8",
    )
    yield Asked(process)
    process.communicate()
