"""A chain of suppliers: how far orders swing when each sees one neighbour, or all see demand."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, named_colours, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.structure.chain import order_variance_with_sharing, order_variance_without_sharing
from nqpf.numbers import percent, plain
from nqpf.words import _

STAGES = 5
STAGE_TICKS = [1, 2, 3, 4, 5]
LINES = [_("each sees only the next"), _("all see final demand")]


def at_stage(stage: Scalar, values: Sequence[Scalar]) -> Scalar:
    """Return the value of a stage that the reader chose, counted from 1."""
    if len(values) == 1:
        return values[0]
    return where(stage < 1.5, lambda: values[0], lambda: at_stage(stage - 1, values[1:]))


def show(p: Settings) -> View:
    """Return the swing of orders at every stage, seen from one neighbour or from the end."""

    table = [
        [
            model(lead_times=[p.lead_time] * stages, averaging_window=p.averaging_window)
            for stages in range(1, STAGES + 1)
        ]
        for model in (order_variance_without_sharing, order_variance_with_sharing)
    ]
    blind, seeing = (at_stage(p.stage, values) for values in table)
    sentence = Sentence(
        _(
            "At stage {stage} the variance of orders is at least {blind} times that of demand when "
            "each firm sees only its neighbour, and {seeing} times when all see demand: "
            "{saved} less."
        ),
        stage=Value(p.stage, plain(0)),
        blind=Value(blind, plain(1)),
        seeing=Value(seeing, plain(1)),
        saved=Value(1 - seeing / blind, percent(0)),
    )
    orders = rows(
        (
            {"line": line, "stage": stage, "swing": swing}
            for line, values in zip(LINES, table, strict=True)
            for stage, swing in enumerate(values, start=1)
        ),
        line=Column(_("Who sees what")),
        stage=Column(_("Stage, counted from the buyer"), plain(0)),
        swing=Column(_("Variance of orders over that of demand"), plain(1)),
    )
    chosen = rows(
        [{"at": p.stage, "blind": blind, "seeing": seeing}],
        at=Column(_("Stage as set"), plain(0)),
        blind=Column(_("Each sees only the next"), plain(1)),
        seeing=Column(_("All see final demand"), plain(1)),
    )
    return View([sentence], {"orders": orders, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two rising lines over the stages, and a ring on each at the stage that is set."""
    x = across(
        "stage",
        _("Stage, counted from the buyer"),
        [0.9, STAGES + 0.1],
        ticks=STAGE_TICKS,
        format="d",
    )

    def swing(field: str) -> alt.Y:
        title, decades = _("Variance of orders (demand = 1)"), [1, 10, 100, 1000]
        return upward(field, title, [1, 5000], ticks=decades, ratios=True)

    lines = charts.orders.mark_line().encode(
        x=x,
        y=swing("swing"),
        color=named_colours("line", LINES, legend=False),
        strokeDash=alt.StrokeDash(
            "line:N", legend=None, scale=alt.Scale(domain=LINES, range=[[1, 0], [6, 4]])
        ),
    )
    rings = [
        charts.chosen.mark_point(size=140, strokeWidth=3, color=colour(hue)).encode(
            x="at:Q", y=swing(field)
        )
        for field, hue in (("blind", "series-1"), ("seeing", "series-2"))
    ]
    notes = written(
        charts.chosen,
        [
            (_("solid: each sees only the next"), "series-1"),
            (_("dashed: all see final demand"), "series-2"),
        ],
    )
    return alt.layer(lines, *rings, *notes)


EXPLORER = Explorer(
    slug="whole-chain",
    title=_("Seeing the whole chain"),
    question=_("How much calmer is a chain in which every firm sees the final buyer?"),
    description=_(
        "Two rising lines over five stages of a chain, on a scale of powers of ten: the variance "
        "of orders grows by a factor a stage if each sees its neighbour, and by less if all see "
        "demand."
    ),
    kind="illustrative",
    chapter=5,
    controls=[
        plain_slider(
            "stage", _("Stage, counted from the buyer"), low=1, high=STAGES, step=1, start=4
        ),
        plain_slider(
            "lead_time",
            _("Weeks from order to delivery at each stage"),
            low=1,
            high=4,
            step=1,
            start=2,
        ),
        slider(
            "averaging_window",
            label=_("Weeks averaged in a forecast"),
            low=5,
            high=30,
            step=1,
            start=5,
            form=plain(0),
        ),
    ],
    drag={"stage": "chosen.at"},
    named={
        "blind": _("Variance of orders if each sees only the next, over demand’s"),
        "seeing": _("Variance of orders if all see demand, over demand’s"),
        "saved": _("Variance saved if all see demand"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Prices, shortages and batches, which make orders swing as well."),
        _("What swings cost, and who would pay for sharing what one knows."),
        _("Demand that moves with the season or the cycle: here each week is drawn afresh."),
    ],
    sources=["chen2000"],
)
