"""What part of some goods China buys abroad, year by year, as far as it was published."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, select, word
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain, year
from nqpf.words import _

WORDS = {
    "Chips": _("Chips"),
    "Chromium": _("Chromium"),
    "Cobalt": _("Cobalt"),
    "Copper": _("Copper"),
    "Crude oil": _("Crude oil"),
    "Gold": _("Gold"),
    "Iron ore": _("Iron ore"),
    "Natural gas": _("Natural gas"),
    "Oil": _("Oil"),
}
QUALITY = {
    "reported_official": _("as reported"),
    "industry_estimate": _("estimate"),
    "derived": _("worked out"),
}
RECORD = sorted(data.rows("external_dependence"), key=lambda row: row["year"])
FIGURES = {good: [row for row in RECORD if row["good"] == good] for good in WORDS}
GOODS = sorted(WORDS, key=lambda good: -FIGURES[good][-1]["from_abroad_percent"])
NAMES = [WORDS[good] for good in GOODS]


def figure(good: str, place: int, column: str) -> float:
    """Return a number of a good's first (0) or last (-1) figure."""
    return float(str(FIGURES[good][place][column]))


def side(row: data.Row) -> int:
    """Return on which side a figure's year is written: -1 left, 1 right, 0 not at all."""
    ends = [figure(str(row["good"]), place, "from_abroad_percent") for place in (0, -1)]
    if row not in (FIGURES[str(row["good"])][0], FIGURES[str(row["good"])][-1]):
        return 0
    return -1 if row["from_abroad_percent"] == min(ends) else 1


def show(p: Settings) -> View:
    """Return the first and the last figure of the reader's good, and all figures."""
    first, last = (
        {
            column: lookup([figure(good, place, column) for good in GOODS], p.good)
            for column in ("year", "from_abroad_percent")
        }
        for place in (0, -1)
    )
    known = Sentence(
        _("{good}: in {last_year}, the last figure found, {last} came from abroad."),
        good=word(p.good, NAMES),
        last_year=Value(last["year"], year()),
        last=Value(last["from_abroad_percent"] / 100, percent(1)),
    )
    found = Sentence(
        _("Figures found: {count}, the earliest {first} for {first_year}."),
        count=Value(lookup([float(len(FIGURES[good])) for good in GOODS], p.good), plain(0)),
        first=Value(first["from_abroad_percent"] / 100, percent(1)),
        first_year=Value(first["year"], year()),
    )
    records = [
        {
            "place": GOODS.index(row["good"]),
            "good": WORDS[row["good"]],
            "year": row["year"],
            "abroad": row["from_abroad_percent"] / 100,
            "quality": QUALITY[row["quality"]],
            "side": side(row),
        }
        for row in RECORD
    ]
    columns = {
        "good": Column(_("Good")),
        "year": Column(_("Year"), year()),
        "abroad": Column(_("Bought abroad, of what is used"), percent(1)),
        "quality": Column(_("How it was read")),
    }
    everything = observations(records, keep=None, **columns)
    chosen = observations(records, keep={"place": p.good}, **columns)
    return View([known, found], {"figures": everything, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a row of points for each good, those of the chosen one large and with their years."""
    x = across(
        "abroad",
        _("Bought abroad, of what is used"),
        [0, 1.1],
        ticks=[0, 0.2, 0.4, 0.6, 0.8, 1],
        format="%",
    )
    y = listed("good", NAMES, ticks=False)
    shape = alt.Shape(
        "quality:N",
        title=None,
        scale=alt.Scale(domain=list(QUALITY.values()), range=["circle", "square", "diamond"]),
    )
    points = charts.figures.mark_point(size=45, color=colour("series-6")).encode(
        x=x, y=y, shape=shape
    )
    large = charts.chosen.mark_point(size=130, color=colour("series-1")).encode(
        x=x, y=y, shape=shape
    )
    years = [
        charts.chosen.transform_filter(f"datum.side === {side}")
        .mark_text(align=align, dx=11 * side)
        .encode(x=x, y=y, text=alt.Text("year:Q", format="d"))
        for side, align in ((-1, "right"), (1, "left"))
    ]
    return alt.layer(points, large, *years)


EXPLORER = Explorer(
    slug="bought-abroad",
    title=_("Bought abroad"),
    question=_("How much of what China uses comes from abroad, and is it becoming less?"),
    description=_(
        "A row for each of nine goods with points at the parts bought abroad. The points of the "
        "good chosen are large and carry their years: oil and iron ore move up, chips down a "
        "little."
    ),
    kind="observed",
    period=f"{RECORD[0]['year']}–{RECORD[-1]['year']}",
    chapter=14,
    height=330,
    controls=[select("good", _("Good"), NAMES, start=GOODS.index("Iron ore"))],
    show=show,
    draw=draw,
    left_out=[
        _("From how many sellers it comes, how soon another could take over, and what is stored."),
        _("One definition: use is by weight or by value, imports are net or all."),
        _("Everything that no one published: a good without a figure is not one made at home."),
    ],
    sources=["external_dependence"],
)
