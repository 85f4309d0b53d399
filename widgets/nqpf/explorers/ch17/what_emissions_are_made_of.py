"""China's emissions between two years: what each of four factors added or took away."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, product
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.green import changes_by_factor
from nqpf.numbers import percent, plain, year
from nqpf.words import _

RECORD = [row for row in data.rows("green_kaya_china") if row["gdp_2017_bn_usd"] is not None]
FIRST, LAST = RECORD[0]["year"], RECORD[-1]["year"]
# Thousand millions of people, thousand dollars a head, kilowatt-hours a dollar and grams a
# kilowatt-hour: their product is millions of tonnes.
FACTORS = {
    _("People"): [row["population_million"] / 1000 for row in RECORD],
    _("Income a head"): [row["gdp_2017_bn_usd"] / row["population_million"] for row in RECORD],
    _("Energy in output"): [row["primary_energy_twh"] / row["gdp_2017_bn_usd"] for row in RECORD],
    _("Carbon in energy"): [row["co2_mt"] * 1000 / row["primary_energy_twh"] for row in RECORD],
}
NAMES = list(FACTORS)
ALL = _("All together")
TONNES = plain(0, signed=True)


def factors(when: Scalar) -> list[Scalar]:
    """Return the four factors of emissions in a year."""
    return [
        lookup([round(value, 9) for value in listed], when - FIRST) for listed in FACTORS.values()
    ]


def show(p: Settings) -> View:
    """Return what each factor added to emissions between the reader's years."""
    before, after = factors(p.first_year), factors(p.last_year)
    start, end = product(before), product(after)
    changes = changes_by_factor(factors_start=before, factors_end=after)
    grown = Sentence(
        _(
            "Emissions went from {start} million tonnes in {first} to {end} in {last}: a change "
            "of {change} million tonnes."
        ),
        start=Value(start, plain(0)),
        first=Value(p.first_year, year()),
        end=Value(end, plain(0)),
        last=Value(p.last_year, year()),
        change=Value(end - start, TONNES),
    )
    made = Sentence(
        _(
            "Of these, income a head accounts for {income}, people for {people}, energy for a unit "
            "of output for {energy}, and carbon in a unit of energy for {carbon}. Nothing is left "
            "over."
        ),
        income=Value(changes[1], TONNES),
        people=Value(changes[0], TONNES),
        energy=Value(changes[2], TONNES),
        carbon=Value(changes[3], TONNES),
    )
    bars = rows(
        (
            {"factor": name, "change": change, "part": change / start}
            for name, change in zip([*NAMES, ALL], [*changes, end - start], strict=True)
        ),
        factor=Column(_("Factor")),
        change=Column(_("Change, million tonnes"), TONNES),
        part=Column(_("Of emissions in the first year"), percent(0, signed=True)),
    )
    return View([grown, made], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each factor and one for all together, with its number."""
    y = listed("factor", [*NAMES, ALL], ticks=False, labelFontSize=11.5)
    x = across(
        "change",
        _("Change, million tonnes"),
        [-8500, 17500],
        ticks=[-5000, 0, 5000, 10000, 15000],
        format=",d",
    )
    hue = alt.condition(
        f"datum.factor === '{ALL}'", alt.value(colour("series-6")), alt.value(colour("series-1"))
    )
    bars = charts.bars.mark_bar(height={"band": 0.65}).encode(x=x, y=y, color=hue)
    numbers = [
        charts.bars.transform_filter(test)
        .mark_text(align=align, dx=dx)
        .encode(x=x, y=y, text=alt.Text("change:Q", format="+,.0f"))
        for test, align, dx in (("datum.change >= 0", "left", 5), ("datum.change < 0", "right", -5))
    ]
    zero = charts.bars.mark_rule(aria=False).encode(x=alt.datum(0))
    return alt.layer(bars, zero, *numbers)


EXPLORER = Explorer(
    slug="what-emissions-are-made-of",
    title=_("What emissions are made of"),
    question=_("China’s energy grew leaner. Why did its emissions grow all the same?"),
    description=_(
        "Five bars of the change of China’s emissions between two years: what people, income a "
        "head, energy for output and carbon in energy account for, and all together. Income’s bar "
        "is far the longest to the right, that of energy for output points left."
    ),
    kind="observed",
    period=f"{FIRST}–{LAST}",
    chapter=17,
    controls=[
        plain_slider(
            "first_year", _("From"), low=FIRST, high=1999, step=1, start=1978, form=year()
        ),
        plain_slider("last_year", _("To"), low=2000, high=LAST, step=1, start=LAST, form=year()),
    ],
    play="last_year",
    named={
        "start": _("Emissions in the first year, million tonnes"),
        "end": _("Emissions in the last year, million tonnes"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Causes: an account adds up; richer people may also be why energy became leaner."),
        _("Emissions of goods made elsewhere and used here, or made here and used elsewhere."),
        _("Official growth and edition 11.0: the output taken here, of 10.01, grows more slowly."),
    ],
    sources=["green_kaya_china", "ang2004"],
)
