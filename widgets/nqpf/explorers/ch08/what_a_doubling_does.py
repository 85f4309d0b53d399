"""The price of solar modules since 1976, and what a learning rate would have foretold."""

import altair as alt

from nqpf import data
from nqpf.algebra import log, lookup, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, on_paper, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.learning import cost_after_experience, fitted_learning_rate
from nqpf.numbers import percent, plain, year
from nqpf.words import _

RECORD = data.rows("learning_solar_pv_2025")
YEARS = [row["year"] for row in RECORD]
CAPACITY = [row["cumulative_capacity_mw"] for row in RECORD]
PRICE = [row["module_price"] for row in RECORD]
FIRST, LAST = YEARS[0], YEARS[-1]
STANDS = range(1980, 2021)
"""Years to stand in: with five points at least on either side."""

START_RATE, START_YEAR = 0.2, 2000
PLACES = [YEARS.index(stand) for stand in STANDS]
BEFORE = [fitted_learning_rate(CAPACITY[: k + 1], PRICE[: k + 1]) for k in PLACES]
AFTER = [fitted_learning_rate(CAPACITY[k:], PRICE[k:]) for k in PLACES]
WHOLE = fitted_learning_rate(CAPACITY, PRICE)
DOLLARS = plain(2)


def show(p: Settings) -> View:
    """Return the reader's line from the year in which they stand, and the record around it."""
    place = p.stand - FIRST
    made, paid = lookup(CAPACITY, place), lookup(PRICE, place)
    multiple = CAPACITY[-1] / made
    left = cost_after_experience(learning_rate=p.learning_rate, experience_multiple=multiple)
    doubling = cost_after_experience(learning_rate=p.learning_rate, experience_multiple=2.0)
    ahead = Sentence(
        _(
            "A rate of {rate} leaves {left} of the price at each doubling. From {stand} to {last} "
            "there were {doublings}: your line leads from {paid} dollars a watt to {foretold}."
        ),
        rate=Value(p.learning_rate, percent(0)),
        left=Value(doubling, percent(0)),
        stand=Value(p.stand, year()),
        last=Value(LAST, year()),
        doublings=Value(log(multiple) / log(2), plain(1)),
        paid=Value(paid, DOLLARS),
        foretold=Value(paid * left, DOLLARS),
    )
    record = Sentence(
        _(
            "It came to cost {actual}. A line through the points up to the year set has a rate of "
            "{before}, one through those from it on {after}, one through all {whole}."
        ),
        actual=Value(PRICE[-1], DOLLARS),
        before=Value(lookup(BEFORE, p.stand - STANDS[0]), percent(1)),
        after=Value(lookup(AFTER, p.stand - STANDS[0]), percent(1)),
        whole=Value(WHOLE, percent(1)),
    )
    points = rows(
        (
            {
                "year": when,
                "capacity": capacity,
                "price": price,
                "known": where(p.stand > when - 0.5, lambda: 1, lambda: 0),
            }
            for when, capacity, price in zip(YEARS, CAPACITY, PRICE, strict=True)
        ),
        year=Column(_("Year"), year()),
        capacity=Column(_("All that was ever installed, megawatts"), plain(1)),
        price=Column(_("Price, dollars of 2024 a watt"), DOLLARS),
        known=Column(_("Up to the year set (1) or later (0)"), plain(0)),
    )
    line = rows(
        [
            {"at": made, "price": paid},
            {"at": CAPACITY[-1], "price": paid * left},
        ],
        at=Column(_("Capacity at the ends of your line, megawatts"), plain(1)),
        price=Column(_("Price on your line, dollars of 2024 a watt"), DOLLARS),
    )
    return View([ahead, record], {"points": points, "line": line})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the record on two ratio scales, and the reader's line ahead from the year set."""
    powers = [1, 10, 100, 1_000, 10_000, 100_000]
    x = across(
        "capacity",
        _("Ever installed, megawatts"),
        [0.2, 5_000_000],
        ticks=[*powers, 1_000_000],
        ratios=True,
        format="~s",
    )
    y = upward(
        "price",
        _("Dollars of 2024 a watt"),
        [0.01, 200],
        ticks=[0.1, 1, 10, 100],
        ratios=True,
        format="~g",
    )
    known = alt.FillOpacity("known:N", scale=alt.Scale(domain=[0, 1], range=[0, 1]), legend=None)
    hue = colour("series-2")
    points = charts.points.mark_point(size=42, color=hue, stroke=hue, strokeWidth=1.4).encode(
        x=x, y=y, fillOpacity=known
    )
    years = [
        charts.points.transform_filter(f"indexof({named}, datum.year) >= 0")
        .mark_text(align=align, dx=dx, dy=dy)
        .encode(x=x, y=y, text=alt.Text("year:Q", format="d"))
        for named, align, dx, dy in (
            ([FIRST, 1990, 2000, 2010], "left", 7, -7),
            ([LAST], "right", -7, 9),
        )
    ]
    line = charts.line.mark_line(color=colour("series-1"), strokeWidth=3).encode(
        x=alt.X("at:Q"), y=y
    )
    ends = charts.line.mark_point(size=110, color=colour("series-1"), shape="diamond").encode(
        x=alt.X("at:Q"), y=y
    )
    notes = written(
        charts.points,
        [
            (_("full: known in the year set"), "series-2"),
            (_("hollow: what came after"), "series-2"),
            (_("line: your learning rate"), "series-1"),
        ],
        side="above",
    )
    return alt.layer(points, line, ends, *on_paper(*years), *notes)


EXPLORER = Explorer(
    slug="what-a-doubling-does",
    title=_("What a doubling does"),
    question=_(
        "Each time the world doubled all the solar panels it ever made, they got cheaper. Could "
        "one have known by how much?"
    ),
    description=_(
        "Forty-nine points of the price of solar modules against all that was ever installed, on "
        "ratio scales, falling from 1976 to 2024 nearly along a straight line. A line leads on "
        "from the year set, by the learning rate set; points after that year are hollow."
    ),
    kind="observed",
    period=f"{FIRST}–{LAST}",
    chapter=8,
    height=300,
    controls=[
        slider("learning_rate", step=0.01, low=0.0, high=0.35, start=START_RATE),
        plain_slider(
            "stand",
            _("You stand in the year"),
            low=STANDS[0],
            high=STANDS[-1],
            step=1,
            start=START_YEAR,
            form=year(),
        ),
    ],
    predict=Prediction(
        "foretold",
        _(
            "In {year} a watt cost {paid} dollars. If each doubling takes off {rate}, what will it "
            "cost once as much is installed as was in {last}?"
        ).format(
            year=START_YEAR,
            paid=DOLLARS.text(PRICE[YEARS.index(START_YEAR)]),
            rate=percent(0).text(START_RATE),
            last=LAST,
        ),
        low=0,
        high=4,
        step=0.05,
    ),
    play="stand",
    named={
        "left": _("Part of the price left by a doubling"),
        "doublings": _("Doublings until 2024"),
        "paid": _("Start of your line, dollars a watt"),
        "foretold": _("End of your line, dollars a watt"),
        "before": _("Rate fitted up to the year set"),
        "after": _("Rate fitted from the year set on"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Causes: research, scale, cheap silicon and policy moved along with experience."),
        _("The joins of three series of prices, in 2004 and in 2010: one rate for all hides them."),
        _("Technologies that never got cheap, of which no such curve is drawn."),
    ],
    sources=["learning_solar_pv_2025", "wright1936", "lafond2018"],
)
