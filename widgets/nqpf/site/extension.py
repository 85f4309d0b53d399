"""The Sphinx extension of the book: the parts that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    "nqpf.site.assets",
    "nqpf.site.chapters",
    "nqpf.site.chronology",
    "nqpf.site.concept_map",
    "nqpf.site.concordance",
    "nqpf.site.content_policy",
    "nqpf.site.downloads",
    "nqpf.site.exercise_pages",
    "nqpf.site.exercise_progress",
    "nqpf.site.explorer_pages",
    "nqpf.site.frame",
    "nqpf.site.freshness",
    "nqpf.site.front_door",
    "nqpf.site.kernels",
    "nqpf.site.markup",
    "nqpf.site.mathematics",
    "nqpf.site.not_found",
    "nqpf.site.page_foot",
    "nqpf.site.print_links",
    "nqpf.site.pruning",
    "nqpf.site.python_assets",
    "nqpf.site.reading_time",
    "nqpf.site.reference",
    "nqpf.site.search",
    "nqpf.site.side_by_side",
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set every part up; each is a Sphinx extension of its own."""
    for part in PARTS:
        app.setup_extension(part)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
