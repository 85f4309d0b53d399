"""Twenty-one sections of exports: where a place counts as present, as one sets the bar."""

from math import fsum

import altair as alt

from nqpf.algebra import lookup, where
from nqpf.explorers.ch12._exports import COUNTRIES, SECTIONS, SHORT, TABLE, TITLES
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, full, listed, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain
from nqpf.words import _

WORLD = [fsum(column) for column in zip(*TABLE.values(), strict=True)]
SHARES = {
    place: [value / world for value, world in zip(values, WORLD, strict=True)]
    for place, values in TABLE.items()
}
BARS = {
    _("any exports at all"): 0.0,
    _("a millionth of the world’s"): 1e-6,
    _("0.001% of the world’s"): 1e-5,
    _("0.01% of the world’s"): 1e-4,
    _("0.1% of the world’s"): 1e-3,
    _("0.5% of the world’s"): 5e-3,
    _("1% of the world’s"): 1e-2,
    _("1.3% of the world’s"): 1.3e-2,
    _("2% of the world’s"): 2e-2,
}
LEVELS = list(BARS.values())
LEAST_DRAWN = 1e-7
SOMETHING = 1e-15
"""Below any share that is recorded: at the lowest bar something is needed, however little."""


def passes(value: float, bar: float) -> bool:
    """Return whether a share of the world's exports is enough, something at the lowest bar."""
    return value >= max(bar, SOMETHING)


def sections_of(place: str, bar: float) -> int:
    """Return in how many sections a place passes."""
    return sum(passes(value, bar) for value in SHARES[place])


def complete(bar: float) -> int:
    """Return how many places pass in every section."""
    return sum(sections_of(place, bar) == len(SECTIONS) for place in SHARES)


def show(p: Settings) -> View:
    """Return how many places pass everywhere, and each section of the country chosen."""
    least = [min(range(len(SECTIONS)), key=SHARES[one].__getitem__) for one in COUNTRIES]
    place = p.country * len(LEVELS) + p.bar
    sentence = Sentence(
        _(
            "Places that pass in all {sections} sections: {complete} of {all}. {country} passes in "
            "{own} of them; its smallest share is {least}, in {where}."
        ),
        all=Value(len(SHARES), plain(0)),
        complete=Value(lookup([float(complete(bar)) for bar in LEVELS], p.bar), plain(0)),
        sections=Value(len(SECTIONS), plain(0)),
        country=word(p.country, COUNTRIES),
        own=Value(
            lookup([float(sections_of(one, bar)) for one in COUNTRIES for bar in LEVELS], place),
            plain(0),
        ),
        least=Value(lookup([min(SHARES[one]) for one in COUNTRIES], p.country), percent(2)),
        where=word(
            lookup([float(position) for position in least], p.country),
            [TITLES[name] for name in SECTIONS],
        ),
    )
    bar = lookup(LEVELS, p.bar)
    needed = lookup([max(level, SOMETHING) for level in LEVELS], p.bar)
    table = []
    for at, section in enumerate(SECTIONS):
        share = lookup([SHARES[one][at] for one in COUNTRIES], p.country)
        table.append(
            {
                "section": SHORT[section],
                "share": share,
                "passed": where(share >= needed, lambda: 1, lambda: 0),
            }
        )
    size = [fsum(TABLE[one]) / fsum(WORLD) for one in COUNTRIES]
    shown = rows(
        table,
        section=Column(_("Section")),
        share=Column(_("Share of the world’s exports"), percent(3)),
        passed=Column(_("Passes (1) or not (0)"), plain(0)),
    )
    lines = rows(
        [{"bar": bar, "size": lookup(size, p.country)}],
        bar=Column(_("Bar"), percent(4)),
        size=Column(_("Share of all exports"), percent(2)),
    )
    return View([sentence], {"shares": shown, "lines": lines})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a dot a section on a scale of ratios, full where it passes, and two uprights."""
    ends, ticks = [LEAST_DRAWN, 1], [1e-6, 1e-4, 1e-2, 1]
    title = _("Share of the world’s exports")
    x = across("drawn", title, ends, ticks=ticks, ratios=True, format="~%")
    y = listed("section", [SHORT[name] for name in SECTIONS], ticks=False)
    dots = (
        charts.shares.transform_calculate(drawn=f"max(datum.share, {LEAST_DRAWN})")
        .mark_point(size=80, strokeWidth=2, stroke=colour("series-1"), fill=colour("series-1"))
        .encode(x=x, y=y, fillOpacity=full("passed", others=0))
    )
    uprights = [
        charts.lines.transform_calculate(drawn=f"max(datum.{field}, {LEAST_DRAWN})")
        .mark_rule(color=colour(token), strokeWidth=2, strokeDash=dash)
        .encode(x=across("drawn", title, ends, ticks=ticks, ratios=True, format="~%"))
        for field, token, dash in (("bar", "series-2", [1, 0]), ("size", "series-3", [6, 4]))
    ]
    notes = written(
        charts.lines,
        [
            (_("solid: the bar"), "series-2"),
            (_("dashed: its share of all"), "series-3"),
        ],
        side="above",
    )
    return alt.layer(*uprights, dots, *notes)


EXPLORER = Explorer(
    slug="what-counts-as-present",
    title=_("What counts as present"),
    question=_("How much must a country export of a thing before it counts as making it?"),
    description=_(
        "Twenty-one sections of goods down the side; a dot on each row is the chosen country’s "
        "share of the world’s exports, on a scale of ratios: full where it passes the bar, an "
        "upright line. A dashed upright is the country’s share of all exports."
    ),
    kind="observed",
    period="2019–21",
    chapter=12,
    height=400,
    controls=[
        select("bar", _("Present means at least"), BARS, start=0),
        select("country", _("Country"), COUNTRIES, start=COUNTRIES.index("China")),
    ],
    named={
        "complete": _("Places that pass in all sections"),
        "own": _("Sections in which the country passes"),
        "least": _("Its smallest share"),
        "where": _("Section of its smallest share"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What is made for the home market: only exports are counted."),
        _("What is inside: an exported machine may be put together from imported parts."),
        _("Finer cuts: the longer the list of goods, the fewer places pass."),
        _("Services, which are no goods and stand in no section."),
    ],
    sources=["exports_by_section", "balassa1965"],
    predict=Prediction(
        "complete",
        _(
            "The world’s goods are sorted into 21 sections, from animals to art. How many of 226 "
            "countries and territories exported something in every one of them?"
        ),
        low=0,
        high=226,
        step=1,
    ),
)
