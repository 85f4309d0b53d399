"""Where China's people work and where its output is made, by year, and how far the two differ."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    curve_and_point,
    full,
    listed,
    named_colours,
    upward,
    written,
)
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.structure_measures import advancement, rationalisation
from nqpf.numbers import percent, plain, year
from nqpf.words import _

FIRST, LAST = 2010, 2022
YEARS = range(FIRST, LAST + 1)
CODES = ["agriculture", "industry", "services"]
SECTORS = [_("Agriculture"), _("Industry"), _("Services")]
MEASURES = {"output": _("of output"), "employment": _("of employment")}
FOUND = {
    (row["measure"], row["sector"], row["year"]): row["share_percent"] / 100
    for row in data.rows("structure_china")
    if row["series"] == "WDI"
}


def shares(measure: str, when: int) -> list[float]:
    """Return the share of each sector in output or employment in a year."""
    return [FOUND[measure, sector, when] for sector in CODES]


APART = [
    rationalisation(
        sector_output=shares("output", when), sector_employment=shares("employment", when)
    )
    for when in YEARS
]
SERVICES = [
    advancement(services_output=output[2], industry_output=output[1])
    for output in (shares("output", when) for when in YEARS)
]


def show(p: Settings) -> View:
    """Return both shares of a sector in a year, and the two measures of structure."""
    place = p.when - FIRST

    def share(measure: str, order: int) -> object:
        return lookup([shares(measure, when)[order] for when in YEARS], place)

    table = {
        measure: lookup(
            [one for when in YEARS for one in shares(measure, when)],
            place * len(CODES) + p.sector,
        )
        for measure in MEASURES
    }
    sector = Sentence(
        _(
            "In {when} {sector} had {people} of those who work and made {made} of output: "
            "{ratio} times the mean output per worker."
        ),
        when=Value(p.when, year()),
        sector=word(p.sector, [name.lower() for name in SECTORS]),
        people=Value(table["employment"], percent(1)),
        made=Value(table["output"], percent(1)),
        ratio=Value(table["output"] / table["employment"], plain(2)),
    )
    both = Sentence(
        _(
            "Sectors lay {apart} apart (0 is equal productivity), after {first} in 2010. Services "
            "made {services} times the output of industry, after {before}."
        ),
        apart=Value(lookup(APART, place), plain(3)),
        first=Value(APART[0], plain(3)),
        services=Value(lookup(SERVICES, place), plain(2)),
        before=Value(SERVICES[0], plain(2)),
    )
    bars = rows(
        (
            {
                "sector": name,
                "of": words,
                "share": share(measure, order),
                "chosen": where(abs(p.sector - order) < 0.5, lambda: 1, lambda: 0),
            }
            for order, name in enumerate(SECTORS)
            for measure, words in MEASURES.items()
        ),
        sector=Column(_("Sector")),
        of=Column(_("Share")),
        share=Column(_("Part of the whole"), percent(1)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    apart = observations(
        ({"year": when, "apart": round(one, 6)} for when, one in zip(YEARS, APART, strict=True)),
        year=Column(_("Year"), year()),
        apart=Column(_("Distance of sectors’ productivities"), plain(3)),
    )
    point = rows(
        [{"at": p.when, "apart": lookup(APART, place)}],
        at=Column(_("Year"), year()),
        apart=Column(_("Distance of sectors’ productivities"), plain(3)),
    )
    return View([sector, both], {"bars": bars, "apart": apart, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two bars a sector in the year chosen, above the distance over all years."""
    names = list(MEASURES.values())
    x = across("share", _("Part of the whole"), [0, 0.6], ticks=4, format="%")
    bars = charts.bars.mark_bar().encode(
        x=x,
        y=listed("sector", SECTORS, ticks=False),
        yOffset=alt.YOffset("of:N", sort=names),
        color=named_colours("of", names, columns=2),
        fillOpacity=full("chosen"),
    )
    years = across("year", None, [FIRST, LAST], ticks=[2010, 2013, 2016, 2019, 2022], format="d")
    y = upward("apart", _("Distance"), [0, 0.3], ticks=[0, 0.1, 0.2, 0.3])
    line = curve_and_point(charts.apart, charts.point, x=years, y=y, hue=colour("series-4"))
    words = _("distance (0: all equal)")
    named = written(charts.apart, [(words, "series-4")])
    return above_one_another(bars, alt.layer(line, *named), heights=(150, 90))


EXPLORER = Explorer(
    slug="two-shares-of-a-sector",
    title=_("Two shares of a sector"),
    question=_("Where do China’s people work, and where is its output made?"),
    description=_(
        "Two bars for each of three sectors, its part of output and its part of employment; below, "
        "a line of how far sectors’ productivities lie apart, which falls from 2010 to 2022."
    ),
    kind="observed",
    period=f"{FIRST}–{LAST}",
    chapter=11,
    height=300,
    controls=[
        plain_slider("when", _("Year"), low=FIRST, high=LAST, step=1, start=LAST, form=year()),
        select("sector", _("Look at"), SECTORS),
    ],
    drag={"when": "point.at"},
    play="when",
    named={
        "people": _("Sector’s part of those who work"),
        "made": _("Sector’s part of output"),
        "ratio": _("Output per worker, over the mean"),
        "services": _("Services’ output, over that of industry"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What lies within the three sectors, where most of the upgrading takes place."),
        _("Hours and skills: who works part of the year on a farm counts whole, in an estimate."),
        _("Prices: shares of output are at current prices. Construction counts as industry."),
    ],
    sources=["structure_china", "gan2011"],
)
