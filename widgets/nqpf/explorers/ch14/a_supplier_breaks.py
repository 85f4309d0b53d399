"""A supplier breaks somewhere in a chain: who stops after it, and when?"""

import altair as alt

from nqpf.algebra import Scalar, lookup, minimum, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, select, slider
from nqpf.explorers.core.style import colour
from nqpf.models.security.chain_stop import days_stopped, days_without_supply
from nqpf.numbers import counted, plain
from nqpf.words import _

STAGES = [
    _("Rare earths"),
    _("Magnets"),
    _("Motors"),
    _("Chips"),
    _("Control units"),
    _("Cars"),
]
# For each supplier that may break: how many stocks lie between it and each stage after it.
STEPS: list[dict[int, int]] = [
    {0: 0, 1: 1, 2: 2, 5: 3},
    {1: 0, 2: 1, 5: 2},
    {2: 0, 5: 1},
    {3: 0, 4: 1, 5: 2},
    {4: 0, 5: 1},
]
CARS = len(STAGES) - 1
MOST = 120
DAYS = counted(_("day"), _("days"))


def stopped(p: Settings, stocks: float) -> Scalar:
    """Return for how many days a firm stands still with so many stocks before it."""
    case = {"outage_days": p.outage_days, "detour_days": p.detour_days}
    return days_stopped(stock_on_the_way=stocks * p.stock, **case)


def stage(p: Settings, place: int) -> dict[str, Scalar]:
    """Return when a stage stops and starts again, both 0 if it does not."""
    back = days_without_supply(outage_days=p.outage_days, detour_days=p.detour_days)
    reached = [(broken, steps[place]) for broken, steps in enumerate(STEPS) if place in steps]

    def here(broken: int, value: Scalar) -> Scalar:
        return where(abs(p.broken - broken) < 0.5, lambda: value, lambda: 0.0)

    lost = total(here(broken, stopped(p, count)) for broken, count in reached)
    start = total(here(broken, count * p.stock) for broken, count in reached)
    return {"lost": lost, "from": where(lost > 0, lambda: start, lambda: 0.0),
            "to": where(lost > 0, lambda: back, lambda: 0.0)}  # fmt: skip


def show(p: Settings) -> View:
    """Return who stands still and for how long, over the days after the break."""
    found = [stage(p, place) for place in range(len(STAGES))]
    count = total(where(one["lost"] > 0, lambda: 1.0, lambda: 0.0) for one in found)
    cars = found[CARS]
    said = Sentence(
        _(
            "Nothing comes for {gap}. Stages that stand still: {count} of six. The car plant "
            "stands for {lost}, from day {begin} on."
        ),
        gap=Value(minimum(p.outage_days, p.detour_days), DAYS),
        count=Value(count, plain(0)),
        lost=Value(cars["lost"], DAYS),
        begin=Value(cars["from"], plain(0)),
    )
    without = lookup([float(steps[CARS]) for steps in STEPS], p.broken)
    enough = Sentence(
        _("It would not if each stage on the way ({steps} of them) had stock for {stock}."),
        stock=Value(minimum(p.outage_days, p.detour_days) / without, DAYS),
        steps=Value(without, plain(0)),
    )
    table = rows(
        ({"stage": name, **one} for name, one in zip(STAGES, found, strict=True)),
        **{
            "stage": Column(_("Stage")),
            "from": Column(_("Stands still from day"), plain(0)),
            "to": Column(_("To day"), plain(0)),
            "lost": Column(_("Days lost"), plain(0)),
        },
    )
    return View([said, enough], {"stages": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a row for each stage, thin where it works and thick where it stands still."""
    x = across(
        "from", _("Days after the break (bar: stands still)"), [0, MOST], ticks=[0, 30, 60, 90, 120]
    )
    y = listed("stage", STAGES, ticks=False)
    works = charts.stages.mark_rule(color=colour("series-1"), strokeWidth=3).encode(
        x=alt.datum(0), x2=alt.X2Datum(MOST), y=y
    )
    still = charts.stages.mark_bar(color=colour("series-2"), height={"band": 0.6}).encode(
        x=x, x2="to:Q", y=y
    )
    return alt.layer(works, still)


EXPLORER = Explorer(
    slug="a-supplier-breaks",
    title=_("A supplier breaks"),
    question=_("One supplier of a supplier cannot deliver. When does the car plant notice?"),
    description=_(
        "A row for each of six stages from rare earths and chips to cars, over the days after a "
        "break. A row is a thin line while the stage works and a thick bar while it stands still; "
        "each stage after the break stops later than the one before it, when its stock is used up."
    ),
    kind="illustrative",
    chapter=14,
    height=300,
    controls=[
        select("broken", _("What cannot be delivered"), STAGES[:CARS], start=0),
        slider("outage_days", step=5, high=MOST, start=75, form=plain(0)),
        plain_slider(
            "stock",
            _("Stock at each stage, in days of use"),
            low=0,
            high=60,
            step=1,
            start=15,
            form=plain(0),
        ),
        slider("detour_days", step=5, low=5, high=MOST, start=90, form=plain(0)),
    ],
    named={
        "gap": _("Time in which nothing comes"),
        "count": _("Stages that stand still, of six"),
        "lost": _("Standstill of the car plant"),
        "begin": _("First day of the car plant’s standstill"),
        "steps": _("Stages on the way"),
        "stock": _("Stock that would do"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("The way back: stages before the break lose their buyer, and stop when stores are full."),
        _("Less than all: most shortages leave some supply, and who gets it is another question."),
        _("Time on the way once supply is back, and buyers who stock up in fear and lengthen it."),
        _("Any real firm: days were chosen for teaching."),
    ],
    sources=["hallegatte2008", "carvalho2021"],
)
