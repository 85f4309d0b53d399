"""One formula, two answers: what dearer imports cost at once, and what they cost in time."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
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
from nqpf.models.security.openness import gains_from_trade, real_income_after_price_rise
from nqpf.numbers import percent, plain
from nqpf.words import _

HOME, MULTIPLE = 0.8, 5.0


def losses(p: Settings, multiple: Scalar) -> dict[str, Scalar]:
    """Return the loss of real income at both elasticities once imports cost a multiple."""
    case = {"home_expenditure": p.home_expenditure, "foreign_price_multiple": multiple}
    return {
        "soon": 1 - real_income_after_price_rise(foreign_elasticity=p.soon_elasticity, **case),
        "later": 1 - real_income_after_price_rise(foreign_elasticity=p.later_elasticity, **case),
    }


def show(p: Settings) -> View:
    """Return what the reader's price rise costs at once and in time, and over all rises."""
    here = losses(p, p.foreign_price_multiple)
    both = Sentence(
        _(
            "{share} of spending goes abroad, and there prices are multiplied by {multiple}. At "
            "once this costs {soon} of real income, in time {later}."
        ),
        share=Value(1 - p.home_expenditure, percent(0)),
        multiple=Value(p.foreign_price_multiple, plain(1)),
        soon=Value(here["soon"], percent(1)),
        later=Value(here["later"], percent(1)),
    )
    whole = gains_from_trade(
        home_expenditure=p.home_expenditure, foreign_elasticity=p.later_elasticity
    )
    gains = Sentence(
        _("All trade together, given time to adjust, is worth {gains} of real income."),
        gains=Value(whole, percent(1)),
    )
    columns = {
        "soon": Column(_("Loss at once"), percent(1)),
        "later": Column(_("Loss in time"), percent(1)),
    }
    lines = curve(
        "multiple",
        grid(1, 10, 46),
        lambda multiple: losses(p, multiple),
        multiple=Column(_("Foreign prices, over what they were"), plain(1)),
        **columns,
    )
    point = rows(
        [{"at": p.foreign_price_multiple, **here}],
        at=Column(_("Foreign prices set"), plain(1)),
        **columns,
    )
    return View([both, gains], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both losses against foreign prices, with the reader's point on each."""
    x = across(
        "multiple",
        _("Foreign prices, over what they were"),
        [1, 10],
        ticks=[1, 2, 4, 6, 8, 10],
        format="d",
    )
    quarters = [0, 0.25, 0.5, 0.75, 1]
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(name, _("Loss of real income"), [0, 1], ticks=quarters, format="%"),
        lines=[("soon", "series-2", [1, 0]), ("later", "series-1", [6, 4])],
    )
    layers += written(
        charts.lines,
        [
            (_("solid: at once"), "series-2"),
            (_("dashed: in time"), "series-1"),
        ],
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="open-and-exposed",
    title=_("Open and exposed"),
    question=_("Can the same trade be worth little and cost much to lose?"),
    description=_(
        "Two curves of the loss of real income against foreign prices. The dashed one, for years "
        "in which others can take over, soon levels off; the solid one, for the first weeks, "
        "climbs far above it."
    ),
    kind="illustrative",
    chapter=14,
    controls=[
        slider(
            "foreign_price_multiple", step=0.5, low=1.0, high=10.0, start=MULTIPLE, form=plain(1)
        ),
        slider("home_expenditure", step=0.01, low=0.5, high=0.98, start=HOME),
        plain_slider(
            "soon_elasticity",
            _("How well home goods replace foreign ones at once (elasticity)"),
            low=0.1,
            high=2,
            step=0.1,
            start=0.3,
            form=plain(1),
        ),
        plain_slider(
            "later_elasticity",
            _("How well they do in time (elasticity)"),
            low=2,
            high=10,
            step=0.5,
            start=6,
            form=plain(1),
        ),
    ],
    predict=Prediction(
        "later",
        _(
            "{share} of spending goes abroad, and foreign prices rise to {multiple} times what "
            "they were. After years to adjust, how much of real income is lost?"
        ).format(share=percent(0).text(1 - HOME), multiple=plain(0).text(MULTIPLE)),
        low=0,
        high=0.5,
        step=0.01,
    ),
    drag={"foreign_price_multiple": "point.at"},
    named={
        "share": _("Part of spending that goes abroad"),
        "gains": _("Worth of all trade, of real income"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Inputs: a part that stops a whole line costs more than its share of spending."),
        _("Many industries: where some goods have no substitute, gains and losses are larger."),
        _("Time itself: the two elasticities are ends of a road, and nothing moves along it here."),
    ],
    sources=["arkolakis2012"],
)
