"""China's table of eight sectors: four ways to name the key sector, and what demand sets off."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, full, listed, numbers
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.indicators import ranks
from nqpf.models.structure.input_output import (
    ghosh_inverse,
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

TABLE = data.rows("input_output_2020_8")
DOMESTIC = [row for row in TABLE if row["row_type"] == "domestic"]
CODES = [row["row_code"] for row in DOMESTIC]
FLOWS = [[row[code] for code in CODES] for row in DOMESTIC]
OUTPUT = [TABLE[-1][code] for code in CODES]
INVERSE = leontief_inverse(technical_coefficients(FLOWS, OUTPUT))
LOSSES = extraction_losses(FLOWS, OUTPUT).output
SECTORS = [
    _("Agriculture"),
    _("Mining, utilities"),
    _("Light industry"),
    _("Materials"),
    _("Equipment"),
    _("Construction"),
    _("Producer services"),
    _("Other services"),
]
MEASURES = [
    _("its pull on suppliers"),
    _("the call on it when all grow"),
    _("the push of its supply"),
    _("stages to the last buyer"),
    _("output lost without it, over its own"),
]
FOUND = [
    backward_linkages(INVERSE),
    forward_linkages(INVERSE),
    forward_linkages(ghosh_inverse(FLOWS, OUTPUT)),
    upstreamness(FLOWS, OUTPUT),
    [lost / own for lost, own in zip(LOSSES, OUTPUT, strict=True)],
]
RANKS = [ranks(values) for values in FOUND]
SHARES = [own / sum(OUTPUT) for own in OUTPUT]


def chosen(p: Settings, values: list[list[float]]) -> Scalar:
    """Return what belongs to the reader's measure and sector."""
    flat = [one for listed in values for one in listed]
    return lookup(flat, p.measure * len(SECTORS) + p.sector)


def show(p: Settings) -> View:
    """Return every sector by the reader's measure, and what demand for one sets off."""
    by_measure = Sentence(
        _(
            "Measured by {measure}, {sector} is number {rank} of 8, with {value}. By output it is "
            "number {size}, with {share} of the whole."
        ),
        measure=word(p.measure, MEASURES),
        sector=word(p.sector, [name.lower() for name in SECTORS]),
        rank=Value(chosen(p, RANKS), plain(0)),
        value=Value(chosen(p, FOUND), plain(2)),
        size=Value(lookup(ranks(OUTPUT), p.sector), plain(0)),
        share=Value(lookup(SHARES, p.sector), percent(1)),
    )
    demand = Sentence(
        _(
            "100 yuan more of final demand for it sets off {all} yuan of output: {own} in the "
            "sector itself, {others} elsewhere."
        ),
        all=Value(lookup([100 * one for one in multipliers(INVERSE)], p.sector), plain(0)),
        own=Value(lookup([100 * INVERSE[k][k] for k in range(8)], p.sector), plain(0)),
        others=Value(
            lookup(
                [100 * (m - INVERSE[k][k]) for k, m in enumerate(multipliers(INVERSE))], p.sector
            ),
            plain(0),
        ),
    )
    table = rows(
        (
            {
                "sector": name,
                "order": order,
                "value": lookup([values[order] for values in FOUND], p.measure),
                "chosen": where(abs(p.sector - order) < 0.5, lambda: 1, lambda: 0),
            }
            for order, name in enumerate(SECTORS)
        ),
        sector=Column(_("Sector")),
        value=Column(_("By this measure"), plain(2)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([by_measure, demand], {"sectors": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each sector by the reader's measure, the chosen one full, others pale."""
    y = listed("sector", SECTORS, ticks=False, labelLimit=130)
    x = across("value", _("Ratio, or stages"), [0, 4.5], ticks=[0, 1, 2, 3, 4], format="d")
    bars = charts.sectors.mark_bar(color=colour("series-1"), height={"band": 0.7}).encode(
        x=x,
        y=y,
        fillOpacity=full("chosen"),
    )
    # At the right edge, where no bar ends and the dashed line does not cross them.
    sizes = numbers(charts.sectors, "value", y=y, at=4.45, format=".2f")
    mean = charts.sectors.mark_rule(strokeDash=[4, 4], aria=False).encode(x=alt.datum(1))
    return bars + mean + sizes


EXPLORER = Explorer(
    slug="upstream-and-downstream",
    title=_("Upstream and downstream"),
    question=_("Which sector is the key one? Ask in five ways and see whether the answer stays."),
    description=_(
        "A bar for each of eight sectors of China’s economy, as long as the measure chosen; a "
        "dashed line marks 1. The order of the bars’ lengths changes from measure to measure."
    ),
    kind="observed",
    period="2020",
    chapter=13,
    controls=[
        select("measure", _("Measure the sectors by"), MEASURES),
        select("sector", _("Look at"), SECTORS, start=4),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Prices and substitutes: every sector always buys the same mix for a unit of output."),
        _("Imports: only what is made at home is followed along the chain."),
        _("What lies within the eight sectors; with forty-two the order changes again."),
    ],
    sources=["input_output_2020_8", "miller2009", "antras2012", "dietzenbacher2013"],
)
