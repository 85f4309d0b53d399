"""The floor under the error of a forecast: more data sharpen it, and the world blurs it again."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.data.data_precision import precision_path, steady_state_error
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

PERSISTENCE = 0.95
FIRST_PRECISION = 0.25
PERIODS = 10
TENFOLD = 10


def settled(points: Scalar, p: Settings) -> Scalar:
    """Return the error that a steady flow of data leads to, what no data reduce included."""
    error = steady_state_error(
        data_points=points, persistence=PERSISTENCE, drift_variance=p.drift_variance
    )
    return error + p.noise_variance


def path(p: Settings) -> list[Scalar]:
    """Return the error in each period, starting from a forecast that is poor."""
    precisions = precision_path(
        precision=FIRST_PRECISION,
        data_points=p.data_points,
        persistence=PERSISTENCE,
        drift_variance=p.drift_variance,
        periods=PERIODS,
    )
    return [1 / precision + p.noise_variance for precision in precisions]


def show(p: Settings) -> View:
    """Return where the error settles, in words, over time, and for every flow of data."""
    errors = path(p)
    now, more = settled(p.data_points, p), settled(TENFOLD * p.data_points, p)
    over_time = Sentence(
        _("The error starts at {first}, stands at {second} one period on and settles at {now}."),
        first=Value(errors[0], plain(2)),
        second=Value(errors[1], plain(2)),
        now=Value(now, plain(2)),
    )
    tenfold = Sentence(
        _(
            "Ten times the data bring it to {more}: that is {caught} of all that any amount of "
            "data could still gain above the floor of {floor}."
        ),
        more=Value(more, plain(2)),
        caught=Value((now - more) / (now - p.noise_variance), percent(0)),
        floor=Value(p.noise_variance, plain(2)),
    )
    times = rows(
        ({"period": period, "error": error} for period, error in enumerate(errors)),
        period=Column(_("Period"), plain(0)),
        error=Column(_("Error of the forecast"), plain(3)),
    )
    flows = curve(
        "points",
        [0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.5, 2, 3, 4, 5, 6, 8, 10, 13, 16, 20, 25, 30, 40, 50],
        lambda points: {"error": settled(points, p), "floor": p.noise_variance},
        points=Column(_("Data points a period"), mostly_whole()),
        error=Column(_("Error at which it settles"), plain(3)),
        floor=Column(_("Floor"), plain(2)),
    )
    here = rows(
        [{"at": p.data_points, "error": now}, {"at": TENFOLD * p.data_points, "error": more}],
        at=Column(_("Data points a period: as set, and ten times"), mostly_whole()),
        error=Column(_("Error at which it settles"), plain(3)),
    )
    return View([over_time, tenfold], {"times": times, "flows": flows, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the error over time above the error for every flow of data, with its floor."""
    scale = alt.Scale(domain=[0, 5])
    time = charts.times.mark_line(
        point={"size": 50, "color": colour("series-1")}, color=colour("series-1")
    ).encode(
        x=alt.X(
            "period:Q",
            title=_("Period"),
            scale=alt.Scale(domain=[0, PERIODS]),
            axis=alt.Axis(values=grid(0, PERIODS, 6), format="d"),
        ),
        y=alt.Y("error:Q", title=_("Error"), scale=scale, axis=alt.Axis(values=[0, 1, 2, 3, 4, 5])),
    )
    points = alt.X(
        "points:Q",
        title=_("Data points a period"),
        scale=alt.Scale(domain=[0, 50]),
        axis=alt.Axis(values=[0, 10, 20, 30, 40, 50]),
    )
    near = alt.Scale(domain=[0, 3])
    error = alt.Y(
        "error:Q", title=_("Error in the end"), scale=near, axis=alt.Axis(values=[0, 1, 2, 3])
    )
    line = charts.flows.mark_line(color=colour("series-1")).encode(x=points, y=error)
    floor = charts.flows.mark_line(color=colour("series-2"), strokeDash=[5, 4]).encode(
        x=points, y=alt.Y("floor:Q", scale=near)
    )
    name = (
        charts.flows.transform_filter("datum.points === 50")
        .mark_text(align="right", dy=-9, color=colour("series-2"))
        .encode(x=points, y=alt.Y("floor:Q", scale=near), text=alt.value(_("floor")))
    )
    both = charts.here.mark_point(size=120, opacity=1, color=colour("series-1")).encode(
        x="at:Q", y=alt.Y("error:Q", scale=near)
    )
    named = written(charts.here, [(_("circles: as set, and ten times"), "series-1")], side="above")
    return alt.vconcat(
        time.properties(height=120),
        alt.layer(floor, line, name, both, *named).properties(height=140),
        spacing=14,
    )


EXPLORER = Explorer(
    slug="floor-under-error",
    title=_("The floor under the error"),
    question=_("How far can data push down the error of a forecast, and what stops them?"),
    description=_(
        "Above, the error of a forecast falls over ten periods and settles. Below, the error at "
        "which it settles falls with the flow of data, steeply at first, towards a dashed floor."
    ),
    kind="illustrative",
    chapter=4,
    controls=[
        slider("data_points", step=0.5, low=0.5, high=5, start=1, form=mostly_whole()),
        slider("drift_variance", step=0.25, low=0.25, high=3, start=1),
        slider("noise_variance", step=0.1, low=0, high=1, start=0.5, form=plain(1)),
    ],
    drag={"data_points": "here.at"},
    sketch=Sketch(
        "flows.error",
        _(
            "More and more data come in each period. How large is the error of the "
            "forecast in the end? Draw it."
        ),
        higher=_("The first data take away more of the error than you thought."),
        lower=_(
            "Data do not take all of it away: what changes by chance leaves a floor under "
            "the error."
        ),
    ),
    named={
        "first": _("Error of the forecast at the start"),
        "second": _("Error of the forecast one period on"),
        "now": _("Error at which it settles"),
        "more": _("Error with ten times the data"),
        "caught": _("Part of the possible gain that ten times the data bring"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Data that lead to new ideas: here they only sharpen a forecast of what is there."),
        _("What a forecast is worth: the same error can cost little or much."),
        _("Where data come from: a firm that sells more usually gathers more."),
        _("Any measurement: errors are in units of their own, chosen for teaching."),
    ],
    sources=["farboodi2026"],
)
