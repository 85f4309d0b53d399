"""Research over output in thirty-one provinces on a map of tiles, year by year."""

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, select, word
from nqpf.explorers.core.tiles import (
    LETTERS,
    WITHOUT_BORDERS,
    framed,
    not_counted,
    tile,
    tile_map,
)
from nqpf.models.measurement.indicators import ranks
from nqpf.numbers import percent, plain, year
from nqpf.words import _

YEARS = range(2011, 2024)
ROWS = data.rows("provinces_research")
PROVINCES = {str(row["province_code"]): str(row["province"]) for row in ROWS}
NAMES = list(PROVINCES.values())
SHARES = {
    code: [
        # Without the noise of a division, which would tip a half either way.
        round(float(str(row["rd_intensity_percent"])) / 100, 6)
        for row in ROWS
        if row["province_code"] == code
    ]
    for code in PROVINCES
}
"""Research over output of each province, by year."""

RANKS = [ranks([shares[at] for shares in SHARES.values()]) for at in range(len(YEARS))]
BAR = 0.02
REACH = [float(sum(shares[at] >= BAR for shares in SHARES.values())) for at in range(len(YEARS))]
ENDS = [0.01, 0.015, 0.02, 0.03]


def show(p: Settings) -> View:
    """Return the chosen province's share and rank in the year, and the share of every province."""
    at = p.year - YEARS[0]
    flat = [share for shares in SHARES.values() for share in shares]
    places = [
        float(RANKS[when][place]) for place in range(len(NAMES)) for when in range(len(YEARS))
    ]
    own = p.province * len(YEARS)
    one = Sentence(
        _(
            "{province} spent {share} of its output on research in {year} and was number {rank} of "
            "31; in {first} it was {before}."
        ),
        province=word(p.province, NAMES),
        share=Value(lookup(flat, own + at), percent(1)),
        year=Value(p.year, year()),
        rank=Value(lookup(places, own + at), plain(0)),
        first=Value(YEARS[0], year()),
        before=Value(lookup(flat, own), percent(1)),
    )
    reach = Sentence(
        _("Provinces that spent {bar} or more: {count} of 31, against {then} at the start."),
        bar=Value(BAR, percent(0)),
        count=Value(lookup(REACH, at), plain(0)),
        then=Value(REACH[0], plain(0)),
    )
    tiles = rows(
        (
            {"province": name, "share": lookup(SHARES[code], at), **tile(code)}
            for code, name in PROVINCES.items()
        ),
        province=Column(_("Province")),
        share=Column(_("Research over output"), percent(2)),
    )
    tables = {
        "tiles": tiles,
        "others": not_counted(),
        "chosen": framed(list(PROVINCES), p.province),
    }
    return View([one, reach], tables)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the map, fuller where more of output goes into research."""
    return tile_map(
        charts.tiles,
        charts.others,
        charts.chosen,
        field="share",
        ends=ENDS,
        note=_("fuller from 1, 1.5, 2 and 3% on"),
        form=".1%",
    )


EXPLORER = Explorer(
    slug="research-on-the-map",
    title=_("Research on the map"),
    question=_("Where does research go as it grows: to the places that had it, or to new ones?"),
    description=_(
        "Thirty-one tiles, one a province, arranged as the provinces lie, with the share of output "
        "spent on research, fuller where it is larger. Beijing stands out in every year. From 2011 "
        "to 2023 the full tiles spread along the coast and up the Yangtze; most of the west stays "
        "pale."
    ),
    kind="observed",
    period="2011–23",
    chapter=18,
    height=350,
    controls=[
        plain_slider("year", _("Year"), low=2011, high=2023, step=1, start=2023, form=year()),
        select(
            "province",
            _("Province"),
            [f"{name} ({LETTERS[code]})" for code, name in PROVINCES.items()],
            start=NAMES.index("Anhui"),
        ),
    ],
    play="year",
    named={
        "share": _("Research over output"),
        "rank": _("Rank, of 31"),
        "before": _("Research over output in the first year"),
        "count": _("Provinces that spent 2% or more"),
    },
    show=show,
    draw=draw,
    left_out=[
        WITHOUT_BORDERS,
        _("People: a tile is as large for three million as for a hundred and twenty."),
        _("Where in a province research is done, and who uses what it finds."),
    ],
    sources=["provinces_research"],
)
