"""A chain of suppliers: how far orders swing when each sees one neighbour, or all see demand."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.explorers.core.style import series
from nqpf.models.structure.chain import order_variance_with_sharing, order_variance_without_sharing
from nqpf.numbers import percent, plain
from nqpf.words import _

STAGES = 5
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
    return View([sentence], {"orders": orders})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two rising lines over the stages, on a scale of powers of ten."""
    return charts.orders.mark_line(point=alt.OverlayMarkDef(size=60), clip=True).encode(
        x=alt.X(
            "stage:Q",
            title=_("Stage, counted from the buyer"),
            scale=alt.Scale(domain=[1, STAGES], zero=False),
            axis=alt.Axis(values=list(range(1, STAGES + 1)), format="d"),
        ),
        y=alt.Y(
            "swing:Q",
            title=_("Variance of orders (demand = 1)"),
            scale=alt.Scale(type="log", domain=[1, 1000], clamp=True),
            axis=alt.Axis(values=[1, 10, 100, 1000]),
        ),
        color=alt.Color(
            "line:N",
            sort=LINES,
            title=None,
            legend=alt.Legend(columns=1),
            scale=alt.Scale(domain=LINES, range=series(2)),
        ),
        strokeDash=alt.StrokeDash(
            "line:N", sort=LINES, title=None, scale=alt.Scale(domain=LINES, range=[[1, 0], [6, 4]])
        ),
    )


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
    show=show,
    draw=draw,
    left_out=[
        _("Prices, shortages and batches, which make orders swing as well."),
        _("What swings cost, and who would pay for sharing what one knows."),
        _("Demand that moves with the season or the cycle: here each week is drawn afresh."),
    ],
    sources=["chen2000"],
)
