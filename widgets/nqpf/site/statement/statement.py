"""``{statement-form}``: a reader’s statement that can be shown wrong, kept by the page.

It is refused while it lacks what would let it fail: a quantity that somebody publishes, a
threshold, a source with its release, and a day on which it is checked. It is kept where progress
is, in this browser alone, and travels with the file of progress. Without a script the form is one
to fill in on paper.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.numbers import plain
from nqpf.places import ROOT
from nqpf.site.datasets.vintages import vintages
from nqpf.site.templating import json_for_script, templates
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata


class Quantity(NamedTuple):
    """A quantity of one of the book's data sets: what it is, its unit, and its newest figure."""

    dataset: str
    words: str
    unit: str
    newest: str


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page ask for a statement."""
    app.add_directive("statement-form", StatementForm)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class StatementForm(SphinxDirective):
    """The form, and the place of what the reader has written."""

    def run(self) -> list[nodes.Node]:
        """Return the form; the page is made again when a data set of its figures changes."""
        for one in quantities():
            self.env.note_dependency(str(ROOT / "data" / data.describe(one.dataset)["file"]))
        return [nodes.raw("", str(form()), format="html")]


def form() -> Markup:
    """Return the form as HTML, complete before any script runs."""
    template = templates().get_template("statement/statement.html")
    return Markup(
        template.render(quantities=quantities(), words=Markup(json_for_script(sentences())))
    )


def quantities() -> list[Quantity]:
    """Return the quantities that a statement may be about, with their newest figures."""
    tfp = newest("growth_accounts_periods_11", "period_end", country_code="CHN", period_start=2012)
    growth = newest("gdp_growth_official", "year", country_code="CHN")
    research = newest("rd_intensity_revised", "year", country_code="CHN")
    services = newest("structure_china", "year", measure="output", sector="services")
    gini = newest("inequality_china", "year", series="official")
    plant = newest("capacity_utilisation_2026", "year", "quarter", branch="industry, all")
    percent, rate = _("%"), _("% a year")
    return [
        Quantity(
            "growth_accounts_periods_11",
            _("Growth of total factor productivity, China"),
            rate,
            said("growth_accounts_periods_11", 100 * tfp["residual"], 1, "2012–23"),
        ),
        Quantity(
            "gdp_growth_official",
            _("Growth of real output, China"),
            rate,
            said("gdp_growth_official", growth["gdp_growth_percent"], 1, growth["year"]),
        ),
        Quantity(
            "rd_intensity_revised",
            _("Research and development over output, China"),
            percent,
            said("rd_intensity_revised", research["rd_intensity_percent"], 2, research["year"]),
        ),
        Quantity(
            "structure_china",
            _("Share of services in output, China"),
            percent,
            said("structure_china", services["share_percent"], 1, services["year"]),
        ),
        Quantity(
            "inequality_china",
            _("Gini coefficient of incomes, China, official"),
            "",
            said("inequality_china", gini["gini"], 3, gini["year"]),
        ),
        Quantity(
            "capacity_utilisation_2026",
            _("Use of industrial plant, China"),
            percent,
            said(
                "capacity_utilisation_2026",
                plant["utilisation_percent"],
                1,
                _("quarter {quarter} of {year}").format(**plant),
            ),
        ),
    ]


def newest(dataset: str, *order: str, **where: str | int) -> data.Row:
    """Return the row of a data set that is last by these columns, among those with these values."""
    rows = (r for r in data.rows(dataset) if all(r[key] == value for key, value in where.items()))
    return max(rows, key=lambda row: [row[column] for column in order])


def said(dataset: str, value: float, decimals: int, period: int | str) -> str:
    """Return a figure with its period and its edition, as a sentence's end."""
    edition = vintages()[dataset].edition
    return _("{value} in {period} ({edition})").format(
        value=plain(decimals).text(value), period=period, edition=edition
    )


def sentences() -> dict[str, str]:
    """Return what the page's script says."""
    return {
        "no_quantity": _("Choose a quantity: what nobody publishes cannot show you wrong."),
        "no_threshold": _("Write the threshold as a number: without one nothing can be missed."),
        "no_source": _("Name the source: whoever may choose the figures later is never wrong."),
        "no_release": _("Say by when the edition that counts is released."),
        "no_day": _(
            "Set the day on which it is checked: without one the answer is always: not yet."
        ),
        "past": _("That day is past: set one whose outcome nobody knows yet."),
        "release_late": _("The edition comes after the day of checking: move one of the two."),
        "kept": _("Kept in this browser."),
        "not_kept": _("This browser keeps nothing: copy the text before you leave the page."),
        "forgotten": _("Forgotten."),
        "copied": _("Copied."),
        "select": _("Selected: copy it with your keyboard."),
        "text": _(
            "{quantity} is {direction} {threshold}{unit}, by {source}, released by {released}. "
            "Checked on {day}. Written on {written}."
        ),
        "due": _("Due since {day}: look the figure up, and say what came out."),
        "waiting": _("To be checked on {day}."),
        "copy": _("Copy as text"),
        "forget": _("Forget"),
    }
