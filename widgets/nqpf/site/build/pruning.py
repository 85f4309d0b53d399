"""What no page uses does not stay in the site: themes and extensions copy all they have.

A file among the static ones stays if it is the book's own, or if a page or a style sheet that stays
names it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_ALL_FILES = 1400
# Fonts of KaTeX are named in its style sheet, and the book's scripts name each other.
KEPT = ("nqpf/", "katex/")
NAMED = re.compile(r"""_static/([^"'?#\s)]+)""")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Take the unused files out when everything has been written."""
    app.connect("build-finished", prune, priority=AFTER_ALL_FILES)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def prune(app: Sphinx, exception: Exception | None) -> None:
    """Remove the static files that no page names, and the folders left empty."""
    if exception is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    static = site / "_static"
    pages = [page for page in site.rglob("*.html") if static not in page.parents]
    named: set[str] = set()
    for page in pages:
        named.update(NAMED.findall(page.read_text(encoding="utf-8")))
    for path in sorted(static.rglob("*"), reverse=True):
        name = path.relative_to(static).as_posix()
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif not name.startswith(KEPT) and name not in named:
            path.unlink()
