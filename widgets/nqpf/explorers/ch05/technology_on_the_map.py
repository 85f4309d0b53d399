"""Technology contracts on a map of tiles: where knowledge is sold, and where it is bought."""

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, radio, rows, select, word
from nqpf.explorers.core.tiles import (
    LETTERS,
    WITHOUT_BORDERS,
    framed,
    not_counted,
    shown,
    tile,
    tile_map,
)
from nqpf.numbers import percent
from nqpf.words import _, said

REGIONS = {
    "east": _("The east"),
    "central": _("The centre"),
    "west": _("The west"),
    "northeast": _("The north-east"),
}
ROWS = [row for row in data.rows("provinces_2023") if row["region"] != "national"]
CODES = [str(row["province_code"]) for row in ROWS]
IN_DATA = [str(row["province"]) for row in ROWS]
NAMES = [said(name) for name in IN_DATA]
ENDS = [0.005, 0.02, 0.04, 0.08]


def shares(way: str) -> list[float]:
    """Return each province's part of all that is ``"sold"`` or ``"bought"``."""
    amounts = [float(str(row[f"technology_{way}_100m_cny"])) for row in ROWS]
    return [amount / sum(amounts) for amount in amounts]


SOLD, BOUGHT = shares("sold"), shares("bought")


def of_region(parts: list[float]) -> list[float]:
    """Return for each province the part of its whole region."""
    return [
        sum(p for p, other in zip(parts, ROWS, strict=True) if other["region"] == row["region"])
        for row in ROWS
    ]


def show(p: Settings) -> View:
    """Return what a province and its region sell and buy, and the part of every province."""
    regions = list(REGIONS)
    own = [float(regions.index(str(row["region"]))) for row in ROWS]
    one = Sentence(
        _("{province} sold {sold} of all technology under contract and bought {bought}."),
        province=word(p.province, NAMES),
        sold=Value(lookup(SOLD, p.province), percent(1)),
        bought=Value(lookup(BOUGHT, p.province), percent(1)),
    )
    around = Sentence(
        _("{region} as a whole sold {region_sold} and bought {region_bought}."),
        region=word(lookup(own, p.province), list(REGIONS.values())),
        region_sold=Value(lookup(of_region(SOLD), p.province), percent(0)),
        region_bought=Value(lookup(of_region(BOUGHT), p.province), percent(0)),
    )
    tiles = rows(
        (
            {"province": name, "part": lookup([sold, bought], p.way), **tile(code)}
            for name, code, sold, bought in zip(NAMES, CODES, SOLD, BOUGHT, strict=True)
        ),
        province=Column(_("Province")),
        part=Column(_("Part of all"), percent(1)),
    )
    tables = {
        "tiles": tiles,
        "others": not_counted(),
        "chosen": framed(CODES, p.province),
    }
    return View([one, around], tables)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the map, fuller where more is sold, or bought."""
    return tile_map(
        charts.tiles,
        charts.others,
        charts.chosen,
        field="part",
        ends=ENDS,
        note=_("fuller from 0.5, 2, 4 and 8% on"),
        form=".1%",
    )


EXPLORER = Explorer(
    slug="technology-on-the-map",
    title=_("Technology on the map"),
    question=_("Is knowledge sold where it is bought?"),
    description=_(
        "Thirty-one tiles, one a province, arranged as the provinces lie, with each one’s part of "
        "the technology sold under contract, or bought, fuller where it is larger. Sales gather in "
        "Beijing and a few provinces more; purchases reach farther west and south."
    ),
    kind="observed",
    period="2023",
    chapter=5,
    height=350,
    controls=[
        radio("way", _("Tiles show"), [_("what is sold"), _("what is bought")]),
        select(
            "province",
            _("Province"),
            [
                _("{name} ({letters})").format(name=name, letters=shown(LETTERS[code]))
                for name, code in zip(NAMES, CODES, strict=True)
            ],
            start=IN_DATA.index("Shaanxi"),
        ),
    ],
    named={
        "sold": _("Sold by the province, of all"),
        "bought": _("Bought by the province, of all"),
        "region": _("Region"),
        "region_sold": _("Sold by its region, of all"),
        "region_bought": _("Bought by its region, of all"),
    },
    show=show,
    draw=draw,
    left_out=[
        WITHOUT_BORDERS,
        _("Who bought from whom: the table has no pairs."),
        _("Size: a large province sells and buys more of everything."),
    ],
    sources=["provinces_2023"],
)
