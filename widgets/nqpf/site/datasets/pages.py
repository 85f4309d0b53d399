"""A page for each data set: chart, table, download, sources, licence, caveats, and its uses.

The page's text is generated; charts and tables are set in when it is read, and are kept out of
the search, which would drown in their numbers. ``{dataset-list}`` lists all data sets.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.data import Record, Row
from nqpf.explorers import explorers
from nqpf.numbers import MINUS
from nqpf.site.build.stills import WIDTHS, draw
from nqpf.site.datasets.charts import drawing, specification
from nqpf.site.explorer.uses import address_of, explorers_showing, pages_loading
from nqpf.site.provinces.provinces import figure, maps_of
from nqpf.site.templating import templates
from nqpf.whole import keep_only
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

ROOT_OF_SITE = "../../../../"
LARGEST_TABLE = 36_000
"""Characters of a page's table; a longer one shows its first rows and leads to the file."""


BEGINNING = 9_000
"""Characters of a table of which maps show the figures, and the file holds the rest."""


class Unsearched(nodes.Element):  # type: ignore[misc]  # because docutils has no types
    """HTML in ``html`` that the search leaves out."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the directives, and copy the files to be downloaded."""
    app.add_node(Unsearched, html=(write_unsearched, leave))
    app.add_directive("dataset", DatasetDirective)
    app.add_directive("dataset-list", ListDirective)
    app.connect("build-finished", copy_files)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def pages() -> dict[str, str]:
    """Return the text of every data set's page, by name."""
    return {name: page(name) for name in data.names()}


def page(name: str) -> str:
    """Return the text of a data set's page."""
    users = [
        (explorers()[slug].title, address_of(slug, ROOT_OF_SITE))
        for slug in explorers_showing(name)
    ]
    users += [(used.title, f"{ROOT_OF_SITE}{used.name}.html") for used in pages_loading(name)]
    record = data.describe(name)
    return (
        templates()
        .get_template("datasets/pages.md")
        .render(
            record=record,
            root=ROOT_OF_SITE,
            users=users,
            maps=maps_of(name),
            kind=kind_in_words(record),
            rows=len(data.rows(name)),
        )
    )


def kind_in_words(record: Record) -> str:
    """Return what kind of figures a data set holds, as a sentence."""
    kinds = {
        "observed": _("Observed: an extract of public series."),
        "compiled": _("Compiled: gathered from publications, or our own reading of texts."),
        "derived": _("Derived: computed from other data sets of the book."),
    }
    return kinds[record["kind"]]


class DatasetDirective(SphinxDirective):
    """``{dataset} name chart`` or ``{dataset} name table``."""

    required_arguments = 2

    def run(self) -> list[nodes.Node]:
        """Return the chart or the table."""
        name, part = self.arguments
        make = {"chart": chart_html, "table": table_html}[part]
        return [Unsearched(html=make(name))]


class ListDirective(SphinxDirective):
    """``{dataset-list}``: every data set, with its kind, its last year and its page."""

    def run(self) -> list[nodes.Node]:
        """Return the list as HTML."""
        records = [data.describe(name) for name in data.names()]
        template = templates().get_template("datasets/list.html")
        return [nodes.raw("", template.render(records=records), format="html")]


def chart_html(name: str) -> str:
    """Return a data set's chart as a figure of two stills, for phone and wide screens."""
    vega = specification(name)
    jobs = [{"specification": vega, "signals": {}, "width": width} for width in WIDTHS.values()]
    stills = {name: Markup(one.svg) for name, one in zip(WIDTHS, draw(jobs), strict=True)}
    template = templates().get_template("datasets/chart.html")
    return template.render(drawing=drawing(name), stills=stills)


def table_html(name: str) -> str:
    """Return a data set's rows as a table, as many as fit on a light page."""
    record, table = data.describe(name), data.rows(name)
    fields = [field for field in record["fields"] if not same_in_all(field, table)]
    lines = [row_html(row, fields) for row in table]
    maps = sum(len(figure(one)) for one in maps_of(name))
    room = LARGEST_TABLE - maps
    # Beside maps, a table that is not whole anyway shows how its rows look: the page stays light.
    shown = fitting(lines, BEGINNING if maps and sum(map(len, lines)) > room else room)
    template = templates().get_template("datasets/table.html")
    return template.render(
        record=record,
        fields=fields,
        lines=[Markup(line) for line in lines[:shown]],
        rows=len(lines),
    )


def same_in_all(field: dict[str, Any], table: list[Row]) -> bool:
    """Return whether a column names the same source in every row, which the page then says once."""
    return field["name"] == "source_id" and len({row["source_id"] for row in table}) == 1


def fitting(lines: list[str], room: int) -> int:
    """Return how many lines fit into the characters that a table may have."""
    size = 0
    for count, line in enumerate(lines):
        size += len(line)
        if size > room:
            return count
    return len(lines)


def row_html(row: Row, fields: list[dict[str, Any]]) -> str:
    """Return a row; HTML lets the end tags of rows and cells go unwritten, half of a table."""
    cells = [cell_html(row[field["name"]], field, place == 0) for place, field in enumerate(fields)]
    return f"<tr>{''.join(cells)}"


def cell_html(value: Any, field: dict[str, Any], first: bool) -> str:
    """Return a cell; the first of a row is its heading."""
    open_tag = '<th scope="row"' if first else "<td"
    if field["name"].endswith("_zh"):
        open_tag += ' lang="zh-Hans"'
    if field["name"].endswith("source_id") and value is not None:
        return str(Markup('{}><a href="#source-{}">{}</a>').format(Markup(open_tag), value, value))
    return str(Markup("{}>{}").format(Markup(open_tag), cell_text(value, field["type"])))


def cell_text(value: Any, kind: str) -> str:
    """Return a cell's text; long fractions are cut to four digits, which the page says.

    >>> cell_text(0.592169, "number"), cell_text(1085341.125, "number"), cell_text(1978, "year")
    ('0.5922', '1,085,341', '1978')
    """
    if value is None:
        return ""
    if kind not in ("number", "integer"):
        return str(value)
    text = f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.4g}"
    return text.replace("-", MINUS)


def copy_files(app: Sphinx, exception: Exception | None) -> None:
    """Put each data set's file where its address has promised it: ``data/NAME.csv``."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / "data"
    folder.mkdir(exist_ok=True)
    keep_only(folder, (f"{name}.csv" for name in data.names()))
    for name in data.names():
        (folder / f"{name}.csv").write_text(data.text(name), encoding="utf-8", newline="")


def write_unsearched(writer: Any, node: Unsearched) -> None:
    """Write the HTML as it is."""
    writer.body.append(node["html"])


def leave(writer: Any, node: Unsearched) -> None:
    """Write nothing more."""
