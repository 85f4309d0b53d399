"""What studies of misallocation in China and India found, published and earlier versions."""

from collections.abc import Callable

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import LINE, across
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, select
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, span
from nqpf.words import _

MEASURES = [
    (_("Gain at the spread of the United States"), "tfp_gain_at_us_dispersion"),
    (_("Loss against the best allocation"), "tfp_loss_from_misallocation"),
]
VERSIONS = [_("published"), _("published and earlier versions")]
STUDIES = {
    "hk_2009": _("Hsieh & Klenow 2009"),
    "hk_2007_draft": _("their draft of 2007"),
    "btz_2013": _("Brandt et al. 2013"),
    "btz_2011_wp": _("their draft of 2011"),
    "jin_2018": _("Jin et al. 2018"),
}
COUNTRIES = {"CHN": _("China"), "IND": _("India")}
BETWEEN = {
    "manufacturing, between industries": _("industries"),
    "manufacturing, between ownerships": _("owners"),
    "manufacturing, between provinces": _("provinces"),
}


def scope(row: data.Row) -> str:
    """Return of which country an estimate is, and between what allocation is better."""
    country, between = COUNTRIES[str(row["country_code"])], BETWEEN.get(str(row["scope"]))
    return f"{country}, {between}" if between else country


def estimates() -> list[dict[str, object]]:
    """Return each estimate once for every selection in which it is shown.

    A draft stands below what was published of it, in a place that is free without drafts.
    """
    listed: list[dict[str, object]] = []
    for place, (_words, measure) in enumerate(MEASURES):
        found = [row for row in data.rows("misallocation_estimates") if row["measure"] == measure]
        studies = list(STUDIES)
        found.sort(key=lambda row: (studies.index(str(row["source_id"])) // 2, row["country_code"]))
        for slot, row in enumerate(found):
            published = row["quality"] == "peer_reviewed_abstract"
            record = {
                "measure": place,
                "slot": slot,
                "study": STUDIES[str(row["source_id"])],
                "scope": scope(row),
                "low": float(str(row["value_low"])) / 100,
                "high": float(str(row["value_high"])) / 100,
                "period": span(int(str(row["period_start"])), int(str(row["period_end"]))),
                "version": VERSIONS[0] if published else _("earlier version"),
            }
            listed += [record | {"versions": 1}] + [record | {"versions": 0}] * published
    return listed


ROWS = estimates()
SLOTS = [len({row["slot"] for row in ROWS}) - 0.5, -0.5]
ROOM = 135
"""Pixels for the names beside the plot."""


def extreme(pick: Callable[[list[float]], float], column: str) -> list[float]:
    """Return the extreme of a column for each measure and each choice of versions."""
    return [
        pick(
            [float(str(r[column])) for r in ROWS if (r["measure"], r["versions"]) == (place, shown)]
        )
        for place in range(len(MEASURES))
        for shown in (0, 1)
    ]


def show(p: Settings) -> View:
    """Return the range of the chosen estimates, and the estimates."""
    place = p.measure * 2 + p.versions
    sentence = Sentence(
        _("These estimates run from {low} to {high} of productivity."),
        low=Value(lookup(extreme(min, "low"), place), percent(1)),
        high=Value(lookup(extreme(max, "high"), place), percent(1)),
    )
    table = observations(
        ROWS,
        keep={"measure": p.measure, "versions": p.versions},
        study=Column(_("Study")),
        scope=Column(_("Country")),
        period=Column(_("Years of the data")),
        low=Column(_("From"), percent(1)),
        high=Column(_("To"), percent(1)),
        version=Column(_("Version")),
    )
    return View([sentence], {"table": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar from the low to the high end of each estimate, with a point at both."""
    # Names are marks: what an axis lists does not change, so a page need not draw it anew.
    place = alt.Y(
        "slot:Q",
        title=None,
        scale=alt.Scale(domain=SLOTS, nice=False),
        axis=alt.Axis(labels=False, ticks=False, grid=False, domain=False, minExtent=ROOM),
    )
    low = across("low", _("Part of productivity"), [0, 0.7], ticks=4, format="%")
    bars = charts.table.mark_rule(strokeWidth=6, color=colour("series-1")).encode(
        y=place, x=low, x2="high:Q"
    )
    names = [
        charts.table.mark_text(
            align="right", x=-8, dy=side * LINE // 2, color=colour("ink")
        ).encode(y=place, text=f"{field}:N")
        for field, side in (("study", -1), ("scope", 1))
    ]
    shape = alt.Shape(
        "version:N",
        title=None,
        legend=alt.Legend(columns=1),
        scale=alt.Scale(domain=[VERSIONS[0], _("earlier version")], range=["circle", "diamond"]),
    )
    ends = [
        charts.table.mark_point(size=110, color=colour("series-2")).encode(
            y=place, x=alt.X(f"{end}:Q"), shape=shape
        )
        for end in ("low", "high")
    ]
    return alt.layer(bars, *names, *ends)


EXPLORER = Explorer(
    slug="published-gains",
    title=_("What the studies found"),
    question=_("How far apart are published estimates, and how far did their drafts move?"),
    description=_(
        "Horizontal ranges, one an estimate: what better allocation would add to productivity in "
        "China and India, by study, with a point at both ends."
    ),
    kind="observed",
    period=_("1985–2013, by study"),
    chapter=5,
    height=330,
    controls=[
        select("measure", _("What is estimated"), [words for words, _measure in MEASURES]),
        select("versions", _("Versions"), VERSIONS),
    ],
    # The two lists have different yardsticks, and estimates without drafts are among those with
    # them: no setting says anything as a line behind another, or as a difference from it.
    keeps=False,
    named={
        "low": _("Lowest estimate, of productivity"),
        "high": _("Highest estimate, of productivity"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Errors of measurement: corrected for them, such gains are smaller."),
        _("Comparison across the two lists: their yardsticks differ."),
        _("Studies whose figures could not be checked in what was read."),
    ],
    sources=["misallocation_estimates", "hsieh2009", "brandt2013"],
)
