"""More suppliers against an event that hits them all at once."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.security import chance_of_losing_all
from nqpf.numbers import percent, plain
from nqpf.words import _

MOST = 6


def chances(p: Settings, suppliers: Scalar) -> dict[str, Scalar]:
    """Return the chance of losing all suppliers, with and without an event that hits them all."""
    case = {"suppliers": suppliers, "failure_chance": p.failure_chance}
    return {
        "alone": chance_of_losing_all(common_chance=0.0, **case),
        "common": chance_of_losing_all(common_chance=p.common_chance, **case),
    }


def show(p: Settings) -> View:
    """Return both chances at the reader's number of suppliers, and for one to six."""
    here, one = chances(p, p.suppliers), chances(p, 1.0)
    each = Sentence(
        _(
            "Each supplier fails by itself with a chance of {failure}. If that were all, {number} "
            "of them would fail together once in {alone} times."
        ),
        failure=Value(p.failure_chance, percent(0)),
        number=Value(p.suppliers, plain(0)),
        alone=Value(1 / here["alone"], plain(0)),
    )
    together = Sentence(
        _(
            "With a chance of {event} of an event that hits all, the chance is {common}. With one "
            "supplier it is {times} times as high; no number of suppliers brings it below {floor}."
        ),
        event=Value(p.common_chance, percent(1)),
        common=Value(here["common"], percent(2)),
        times=Value(one["common"] / here["common"], plain(1)),
        floor=Value(p.common_chance + 0.0, percent(1)),
    )
    columns = {
        "alone": Column(_("Chance of losing all, no common event"), percent(3)),
        "common": Column(_("Chance of losing all, with it"), percent(3)),
    }
    number = Column(_("Suppliers"), plain(0))
    table = rows(
        ({"number": float(k), **chances(p, float(k))} for k in range(1, MOST + 1)),
        number=number,
        **columns,
    )
    point = rows([{"at": p.suppliers, **here}], at=number, **columns)
    return View([each, together], {"chances": table, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the two chances by the number of suppliers, on a ratio scale."""
    x = across(
        "number", _("Suppliers"), [0.8, MOST + 0.2], ticks=list(range(1, MOST + 1)), format="d"
    )
    layers = []
    for name, token, dash, shape in (
        ("common", "series-2", [1, 0], "circle"),
        ("alone", "series-1", [6, 4], "square"),
    ):
        y = upward(
            name,
            _("Chance of losing all"),
            [1e-8, 1],
            ticks=[1e-8, 1e-6, 1e-4, 0.01, 1],
            ratios=True,
            labelExpr="format(100 * datum.value, '~g') + '%'",
        )
        line = charts.chances.mark_line(
            color=colour(token), strokeDash=dash, point={"shape": shape, "color": colour(token)}
        ).encode(x=x, y=y)
        here = charts.point.mark_point(size=150, shape=shape, color=colour(token))
        layers += [line, here.encode(x=alt.X("at:Q"), y=y)]
    layers += written(
        charts.chances,
        [
            (_("solid: with the event"), "series-2"),
            (_("dashed: without it"), "series-1"),
        ],
        top=152,
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="three-suppliers",
    title=_("Three suppliers, one flood"),
    question=_("Are three suppliers three times as safe as one?"),
    description=_(
        "Two falling lines of the chance of losing all suppliers, by their number from one to six, "
        "on a ratio scale. The dashed one falls evenly without end; the solid one, with an event "
        "that hits all, levels off at the chance of that event."
    ),
    kind="illustrative",
    chapter=14,
    controls=[
        slider("suppliers", step=1.0, low=1.0, high=float(MOST), start=3.0, form=plain(0)),
        slider("failure_chance", step=0.01, low=0.05, high=0.3, start=0.1, form=percent(0)),
        slider("common_chance", step=0.005, low=0.0, high=0.1, start=0.02, form=percent(1)),
    ],
    drag={"suppliers": "point.at", "failure_chance": "chances.alone"},
    named={
        "alone": _("Times to one joint failure, without an event"),
        "common": _("Chance that all fail together"),
        "times": _("Chance with one supplier, over the chance as set"),
        "floor": _("Least chance with any number of suppliers"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What each further supplier costs: smaller orders, more plants, more to oversee."),
        _("Suppliers of suppliers: three who buy the same part from one are not three."),
        _("How long a failure lasts, and stocks, which help most when it is short."),
    ],
    sources=["grossman2023"],
)
