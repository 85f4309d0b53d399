"""Which edition the figures are: at the foot of each observed chart, and all on one page.

``{vintages}`` lists every data set that has editions, and names those whose next one should be out.
"""

from __future__ import annotations

import datetime
import functools
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.explorers.core.declaration import Explorer
from nqpf.site.templating import templates
from nqpf.words import _, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Vintage(NamedTuple):
    """An edition of a data set; texts are empty where nothing is known."""

    dataset: str
    title: str
    last_year: int
    edition: str
    published: str
    said_before: str
    next_expected: str

    def overdue(self, month: str) -> bool:
        """Return whether the next edition was expected before a month, written 2026-11.

        >>> old = Vintage("a", "A", 2019, "1", "2023", "", "2025-10")
        >>> old.overdue("2026-11"), old.overdue("2025-10")
        (True, False)
        """
        return bool(self.next_expected) and self.next_expected < month


@functools.cache
def vintages() -> dict[str, Vintage]:
    """Return every data set's edition, by the data set's name, in the order of the file."""
    found = {}
    for row in data.rows("vintages"):
        name = str(row["dataset"])
        record = data.describe(name)
        words = (row[key] or "" for key in ("published", "said_before", "next_expected"))
        found[name] = Vintage(
            name, record["title"], record["last_year"], str(row["edition"]), *map(str, words)
        )
    return found


def editions(explorer: Explorer) -> list[str]:
    """Return the editions of the figures that an observed chart shows, each once."""
    if explorer.kind != "observed":
        return []
    known, tables = vintages(), [key for key in explorer.sources if key in data.names()]
    shown = (said(known[key].edition) if key in known else publications(key) for key in tables)
    return list(dict.fromkeys(shown))


def publications(dataset: str) -> str:
    """Return what a table gathered from single publications rests on, in place of an edition.

    >>> publications("concordance")
    'publications of 2024'
    """
    record = data.describe(dataset)
    years = sorted(source["published"][:4] for source in record["sources"] if source["published"])
    if not years:
        return _("publications to {last}").format(last=record["last_year"])
    first, last = years[0], years[-1]
    if first == last:
        return _("publications of {year}").format(year=last)
    return _("publications of {first} to {last}").format(first=first, last=last)


def overdue(month: str) -> list[Vintage]:
    """Return the data sets whose next edition was expected before a month."""
    return [one for one in vintages().values() if one.overdue(month)]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directive."""
    app.add_directive("vintages", VintagesDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class VintagesDirective(SphinxDirective):
    """``{vintages}``: the data sets past their next edition, then all with what changed."""

    def run(self) -> list[nodes.Node]:
        """Return the list and the table as HTML."""
        today = datetime.date.today()
        template = templates().get_template("datasets/vintages.html")
        html = template.render(
            today=today.isoformat(),
            late=overdue(today.strftime("%Y-%m")),
            vintages=vintages().values(),
        )
        return [nodes.raw("", html, format="html")]
