"""The Sphinx extension of the book: the parts that it is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = (
    "nqpf.site.build.assets",
    "nqpf.site.build.charts_ahead",
    "nqpf.site.plan.chapters",
    "nqpf.site.plan.chronology",
    "nqpf.site.plan.concept_map",
    "nqpf.site.plan.concordance",
    "nqpf.site.plan.reading_guide",
    "nqpf.site.diagram.diagram",
    "nqpf.site.provinces.provinces",
    "nqpf.site.freshness.complete",
    "nqpf.site.build.content_policy",
    "nqpf.site.build.downloads",
    "nqpf.site.edition.edition",
    "nqpf.site.exercise.pages",
    "nqpf.site.progress.progress",
    "nqpf.site.explorer.pages",
    "nqpf.site.final_test.final_test",
    "nqpf.site.frame.frame",
    "nqpf.site.freshness.freshness",
    "nqpf.site.frame.front_door",
    "nqpf.site.lecture.lecture",
    "nqpf.site.guides.guides",
    "nqpf.site.build.cells",
    "nqpf.site.build.markup",
    "nqpf.site.build.mathematics",
    "nqpf.site.not_found.not_found",
    "nqpf.site.frame.headings",
    "nqpf.site.frame.page_foot",
    "nqpf.site.frame.print_links",
    "nqpf.site.languages.edition",
    "nqpf.site.build.pruning",
    "nqpf.site.build.remembered",
    "nqpf.site.offline.offline",
    "nqpf.site.python.assets",
    "nqpf.site.statement.statement",
    "nqpf.site.own_table.own_table",
    "nqpf.site.frame.reading_time",
    "nqpf.site.reference.reference",
    "nqpf.site.search.search",
    "nqpf.site.build.parallel",
)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set every part up; each is a Sphinx extension of its own."""
    for part in PARTS:
        app.setup_extension(part)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
