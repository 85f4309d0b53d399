"""Services get better: how much cheaper does each branch of manufacturing get, and how?"""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, full, listed, numbers
from nqpf.explorers.core.parts import (
    Column,
    Control,
    Sentence,
    Value,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.input_output import leontief_inverse, technical_coefficients
from nqpf.models.structure.linkages import needed_from
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
    _("information and business services"): ["n17", "n19"],
    _("transport, information, finance and business"): ["n16", "n17", "n18", "n19"],
    _("all services"): ["n15", "n16", "n17", "n18", "n19", "n20"],
}


def needs(year: int) -> dict[str, list[list[float]]]:
    """Return what each maker needs of each meaning of services: bought by itself, and in all."""
    table = data.rows(f"input_output_{year}_20")
    domestic = [row for row in table if row["row_type"] == "domestic"]
    codes = [row["row_code"] for row in domestic]
    output = [next(row for row in table if row["row_code"] == "TI")[code] for code in codes]
    direct = technical_coefficients([[row[code] for code in codes] for row in domestic], output)
    found: dict[str, list[list[float]]] = {}
    for name, coefficients in (("direct", direct), ("all", leontief_inverse(direct))):
        every = [
            needed_from(coefficients, [codes.index(code) for code in services])
            for services in SERVICES.values()
        ]
        found[name] = [[one[codes.index(code)] for code in MAKERS] for one in every]
    return found


FOUND = {year: needs(year) for year in YEARS}


def saved(p: Settings, name: str, maker: Scalar, year: int = 2020) -> Scalar:
    """Return by how much a maker's product gets cheaper, to the first order."""
    flat = [one for kind in FOUND[year][name] for one in kind]
    return p.gain * lookup(flat, p.services * len(NAMES) + maker)


def show(p: Settings) -> View:
    """Return what the chosen branch saves, itself and through others, beside all branches."""
    all_rounds, direct = saved(p, "all", p.maker), saved(p, "direct", p.maker)
    here = Sentence(
        _(
            "If {services} make {gain} more out of all that they use, {product} cost {whole} less. "
            "Of this {direct} is in what their makers buy of services themselves; the rest comes "
            "in the price of other things they buy."
        ),
        services=word(p.services, list(SERVICES)),
        gain=Value(p.gain, percent(0)),
        product=word(p.maker, [name.lower() for name in NAMES]),
        whole=Value(all_rounds, percent(2)),
        direct=Value(direct, percent(2)),
    )
    before = Sentence(
        _("By the table of 2017 it would be {before} in all."),
        before=Value(saved(p, "all", p.maker, 2017), percent(2)),
    )
    bars = rows(
        (
            {
                "maker": name,
                "all": saved(p, "all", place),
                "direct": saved(p, "direct", place),
                "earlier": saved(p, "all", place, 2017),
                "chosen": where(abs(p.maker - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, name in enumerate(NAMES)
        ),
        maker=Column(_("Branch of manufacturing")),
        all=Column(_("Cheaper by, all rounds counted, 2020"), percent(2)),
        direct=Column(_("Of this through its own purchases"), percent(2)),
        earlier=Column(_("All rounds, by the table of 2017"), percent(2)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([here, before], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a wide bar for all rounds, a narrow one for own purchases, and 2017 as a stroke."""
    y = listed("maker", NAMES, ticks=False)

    def place(field: str) -> alt.X:
        x = across(field, None, [0, 0.125], ticks=[0, 0.02, 0.04, 0.06, 0.08, 0.1], format="%")
        return x.title([_("Cheaper by. Wide: all rounds,"), _("narrow: own bills; stroke: 2017")])

    every = charts.bars.mark_bar(color=colour("series-1"), height={"band": 0.75}).encode(
        x=place("all"), y=y, fillOpacity=full("chosen", others=0.4)
    )
    own = charts.bars.mark_bar(color=colour("series-2"), height={"band": 0.35}).encode(
        x=place("direct"), y=y
    )
    earlier = charts.bars.mark_tick(color=colour("ink"), thickness=2).encode(
        x=place("earlier"), y=y
    )
    sizes = numbers(charts.bars, "all", y=y, at=0.1245, format=".2%")
    return alt.layer(every, own, earlier, sizes)


def controls() -> list[Control]:
    """Return which services get better, by how much, and the branch that is put into words."""
    return [
        plain_slider(
            "gain",
            _("Services make this much more out of all they use"),
            low=0.0,
            high=0.2,
            step=0.01,
            start=0.1,
            form=percent(0),
        ),
        select("services", _("Which services get better"), SERVICES, start=2),
        select("maker", _("Look at"), NAMES, start=NAMES.index(MAKERS["n10"])),
    ]


EXPLORER = Explorer(
    slug="services-inside",
    title=_("Services inside"),
    question=_("Services get better. How much cheaper do things get, and who notices?"),
    description=_(
        "A wide bar for each of ten branches of manufacturing: by how much its product gets "
        "cheaper in the table of 2020. A narrow bar on it is the part through its own purchases "
        "of services, about a third; a stroke is the same by the table of 2017."
    ),
    kind="observed",
    period=_("2017, 2020; the gain is yours"),
    chapter=11,
    height=300,
    controls=controls(),
    named={
        "whole": _("Cost saved, all rounds counted"),
        "direct": _("Cost saved through own purchases of services"),
        "before": _("Cost saved by the table of 2017"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Services that a maker does for itself: its own designers count as manufacturing."),
        _("Imported parts and the services in them."),
        _("That buyers change what they buy: right for small gains, more for large ones."),
        _("Whether those who make the service pass the gain on, or keep it as profit."),
        _("Any estimate of how far services will get better: that is yours to set."),
    ],
    sources=["input_output_2020_20", "input_output_2017_20", "miller2009", "hulten1978"],
)
