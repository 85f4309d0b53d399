"""A maker begins to sell services with its product: what happens to its margin, and to its risk?"""

from typing import Any

import altair as alt

from nqpf.algebra import Scalar, floor, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, curve_and_point, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.data.servitisation import (
    income_risk,
    margin_with_services,
    share_of_least_risk,
    share_that_pays,
)
from nqpf.numbers import percent
from nqpf.words import _

PRODUCT_MARGIN, PRODUCT_RISK, SERVICE_RISK = 0.08, 0.2, 0.12
# What is said of the share from which services pay, by hundredths of revenue.
PAYS = [_("a share of {}").format(percent(0).text(at / 100)) for at in range(101)]
PAYS += [_("no share, however large")]


def state(p: Settings, share: Scalar) -> dict[str, Scalar]:
    """Return margin and risk at a share of services."""
    return {
        "margin": margin_with_services(
            service_share=share,
            product_margin=PRODUCT_MARGIN,
            service_margin=p.service_margin,
            service_overhead=p.service_overhead,
        ),
        "risk": income_risk(
            service_share=share,
            product_risk=PRODUCT_RISK,
            service_risk=SERVICE_RISK,
            customer_correlation=p.customer_correlation,
        ),
        "alone": PRODUCT_MARGIN,
    }


def show(p: Settings) -> View:
    """Return margin and risk in words, and both over all shares of services."""
    now = state(p, p.service_share)
    pays = share_that_pays(
        product_margin=PRODUCT_MARGIN,
        service_margin=p.service_margin,
        service_overhead=p.service_overhead,
    )
    said = where(pays > 1 + 1e-9, lambda: len(PAYS) - 1, lambda: floor(100 * pays + 0.5))
    calm = share_of_least_risk(
        product_risk=PRODUCT_RISK,
        service_risk=SERVICE_RISK,
        customer_correlation=p.customer_correlation,
    )
    earns = Sentence(
        _(
            "With {share} of revenue from services the margin is {margin}, and {alone} for the "
            "product alone: services {verdict}. They pay from {least}."
        ),
        share=Value(p.service_share, percent(0)),
        margin=Value(now["margin"], percent(1)),
        alone=Value(PRODUCT_MARGIN, percent(0)),
        verdict=word(
            where(now["margin"] > PRODUCT_MARGIN + 1e-9, lambda: 1, lambda: 0),
            [_("do not pay"), _("pay")],
        ),
        least=word(said, PAYS),
    )
    varies = Sentence(
        _(
            "In two years of three income stays within {risk} of its mean; with the product alone "
            "it is {alone_risk}. It would vary least at a share of {calm}."
        ),
        risk=Value(now["risk"], percent(1)),
        alone_risk=Value(PRODUCT_RISK, percent(0)),
        calm=Value(calm, percent(0)),
    )
    headings = {
        "margin": Column(_("Margin"), percent(1)),
        "risk": Column(_("Standard deviation of income"), percent(1)),
        "alone": Column(_("Margin of the product alone"), percent(0)),
    }
    lines = curve(
        "share",
        grid(0, 1, 41),
        lambda share: state(p, share),
        share=Column(_("Services, of revenue"), percent(0)),
        **headings,
    )
    point = rows(
        [{"at": p.service_share, **now}], at=Column(_("Share as set"), percent(0)), **headings
    )
    marks = rows(
        [
            {
                "pays": pays,
                "calm": calm,
                "reached": PRODUCT_MARGIN,
                "least": state(p, calm)["risk"],
            }
        ],
        pays=Column(_("Services pay from this share"), percent(0)),
        calm=Column(_("Income varies least at this share"), percent(0)),
        reached=Column(_("Margin there"), percent(0)),
        least=Column(_("Standard deviation there"), percent(1)),
    )
    return View([earns, varies], {"lines": lines, "point": point, "marks": marks})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return margin over the share of services, above risk, with the two shares that matter."""
    ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]

    def x(field: str, title: str | None) -> alt.X:
        return across(field, title, [0, 1], ticks=ticks, format="%")

    def height(field: str) -> alt.Y:
        return upward(field, _("Margin"), [0, 0.34], ticks=[0, 0.1, 0.2, 0.3], format="%")

    def variation(field: str) -> alt.Y:
        return upward(field, _("Risk"), [0, 0.3], ticks=[0, 0.1, 0.2], format="%")

    title = _("Services, of revenue")
    alone = charts.lines.mark_line(color=colour("ink"), strokeDash=[4, 4]).encode(
        x=x("share", None),
        y=upward("alone", _("Margin"), [0, 0.34], ticks=[0, 0.1, 0.2, 0.3], format="%"),
    )
    upper = curve_and_point(
        charts.lines, charts.point, x=x("share", None), y=height("margin"), hue=colour("series-1")
    )
    lower = curve_and_point(
        charts.lines, charts.point, x=x("share", title), y=variation("risk"), hue=colour("series-2")
    )

    def rule(field: str, token: str, name: str | None, top: alt.Y) -> Any:
        shown = charts.marks.transform_filter(f"datum.{field} <= 1")
        return shown.mark_rule(color=colour(token), strokeDash=[2, 3], strokeWidth=3).encode(
            x=x(field, name), y=top, y2=alt.Y2Datum(0)
        )

    notes = written(
        charts.marks,
        [
            (_("dotted: services pay from here"), "series-1"),
            (_("dashed: the product alone"), "ink"),
        ],
    )
    calm = written(charts.marks, [(_("dotted: income varies least"), "series-2")])
    return above_one_another(
        alt.layer(alone, upper, rule("pays", "series-1", None, height("reached")), *notes),
        alt.layer(lower, rule("calm", "series-2", title, variation("least")), *calm),
        heights=(150, 120),
    )


EXPLORER = Explorer(
    slug="serve-or-sell",
    title=_("Serve or sell"),
    question=_("A maker begins to run its machines for customers. More profit, and surer?"),
    description=_(
        "Two lines over the share of services in revenue. Above, the margin starts below that of "
        "the product alone and rises past it. Below, the standard deviation of income falls and "
        "rises again, or only rises if customers stop paying for service when they stop buying."
    ),
    kind="illustrative",
    chapter=11,
    height=320,
    controls=[
        slider("service_share", step=0.05, form=percent(0)),
        slider("service_margin", step=0.01, low=0.1, high=0.3, start=0.18, form=percent(0)),
        slider("service_overhead", step=0.01, high=0.06, form=percent(0)),
        slider("customer_correlation", step=0.1, low=-0.3, high=0.9, start=0.0),
    ],
    drag={"service_share": "point.at"},
    named={
        "margin": _("Margin as set"),
        "verdict": _("Whether services pay"),
        "least": _("Least share from which they pay"),
        "calm": _("Share at which income varies least"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What the customer gains: who pays by the hour has handed over a risk."),
        _("Learning: a machine that reports back teaches its maker, which no margin shows."),
        _("Who may do the service: independent workshops are shut out if data are locked."),
        _("Any firm: margins and risks are chosen for teaching."),
    ],
    sources=["neely2008", "benedettini2015", "markowitz1952"],
)
