"""Two firms of unequal productivity: the reader moves labour and capital between them."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    curve_and_point,
    listed,
    named_colours,
    upward,
)
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.models.allocation import efficient_productivity
from nqpf.models.allocation.divided_factors import (
    marginal_products_of_capital,
    marginal_products_of_labour,
    output_of_divided_factors,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

SIGMA, CAPITAL_SHARE = 3.0, 0.4
FIRMS = [_("Better firm"), _("Other firm")]
FACTORS = [_("last worker"), _("last machine")]


def division(p: Settings, labour: Scalar) -> dict[str, object]:
    """Return the arguments of the models, the better firm first, at some division of labour."""
    return {
        "productivities": [p.ratio, 1.0],
        "labour_by_firm": [labour, 1 - labour],
        "capital_by_firm": [p.capital, 1 - p.capital],
        "capital_share": CAPITAL_SHARE,
        "elasticity_of_substitution": SIGMA,
    }


def efficiency(p: Settings, labour: Scalar) -> Scalar:
    """Return output as a fraction of what the best division would give."""
    best = efficient_productivity(productivities=[p.ratio, 1.0], elasticity_of_substitution=SIGMA)
    return output_of_divided_factors(**division(p, labour)) / best  # type: ignore[arg-type]  # because the mapping is mixed


def show(p: Settings) -> View:
    """Return output against the best, and what the last unit adds in each firm."""
    here = division(p, p.labour)
    workers = marginal_products_of_labour(**here)  # type: ignore[arg-type]  # because the mapping is mixed
    machines = marginal_products_of_capital(**here)  # type: ignore[arg-type]  # because the mapping is mixed
    output = Sentence(
        _("The same labour and capital make {efficiency} of what the best division would make."),
        efficiency=Value(efficiency(p, p.labour), percent(1)),
    )
    margins = Sentence(
        _(
            "In the better firm the last worker adds {workers} times, and the last machine "
            "{machines} times, what it adds in the other."
        ),
        workers=Value(workers[0] / workers[1], plain(2)),
        machines=Value(machines[0] / machines[1], plain(2)),
    )
    bars = rows(
        (
            {"factor": factor, "firm": firm, "adds": adds}
            for factor, pair in zip(FACTORS, (workers, machines), strict=True)
            for firm, adds in zip(FIRMS, pair, strict=True)
        ),
        factor=Column(_("Which unit")),
        firm=Column(_("Firm")),
        adds=Column(_("What it adds"), plain(2)),
    )
    outputs = curve(
        "labour",
        grid(0.05, 0.95, 46),
        lambda labour: {"efficiency": efficiency(p, labour)},
        labour=Column(_("Labour in the better firm"), percent(0)),
        efficiency=Column(_("Output against the best"), percent(1)),
    )
    point = rows(
        [{"at": p.labour, "efficiency": efficiency(p, p.labour)}],
        at=Column(_("Labour in the better firm, as set"), percent(0)),
        efficiency=Column(_("Output against the best"), percent(1)),
    )
    return View([output, margins], {"bars": bars, "outputs": outputs, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return bars of what the last units add, above output for each division of labour."""
    bars = charts.bars.mark_bar(clip=True).encode(
        y=listed("factor", FACTORS),
        yOffset=alt.YOffset("firm:N", sort=FIRMS),
        x=across("adds", _("What one more unit adds"), [0, 4], ticks=4, cut="right"),
        color=named_colours("firm", FIRMS),
    )
    x = across("labour", _("Part of all labour in the better firm"), [0, 1], format="%")
    y = upward("efficiency", _("Output against the best"), [0.3, 1], ticks=4, format="%")
    curve = curve_and_point(charts.outputs, charts.point, x=x, y=y, hue=colour("series-1"))
    return above_one_another(bars, curve, heights=(110, 150))


EXPLORER = Explorer(
    slug="move-the-factors",
    title=_("Move labour and capital"),
    question=_("Where should the next worker and the next machine go?"),
    description=_(
        "Two pairs of bars: what one more worker and one more machine add in each of two firms. "
        "Below them output against the best division, over the labour in the better firm: a hill."
    ),
    kind="illustrative",
    chapter=5,
    controls=[
        plain_slider(
            "labour",
            _("Part of all labour in the better firm"),
            low=0.05,
            high=0.95,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        plain_slider(
            "capital",
            _("Part of all capital in the better firm"),
            low=0.05,
            high=0.95,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        plain_slider(
            "ratio",
            _("How many times as productive the better firm is"),
            low=1.0,
            high=3.0,
            step=0.1,
            start=2.0,
            form=plain(1),
        ),
    ],
    predict=Prediction(
        "efficiency",
        _(
            "One firm is twice as productive, yet each has half of all labour and capital. "
            "How much of the best possible output do the two make?"
        ),
        low=0.4,
        high=1,
        step=0.01,
    ),
    drag={"labour": "point.at"},
    named={
        "workers": _("Last worker in the better firm over the other"),
        "machines": _("Last machine in the better firm over the other"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What a move costs: training, dismissal, a new site, a loan that is not given."),
        _("Why the better firm does not have them already: the next explorer puts a wedge there."),
        _("Firms that learn, enter or close; productivity here is given."),
    ],
    sources=["hsieh2009"],
)
