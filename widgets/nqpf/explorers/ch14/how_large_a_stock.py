"""How much to keep in stock against a cut of supply: the cost of holding and of being without."""

import altair as alt

from nqpf.algebra import Scalar, exp
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    slider,
)
from nqpf.explorers.core.style import colour
from nqpf.models.security import best_stock, cost_of_stock
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

# Holding a year of use costs a quarter of what it costs to buy.
HOLDING = 0.25
MOST_MONTHS = 18
# So many may be the cheapest.
SEEN_MONTHS = 24
MONTHS = 12


def case(p: Settings) -> dict[str, Scalar]:
    """Return the reader's disruptions and costs, in years and money a year."""
    return {
        "disruption_rate": p.disruption_rate,
        "disruption_length": p.length / MONTHS,
        "shortage_cost": p.shortage_cost,
        "holding_cost": HOLDING,
    }


def costs(p: Settings, months: Scalar) -> dict[str, Scalar]:
    """Return what a stock for so many months costs a year: holding alone, and in all."""
    whole = cost_of_stock(stock=months / MONTHS, **case(p))
    return {"whole": whole, "holding": HOLDING * months / MONTHS}


def show(p: Settings) -> View:
    """Return the cost of the reader's stock, the cheapest stock, and the cost of any."""
    here = costs(p, p.months)
    best = MONTHS * best_stock(**case(p))
    cost = Sentence(
        _(
            "A stock for {months} costs {holding} of a year’s bill to hold, and shortages "
            "cost another {shortage} of it; without a stock they would cost {none}."
        ),
        months=Value(p.months, mostly_whole(_("month"), _("months"))),
        holding=Value(here["holding"], percent(1)),
        shortage=Value(here["whole"] - here["holding"], percent(1)),
        none=Value(costs(p, 0.0)["whole"], percent(1)),
    )
    cheapest = Sentence(
        _(
            "Cheapest is a stock for {best} months, at {least} in all. It lasts through all but "
            "one disruption in {outlast}."
        ),
        best=Value(best, plain(1)),
        least=Value(costs(p, best)["whole"], percent(1)),
        outlast=Value(exp(best / p.length), plain(1)),
    )
    columns = {
        "whole": Column(_("Cost a year in all"), percent(1)),
        "holding": Column(_("Cost of holding"), percent(1)),
    }
    lines = curve(
        "months",
        grid(0, SEEN_MONTHS, 2 * SEEN_MONTHS + 1),
        lambda months: costs(p, months),
        months=Column(_("Stock in months of use"), mostly_whole()),
        **columns,
    )
    point = rows([{"at": p.months, **here}], at=Column(_("Stock set"), mostly_whole()), **columns)
    least = rows([{"at": best}], at=Column(_("Cheapest stock in months"), plain(1)))
    return View([cost, cheapest], {"lines": lines, "point": point, "least": least})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the cost in all over the cost of holding, and an upright at the cheapest stock."""
    x = across("months", _("Stock in months of use"), [0, SEEN_MONTHS], ticks=[0, 6, 12, 18, 24])
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(
            name, _("Cost a year, of a year’s bill"), [0, 1.2], format="%", cut="above"
        ),
        lines=[("whole", "series-1", [1, 0]), ("holding", "series-2", [6, 4])],
        cut=True,
    )
    least = charts.least.mark_rule(color=colour("ink"), strokeDash=[2, 4], clip=True)
    notes = written(
        charts.lines,
        [
            (_("solid: in all"), "series-1"),
            (_("dashed: holding alone"), "series-2"),
            (_("dotted: the cheapest stock"), "ink"),
        ],
        side="above",
    )
    return alt.layer(least.encode(x=alt.X("at:Q")), *layers, *notes)


EXPLORER = Explorer(
    slug="how-large-a-stock",
    title=_("How large a stock?"),
    question=_("Supply may be cut. For how many months should there be a stock?"),
    description=_(
        "A curve of the yearly cost of a stock against its size: high without one, falling to a "
        "flat bottom, then rising along the dashed line of what holding costs. A dotted upright "
        "marks the cheapest stock, points the stock set."
    ),
    kind="illustrative",
    chapter=14,
    controls=[
        plain_slider(
            "months",
            _("Stock in months of use"),
            low=0,
            high=MOST_MONTHS,
            step=0.5,
            start=6,
            form=mostly_whole(),
        ),
        plain_slider(
            "length",
            _("Mean length of a disruption in months"),
            low=1,
            high=6,
            step=0.5,
            start=2,
            form=mostly_whole(),
        ),
        slider("disruption_rate", step=0.05, low=0.05, high=0.5, form=plain(2)),
        slider(
            "shortage_cost",
            label=_("Cost of being without for a year, in years’ bills"),
            step=1,
            low=1,
            high=20,
            form=plain(0),
        ),
    ],
    drag={"months": "point.at"},
    named={
        "holding": _("Cost of holding, of a year’s bill"),
        "shortage": _("Cost of shortages, of a year’s bill"),
        "none": _("Cost of shortages without a stock"),
        "least": _("Least cost in all, of a year’s bill"),
        "outlast": _("Disruptions of which one outlasts the stock"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("A second disruption before the stock is full again: it buys time once in a crisis."),
        _("What cannot be kept: chips grow old, food spoils, services are made when used."),
        _("Buyers who stock up at once and drive up the price, and what is learnt in a shortage."),
        _(
            "Any good: holding a year of use costs a quarter of its price here, and lengths of "
            "disruptions are exponential."
        ),
    ],
    sources=["grossman2023"],
)
