"""Pages are read and written side by side, by as many processes as there are processors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.util.parallel import make_chunks

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

# They say nothing, and Sphinx would warn. Neither notes anything while pages are read: the one
# numbers sections once all are read, the other has to do with LaTeX alone.
SILENT = ("sphinx_jupyterbook_latex", "sphinx_multitoc_numbering")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let Sphinx read and write with every processor."""
    app.connect("config-inited", speak_for_the_silent)
    app.connect("env-before-read-docs", share_out)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def share_out(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Give every process as many long pages as the others: by name, chapters stand together."""
    app.parallel = processors()
    parts = len(make_chunks(pages, processors()))
    longest_first = sorted(pages, key=lambda page: -Path(env.doc2path(page)).stat().st_size)
    pages[:] = [page for part in range(parts) for page in longest_first[part::parts]]


def processors() -> int:
    """Return how many processors there are."""
    return os.cpu_count() or 1


def speak_for_the_silent(app: Sphinx, config: Config) -> None:
    """Say of extensions that say nothing that pages may be read side by side."""
    for name in app.extensions.keys() & set(SILENT):
        app.extensions[name].parallel_read_safe = True
