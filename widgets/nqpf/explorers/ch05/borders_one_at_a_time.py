"""Four regions of unequal size: borders are taken down one by one, in the order of the reader."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, radio, rows, slider
from nqpf.explorers.core.style import colour, series
from nqpf.models.allocation.market_regions import (
    home_shares_of_regions,
    welfare_of_all_regions,
    welfare_of_regions,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

SIZES = [8.0, 4.0, 2.0, 1.0]
NAMES = [_("Size 8"), _("Size 4"), _("Size 2"), _("Size 1")]
COUNT = len(SIZES)


def borders(p: Settings) -> list[Scalar]:
    """Return the cost of each region's border: 1 where the reader has taken it down."""

    def cost(place: int) -> Scalar:
        turn = where(p.order < 0.5, lambda: place + 0.5, lambda: COUNT - 1 - place + 0.5)
        return where(p.removed > turn, lambda: 1.0, lambda: p.border)

    return [cost(place) for place in range(COUNT)]


def show(p: Settings) -> View:
    """Return what each region gains against all borders standing, and what it buys at home."""
    now = {"sizes": SIZES, "border_costs": borders(p), "trade_elasticity": p.trade_elasticity}
    all_up = now | {"border_costs": [p.border] * COUNT}
    free = now | {"border_costs": [1.0] * COUNT}
    gains = [
        after / before - 1
        for after, before in zip(
            welfare_of_regions(**now), welfare_of_regions(**all_up), strict=True
        )
    ]
    together = welfare_of_all_regions(**now) / welfare_of_all_regions(**all_up) - 1
    at_most = welfare_of_all_regions(**free) / welfare_of_all_regions(**all_up) - 1
    homes = home_shares_of_regions(**now)
    whole = Sentence(
        _(
            "With {removed} of four borders down, all regions together gain {together}; with all "
            "four down they would gain {at_most}."
        ),
        removed=Value(p.removed, plain(0)),
        together=Value(together, percent(1)),
        at_most=Value(at_most, percent(1)),
    )
    ends = Sentence(
        _(
            "The largest region gains {largest}, the smallest {smallest}, which now buys {home} of "
            "what it uses at home."
        ),
        largest=Value(gains[0], percent(1)),
        smallest=Value(gains[-1], percent(1)),
        home=Value(homes[-1], percent(0)),
    )
    regions = rows(
        (
            {"region": name, "gain": gain, "home": home, "part": size / sum(SIZES)}
            for name, gain, home, size in zip(NAMES, gains, homes, SIZES, strict=True)
        ),
        region=Column(_("Region")),
        gain=Column(_("Gain against all borders standing"), percent(1)),
        home=Column(_("Bought at home"), percent(1)),
        part=Column(_("Part of all output"), percent(1)),
    )
    return View([whole, ends], {"regions": regions})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return bars of gains above bars of home shares, with a tick at the part of all output."""
    region = alt.Y("region:N", sort=NAMES, title=None)
    gains = charts.regions.mark_bar(color=colour("series-1")).encode(
        y=region,
        x=alt.X(
            "gain:Q",
            title=_("Gain against all borders standing"),
            scale=alt.Scale(domain=[0, 0.6]),
            axis=alt.Axis(format="%", tickCount=6),
        ),
    )
    home_axis = alt.X(
        "home:Q",
        title=_("Bought at home (tick: without any border)"),
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%", tickCount=5),
    )
    homes = charts.regions.mark_bar(color=series(3)[2]).encode(y=region, x=home_axis)
    ticks = charts.regions.mark_tick(color=colour("ink"), thickness=3, size=20).encode(
        y=region, x=alt.X("part:Q")
    )
    return alt.vconcat(
        gains.properties(height=120), (homes + ticks).properties(height=120), spacing=16
    )


EXPLORER = Explorer(
    slug="borders-one-at-a-time",
    title=_("Borders, one at a time"),
    question=_("Who gains most when a border inside a country comes down?"),
    description=_(
        "Four bars of what regions of size 8, 4, 2 and 1 gain, and four of what they buy at home. "
        "Small regions gain most; each home share falls towards the region’s part of all output."
    ),
    kind="illustrative",
    chapter=5,
    controls=[
        plain_slider("removed", _("Borders taken down"), low=0, high=4, step=1, start=1),
        radio("order", _("Order"), [_("largest region first"), _("smallest region first")]),
        plain_slider(
            "border",
            _("Cost of a border: units sent for one to cross it"),
            low=1.05,
            high=1.3,
            step=0.05,
            start=1.2,
            form=plain(2),
        ),
        slider("trade_elasticity", low=3, high=8, step=1, start=5, form=plain(0)),
    ],
    named={
        "together": _("Gain of all regions together"),
        "at_most": _("Gain of all regions with all borders down"),
        "largest": _("Gain of the largest region"),
        "smallest": _("Gain of the smallest region"),
        "home": _("Bought at home by the smallest region"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Losers: incomes are given here; in “When industry moves” a region can lose."),
        _("Goods that cannot travel; with them the gains are smaller."),
        _("Moving people and firms, and the revenue that a region loses with its border."),
    ],
    sources=["arkolakis2012"],
)
