"""Where the book's files are on this machine."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent
ROOT = PACKAGE.parents[1]
SITE = ROOT / "_build" / "html"
NODE_MODULES = ROOT / "node_modules"
