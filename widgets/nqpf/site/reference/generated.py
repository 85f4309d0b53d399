"""Pages that nobody writes: one for each module of models, and one for each data set.

They are written before Sphinx looks for pages, into folders that the repository ignores, and only
if they change; a page whose subject is gone is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.places import ROOT
from nqpf.site.datasets import pages as datapages
from nqpf.site.reference import models as apipages

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

FOLDER = Path("chapters") / "reference" / "generated"
BEFORE_PAGES_ARE_LOOKED_FOR = 1
KINDS = {"datasets": datapages.pages, "models": apipages.pages}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect before the table of contents is matched with the pages that there are."""
    app.connect("config-inited", write_for, priority=BEFORE_PAGES_ARE_LOOKED_FOR)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_for(app: Sphinx, config: Config) -> None:
    """Write the pages if it is this book that is being built."""
    if Path(app.srcdir) == ROOT:
        write()


def write() -> None:
    """Bring the folders of generated pages up to date."""
    for folder, pages in KINDS.items():
        bring_up_to_date(ROOT / FOLDER / folder, pages())


def bring_up_to_date(folder: Path, pages: Mapping[str, str]) -> None:
    """Make a folder hold these pages, given as text by name, and no others."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        path = folder / f"{name}.md"
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")
    for path in folder.glob("*.md"):
        if path.stem not in pages:
            path.unlink()
