"""China's table of twenty sectors: five ways to name the key sector, with and without imports."""

import altair as alt

from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.ch13._table import CHINA, LOWER, SECTORS
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import present, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, toggle, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.indicators import ranks
from nqpf.models.structure.input_output import (
    leontief_inverse,
    technical_coefficients,
)
from nqpf.models.structure.linkages import (
    backward_linkages,
    extraction_losses,
    forward_linkages,
    multipliers,
    upstreamness,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

MEASURES = {
    _("size"): _("by its output"),
    _("pull"): _("by its pull on suppliers"),
    _("call"): _("by the call on it when all grow"),
    _("stages"): _("by the stages to the last buyer"),
    _("loss"): _("by the output lost without it, over its own"),
}
NAMES = list(MEASURES)


FOLLOWED = [CHINA.flows, CHINA.flows_with_imports]
INVERSES = [leontief_inverse(technical_coefficients(flows, CHINA.output)) for flows in FOLLOWED]


def measured(flows: list[list[float]], inverse: list[list[float]]) -> list[list[float]]:
    """Return every sector's value by each measure, when these flows are followed."""
    lost = extraction_losses(flows, CHINA.output).output
    return [
        CHINA.output,
        backward_linkages(inverse),
        forward_linkages(inverse),
        upstreamness(flows, CHINA.output),
        [gone / own for gone, own in zip(lost, CHINA.output, strict=True)],
    ]


FOUND = [measured(*one) for one in zip(FOLLOWED, INVERSES, strict=True)]
RANKS = [[ranks(values) for values in found] for found in FOUND]
PULLS = [[100 * one for one in multipliers(inverse)] for inverse in INVERSES]
SHARES = [own / sum(CHINA.output) for own in CHINA.output]


def at(p: Settings, tables: list[list[float]], sector: Scalar) -> Scalar:
    """Return what belongs to a sector in the reader's table of the two."""
    return lookup([one for table in tables for one in table], p.imports * len(SECTORS) + sector)


def show(p: Settings) -> View:
    """Return one sector's rank by each measure, and what demand for it sets off."""
    places = [[ranked[turn] for ranked in RANKS] for turn in range(len(NAMES))]
    mine = [at(p, tables, p.sector) for tables in places]
    ranked = Sentence(
        _(
            "{sector}, {share} of all output: number {size} by size, {pull} by its pull on "
            "suppliers, {call} by the call on it when all grow, {stages} by the stages to the "
            "last buyer, {loss} by what would be lost without it."
        ),
        sector=word(p.sector, SECTORS),
        share=Value(lookup(SHARES, p.sector), percent(1)),
        **{name: Value(rank, plain(0)) for name, rank in zip(NAMES, mine, strict=True)},
    )
    demand = Sentence(
        _("100 yuan of demand for {named} set off {made} yuan of output, {followed}."),
        named=word(p.sector, LOWER),
        made=Value(at(p, PULLS, p.sector), plain(0)),
        followed=word(
            p.imports,
            [_("counting what is made at home"), _("if all that is bought were made at home")],
        ),
    )
    table = rows(
        (
            {
                "sector": name,
                "measure": measure,
                "rank": at(p, places[turn], float(order)),
                "chosen": where(abs(p.sector - order) < 0.5, lambda: 1, lambda: 0),
            }
            for order, name in enumerate(SECTORS)
            for turn, measure in enumerate(NAMES)
        ),
        sector=Column(_("Sector")),
        measure=Column(_("Measure")),
        rank=Column(_("Place of twenty"), plain(0)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([ranked, demand], {"ranks": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a line a sector through its five ranks, the chosen one strong, others pale."""
    x = alt.X("measure:N", sort=NAMES, title=None, axis=alt.Axis(labelAngle=0, orient="top"))
    y = upward("rank", _("Place of twenty"), [20.6, 0.4], ticks=[1, 5, 10, 15, 20], format="d")
    others = charts.ranks.mark_line(color=colour("muted"), strokeWidth=1, opacity=0.3).encode(
        x=x, y=y, detail="sector:N"
    )
    line = charts.ranks.mark_line(color=colour("series-1"), strokeWidth=3).encode(
        x=x, y=y, detail="sector:N", opacity=present("chosen")
    )
    discs = charts.ranks.mark_point(
        filled=True, size=420, shape="circle", color=colour("series-1")
    ).encode(x=x, y=y, opacity=present("chosen"))
    places = charts.ranks.mark_text(color=colour("paper"), fontWeight="bold").encode(
        x=x, y=y, text=alt.Text("rank:Q", format="d"), opacity=present("chosen")
    )
    return alt.layer(others, line, discs, places)


EXPLORER = Explorer(
    slug="upstream-and-downstream",
    title=_("Upstream and downstream"),
    question=_("Which sector is the key one? Ask in five ways and see whether the answer stays."),
    description=_(
        "A line for each of twenty sectors runs through its place by five measures, first on top. "
        "The chosen one is strong, with its places written on it. The lines cross all over."
    ),
    kind="observed",
    period="2020",
    chapter=13,
    height=320,
    controls=[
        select("sector", _("Look at"), SECTORS, start=LOWER.index(_("electronics"))),
        toggle(
            "imports",
            _("Follow imports as if they were made at home"),
            off=_("made at home only"),
            on=_("imports as if made at home"),
        ),
    ],
    named={
        "share": _("Sector’s part of all output"),
        "size": _("Place by size"),
        "pull": _("Place by its pull on suppliers"),
        "call": _("Place by the call on it"),
        "stages": _("Place by stages to the last buyer"),
        "loss": _("Place by what would be lost"),
        "made": _("Output set off by 100 yuan of demand, yuan"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Prices and substitutes: every sector always buys the same mix for a unit of output."),
        _("What lies within the twenty sectors; with forty-two the order changes again."),
        _("Whether the first by any measure should be supported: a place is no reason."),
    ],
    sources=["input_output_2020_20", "miller2009", "antras2012", "dietzenbacher2013"],
)
