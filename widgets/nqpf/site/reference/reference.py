"""The reference pages: glossary, notation, functions, data, explorers, bibliography."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    "nqpf.site.reference.models",
    "nqpf.site.reference.bibliography",
    "nqpf.site.datasets.pages",
    "nqpf.site.datasets.vintages",
    "nqpf.site.explorer.gallery",
    "nqpf.site.reference.generated",
    "nqpf.site.reference.gloss",
    "nqpf.site.reference.notation",
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set every part up; each is a Sphinx extension of its own."""
    for part in PARTS:
        app.setup_extension(part)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
