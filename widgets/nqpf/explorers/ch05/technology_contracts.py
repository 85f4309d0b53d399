"""Technology sold and bought across provincial borders: who sends knowledge, who receives it."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import once
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, word
from nqpf.explorers.core.style import colour, series
from nqpf.numbers import amount, percent, plain, under
from nqpf.words import _, said

REGIONS = {
    "east": _("east"),
    "central": _("centre"),
    "west": _("west"),
    "northeast": _("north-east"),
}
PROVINCES = sorted(
    (row for row in data.rows("provinces_2023") if row["region"] != "national"),
    key=lambda row: str(row["province"]),
)
IN_DATA = [str(row["province"]) for row in PROVINCES]
NAMES = [said(name) for name in IN_DATA]
SOLD, BOUGHT = (
    [float(str(row[f"technology_{way}_100m_cny"])) / 10 for row in PROVINCES]
    for way in ("sold", "bought")
)
BILLIONS = amount("billion yuan", decimals=1)
# Charts show figures as they are: in the large number in which the reader's language counts.
SHOWN = plain(BILLIONS.decimals)
SOLD_WORDS, BOUGHT_WORDS = under(_("Sold"), "billion yuan"), under(_("Bought"), "billion yuan")
TOP_FIVE = sum(sorted(SOLD)[-5:]) / sum(SOLD), sum(sorted(BOUGHT)[-5:]) / sum(BOUGHT)


def show(p: Settings) -> View:
    """Return the chosen province's balance in words, and all provinces as points."""
    sold, bought = lookup(SOLD, p.province), lookup(BOUGHT, p.province)
    seller = where(sold > bought, lambda: 1, lambda: 0)
    one = Sentence(
        _("{name} sold contracts worth {sold} and bought {bought}: a net {role}."),
        name=word(p.province, NAMES),
        sold=Value(sold, BILLIONS),
        bought=Value(bought, BILLIONS),
        role=word(seller, [_("buyer"), _("seller")]),
    )
    top = Sentence(
        _(
            "The five largest sellers made {sellers} of all sales; "
            "the five largest buyers, {buyers} of all purchases."
        ),
        sellers=Value(TOP_FIVE[0], percent(0)),
        buyers=Value(TOP_FIVE[1], percent(0)),
    )
    points = rows(
        (
            {
                "province": name,
                "region": REGIONS[str(row["region"])],
                "sold": sold_there * BILLIONS.scale,
                "bought": bought_there * BILLIONS.scale,
            }
            for name, row, sold_there, bought_there in zip(
                NAMES, PROVINCES, SOLD, BOUGHT, strict=True
            )
        ),
        province=Column(_("Province")),
        region=Column(_("Region")),
        sold=Column(SOLD_WORDS, SHOWN),
        bought=Column(BOUGHT_WORDS, SHOWN),
    )
    chosen = rows(
        [{"at": sold * BILLIONS.scale, "height": bought * BILLIONS.scale}],
        at=Column(_("Sold by the chosen province"), SHOWN),
        height=Column(_("Bought by the chosen province"), SHOWN),
    )
    even = rows(
        [{"even": 0.5 * BILLIONS.scale}, {"even": 1000.0 * BILLIONS.scale}],
        even=Column(_("Line where as much is sold as bought"), SHOWN),
    )
    return View([one, top], {"points": points, "chosen": chosen, "even": even})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return bought over sold, both in powers of ten, with a line where they are equal."""
    scale = alt.Scale(type="log", domain=[BILLIONS.scale * end for end in (0.5, 1000)])
    ticks = alt.Axis(values=[BILLIONS.scale * tick for tick in (1, 10, 100, 1000)])
    even = charts.even.mark_line(strokeWidth=1, color=colour("muted")).encode(
        x=alt.X("even:Q", title=SOLD_WORDS, scale=scale, axis=ticks),
        y=alt.Y("even:Q", title=BOUGHT_WORDS, scale=scale, axis=ticks),
    )
    regions = list(REGIONS.values())
    points = charts.points.mark_point(size=70).encode(
        x="sold:Q",
        y="bought:Q",
        color=alt.Color(
            "region:N", sort=regions, title=None, scale=alt.Scale(domain=regions, range=series(4))
        ),
        shape=alt.Shape("region:N", sort=regions, title=None, scale=alt.Scale(domain=regions)),
        tooltip=["province:N", "sold:Q", "bought:Q"],
    )
    ring = charts.chosen.mark_point(
        size=320, filled=False, strokeWidth=2.5, color=colour("ink")
    ).encode(x="at:Q", y="height:Q")
    # Nowhere is far more sold than bought: the lower corner is free.
    note = once(charts.even).mark_text(
        align="right",
        x="width",
        y="height",
        dx=-8,
        dy=-10,
        fontWeight="bold",
        color=colour("muted"),
    )
    said_of_it = note.encode(text=alt.value(_("line: as much bought as sold")))
    return alt.layer(even, points, ring, said_of_it)


EXPLORER = Explorer(
    slug="technology-contracts",
    title=_("Technology across provinces"),
    question=_("Who sells technology to the rest of the country, and who buys it?"),
    description=_(
        "Thirty-one points, one a province: technology bought over technology sold, on scales of "
        "powers of ten. Below the diagonal are net sellers, such as Beijing; most of the west "
        "lies above it."
    ),
    kind="observed",
    period="2023",
    chapter=5,
    controls=[select("province", _("Province"), NAMES, start=IN_DATA.index("Beijing"))],
    named={
        "sold": _("Contracts sold"),
        "bought": _("Contracts bought"),
        "role": _("Net seller or buyer"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Who traded with whom: the table has no pairs, so it shows no border effect."),
        _("Knowledge that moves without a contract, with people or inside firms."),
        _("Buyers and sellers abroad, Hong Kong, Macao and Taiwan."),
    ],
    sources=["provinces_2023"],
)
