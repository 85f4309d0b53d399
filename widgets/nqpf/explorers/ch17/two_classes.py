"""China's Gini index as published, and what it would mean in a society of two classes."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, named_colours, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    rows,
    select,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.inequality import income_of_lower_class
from nqpf.numbers import percent, plain, year
from nqpf.words import _

SERIES = {"official": _("official"), "independent": _("from grouped data")}
ROWS = data.rows("inequality_china")
OFFICIAL = [row for row in ROWS if row["series"] == "official"]
YEARS = [str(row["year"]) for row in OFFICIAL]
INDICES = [row["gini"] for row in OFFICIAL]
BASIS = [1 if row["basis"] == "second-hand" else 0 for row in OFFICIAL]
TOP = max(range(len(INDICES)), key=INDICES.__getitem__)


def show(p: Settings) -> View:
    """Return the index of a year in words, as two classes, and all years beside it."""
    index = lookup(INDICES, p.when)
    income = income_of_lower_class(lower_people=p.lower_people, gini_index=index)
    found = Sentence(
        _(
            "The official index of {when} is {index}, {basis}. It was highest in {top_year}, at "
            "{top}."
        ),
        when=word(p.when, YEARS),
        index=Value(index, plain(3)),
        basis=word(
            lookup(BASIS, p.when),
            [_("as reported from the bureau"), _("a figure read in a quotation only")],
        ),
        top_year=word(TOP, YEARS),
        top=Value(INDICES[TOP], plain(3)),
    )
    classes = Sentence(
        _(
            "In a society of two classes with this index the lower {people} of people would have "
            "{income} of income: each of the upper class {times} times as much as one of the lower."
        ),
        people=Value(p.lower_people, percent(0)),
        income=Value(income, percent(1)),
        times=Value((1 - income) / (1 - p.lower_people) * p.lower_people / income, plain(1)),
    )
    lines = observations(
        (
            {
                "series": SERIES[row["series"]],
                "year": row["year"],
                "gini": row["gini"],
                "basis": row["basis"],
                "open": int(row["basis"] == "second-hand"),
            }
            for row in ROWS
        ),
        series=Column(_("Series")),
        year=Column(_("Year"), year()),
        gini=Column(_("Gini index"), plain(3)),
        basis=Column(_("Basis")),
    )
    point = rows(
        [{"at": lookup([row["year"] for row in OFFICIAL], p.when), "gini": index}],
        at=Column(_("Year set"), year()),
        gini=Column(_("Gini index"), plain(3)),
    )
    corner = rows(
        [
            {"people": 0.0, "income": 0.0},
            {"people": p.lower_people, "income": income},
            {"people": 1.0, "income": 1.0},
        ],
        people=Column(_("Part of people, from the poorest"), percent(0)),
        income=Column(_("Their part of income"), percent(1)),
    )
    return View([found, classes], {"lines": lines, "point": point, "corner": corner})


def years(field: str) -> alt.X:
    """Return the place of a year on the one axis that all marks share."""
    return across(field, None, [2002.5, 2023.5], ticks=[2005, 2010, 2015, 2020], format="d")


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the published indices, above the Lorenz curve of two classes with the one chosen."""
    names = list(SERIES.values())
    x, at = years("year"), years("at")
    y = upward("gini", _("Gini index, from 0.40"), [0.4, 0.5], ticks=[0.4, 0.45, 0.5], format=".2f")
    points = charts.lines.mark_point(size=45, opacity=1).encode(
        x=x,
        y=y,
        color=named_colours("series", names, columns=2),
        shape=alt.Shape(
            "series:N",
            sort=names,
            legend=None,
            scale=alt.Scale(domain=names, range=["circle", "square"]),
        ),
    )
    second_hand = (
        charts.lines.transform_filter("datum.open === 1")
        .mark_point(size=110, filled=False, strokeWidth=1.5, color=colour("series-1"))
        .encode(x=x, y=y)
    )
    here = charts.point.mark_point(filled=True, size=150, opacity=1, color=colour("ink")).encode(
        x=at, y=y
    )
    ticks = [0, 0.5, 1]
    people = across("people", _("People, from the poorest"), [0, 1], ticks=ticks, format="%")
    income = upward("income", _("Income"), [0, 1], ticks=ticks, format="%")
    lorenz = charts.corner.mark_line(color=colour("series-4")).encode(
        x=people, y=income, order="row:Q"
    )
    equal = charts.corner.transform_filter("datum.row !== 1").mark_line(
        color=colour("muted"), strokeDash=[4, 4]
    )
    named = written(
        charts.corner,
        [(_("two classes"), "series-4")],
    )
    return above_one_another(
        alt.layer(here, points, second_hand),
        alt.layer(equal.encode(x=people, y=income), lorenz, *named),
        heights=(120, 130),
    )


EXPLORER = Explorer(
    slug="two-classes",
    title=_("An index, as two classes"),
    question=_("One number says how unequal China’s incomes are. What would it be in people?"),
    description=_(
        "Above, points of the published Gini index, highest in 2008, with rings round those read "
        "second-hand, and lower squares of an estimate from grouped data; the year chosen is a "
        "large dark point. Below, the Lorenz curve of two classes with its index."
    ),
    kind="observed",
    period=_("2003–2023; the two classes are yours"),
    chapter=17,
    height=320,
    controls=[
        select("when", _("Official index of"), YEARS, start=len(YEARS) - 1),
        slider("lower_people", low=0.5, high=0.95, step=0.05, start=0.6),
    ],
    drag={"lower_people": "corner.people.1"},
    play="when",
    named={
        "index": _("Gini index"),
        "basis": _("Basis of the index"),
        "income": _("Income of the lower class, of all"),
        "times": _("Income of one of the upper class, over one of the lower"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Most of the shape: very different societies have one index, and two classes are rare."),
        _("Years without a point: no figure was seen for them, and none is drawn."),
        _("Wealth, consumption, and prices that differ between town and country."),
        _("Why it moved: that digital work drove it is a claim that these points cannot show."),
    ],
    sources=["inequality_china"],
)
