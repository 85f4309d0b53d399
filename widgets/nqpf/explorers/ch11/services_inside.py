"""How much service there is inside what China's manufacturers make, by two ways of counting."""

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, full, listed, numbers
from nqpf.explorers.core.parts import Column, Sentence, Value, radio, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.input_output import leontief_inverse, technical_coefficients
from nqpf.models.structure.linkages import purchases_from, value_added_from
from nqpf.numbers import percent, plain
from nqpf.words import _

YEARS = [2017, 2020]
MAKERS = {
    "n03": _("Food"),
    "n04": _("Light goods"),
    "n05": _("Fuel"),
    "n06": _("Chemicals"),
    "n07": _("Minerals"),
    "n08": _("Metals"),
    "n09": _("Machinery"),
    "n10": _("Vehicles"),
    "n11": _("Electrical"),
    "n12": _("Electronics"),
}
NAMES = list(MAKERS.values())
SERVICES = {
    _("all services"): ["n15", "n16", "n17", "n18", "n19", "n20"],
    _("services without trade and public ones"): ["n16", "n17", "n18", "n19"],
    _("information and business services"): ["n17", "n19"],
}
MEASURES = [_("of what is bought"), _("of the final value, all rounds counted")]


def found(year: int) -> list[list[float]]:
    """Return each maker's shares in a year: both measures for each meaning of services."""
    table = data.rows(f"input_output_{year}_20")
    by_kind = {
        kind: [row for row in table if row["row_type"] == kind] for kind in ("domestic", "imported")
    }
    codes = [row["row_code"] for row in by_kind["domestic"]]
    domestic, imported = ([[row[code] for code in codes] for row in by_kind[kind]] for kind in
                          ("domestic", "imported"))  # fmt: skip
    bought = [
        [own + foreign for own, foreign in zip(*pair, strict=True)]
        for pair in zip(domestic, imported, strict=True)
    ]
    added, output = (
        [next(row for row in table if row["row_code"] == name)[code] for code in codes]
        for name in ("TVA", "TI")
    )
    inverse = leontief_inverse(technical_coefficients(domestic, output))
    rates = [one / whole for one, whole in zip(added, output, strict=True)]
    makers = [codes.index(code) for code in MAKERS]
    shares = []
    for services in SERVICES.values():
        places = [codes.index(code) for code in services]
        for every in (
            purchases_from(bought, places),
            value_added_from(inverse, rates, origins=places),
        ):
            shares.append([every[maker] for maker in makers])
    return shares


SHARES = [shares for year in YEARS for shares in found(year)]


def show(p: Settings) -> View:
    """Return the share of services in each maker's inputs or value, and one maker in words."""
    counted = p.services * len(MEASURES) + p.measure
    each_year = len(SERVICES) * len(MEASURES)

    def share(maker: Scalar, year: Scalar) -> Scalar:
        flat = [one for shares in SHARES for one in shares]
        return lookup(flat, (year * each_year + counted) * len(NAMES) + maker)

    now = Sentence(
        _("In {year} {services} made up {share} {measure} in the making of {product}."),
        year=word(p.year, list(map(str, YEARS))),
        services=word(p.services, list(SERVICES)),
        share=Value(share(p.maker, p.year), percent(1)),
        measure=word(p.measure, MEASURES),
        product=word(p.maker, [name.lower() for name in NAMES]),
    )
    before, after = share(p.maker, 0), share(p.maker, 1)
    change = Sentence(
        _("From 2017 to 2020 this share went from {before} to {after}."),
        before=Value(before, percent(1)),
        after=Value(after, percent(1)),
    )
    bars = rows(
        (
            {
                "maker": name,
                "share": share(place, p.year),
                "chosen": where(abs(p.maker - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, name in enumerate(NAMES)
        ),
        maker=Column(_("Branch of manufacturing")),
        share=Column(_("Share of services"), percent(1)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([now, change], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each branch, the chosen one full, others pale."""
    y = listed("maker", NAMES, ticks=False)
    x = across("share", _("Share of services"), [0, 0.35], ticks=[0, 0.1, 0.2, 0.3], format="%")
    bars = charts.bars.mark_bar(color=colour("series-1"), height={"band": 0.7}).encode(
        x=x,
        y=y,
        fillOpacity=full("chosen"),
    )
    sizes = numbers(charts.bars, "share", y=y, at=0.345, format=".1%")
    return bars + sizes


EXPLORER = Explorer(
    slug="services-inside",
    title=_("Services inside"),
    question=_("How much of what a factory makes is service, and what has to be counted?"),
    description=_(
        "A bar for each of ten branches of manufacturing: the share of services in what it buys, "
        "or in the value of its product."
    ),
    kind="observed",
    period="2017, 2020",
    chapter=11,
    height=280,
    controls=[
        radio("year", _("Table of"), map(str, YEARS), start=1),
        select("services", _("Count"), SERVICES),
        radio("measure", _("As a share"), MEASURES),
        select("maker", _("Look at"), NAMES, start=NAMES.index(MAKERS["n12"])),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Services that a maker does for itself: its own designers count as manufacturing."),
        _("What makers sell as a service: the table knows branches, not products."),
        _("Services in imported parts, when the value of the product is counted."),
        _("Whether more is better: services may be bought because they have become dear."),
    ],
    sources=["input_output_2020_20", "input_output_2017_20", "miller2009"],
)
