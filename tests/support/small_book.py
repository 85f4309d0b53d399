"""A book of a few pages with the roles and directives of the reference pages, built in seconds."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup
from nqpf import building
from nqpf.places import ROOT

CONFIGURATION = """
extensions = ["myst_parser", "sphinxcontrib.bibtex", "nqpf.site.reference.reference"]
bibtex_bibfiles = ["references.bib"]
bibtex_default_style = "book"
bibtex_reference_style = "round"
html_theme = "basic"
"""


@dataclass(frozen=True)
class SmallBook:
    """What was built, and what Sphinx said about it."""

    folder: Path
    said: str

    def page(self, name: str) -> BeautifulSoup:
        """Return a page's HTML."""
        text = (self.folder / f"{name}.html").read_text(encoding="utf-8")
        return BeautifulSoup(text, "html.parser")


def build_small_book(
    folder: Path, pages: Mapping[str, str], configuration: str = CONFIGURATION
) -> SmallBook:
    """Build pages, given as Markdown by name, in an empty folder."""
    (folder / "conf.py").write_text(configuration, encoding="utf-8")
    (folder / "references.bib").write_bytes((ROOT / "references.bib").read_bytes())
    for name, text in pages.items():
        page = folder / f"{name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", str(folder), str(folder / "out")]
    done = subprocess.run(
        command, env=building.environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return SmallBook(folder / "out", done.stderr)
