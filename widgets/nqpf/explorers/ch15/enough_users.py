"""A network is worth more the more have joined: how many must come before the others do?"""

import altair as alt

from nqpf.algebra import Scalar, let, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, on_paper, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.security.infrastructure import critical_mass, next_users, users_of_grown_network
from nqpf.numbers import percent, plain
from nqpf.words import _

PERIODS = 30
ALIKE = 5e-7
NEAR, GAP = 0.12, 0.06


def path(p: Settings) -> list[Scalar]:
    """Return the part of possible users who have joined, period by period."""
    users = [p.network_users]
    for period in range(1, PERIODS + 1):
        after = next_users(
            network_users=users[-1],
            network_price=p.network_price,
            joining_speed=p.joining_speed,
        )
        users.append(let(f"users_{period}", after))
    return users


def show(p: Settings) -> View:
    """Return where the network goes and the two levels at which it stays."""
    users = path(p)
    threshold = critical_mass(network_price=p.network_price)
    grown = users_of_grown_network(network_price=p.network_price)
    fate = where(
        abs(p.network_users - threshold) < ALIKE,
        lambda: 1,
        lambda: where(p.network_users > threshold, lambda: 2, lambda: 0),
    )
    levels = Sentence(
        _(
            "At this price the critical mass is {threshold} of possible users; a network above it "
            "comes to {grown}, one below it loses all."
        ),
        threshold=Value(threshold, percent(1)),
        grown=Value(grown, percent(1)),
    )
    here = Sentence(
        _("With {start} at the start this one {fate}: after 30 periods it has {end}."),
        start=Value(p.network_users, percent(0)),
        fate=word(fate, [_("is lost"), _("stands on the edge"), _("comes to stay")]),
        end=Value(users[-1], percent(1)),
    )
    line = rows(
        ({"period": period, "users": one} for period, one in enumerate(users)),
        period=Column(_("Period"), plain(0)),
        users=Column(_("Users, of all possible"), percent(1)),
    )
    # A name stands on the free side of its line, off the axis at a price of nothing.
    rests = rows(
        [
            {
                "level": _("critical mass"),
                "users": threshold,
                "name_at": threshold + where(threshold < NEAR, lambda: GAP, lambda: -GAP),
            },
            {
                "level": _("grown network"),
                "users": grown,
                "name_at": grown + where(grown > 1 - NEAR, lambda: -GAP, lambda: GAP),
            },
        ],
        level=Column(_("Level")),
        users=Column(_("Users, of all possible"), percent(1)),
        name_at=Column(_("Where its name stands"), percent(1)),
    )
    return View([levels, here], {"line": line, "rests": rests})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return users over time between the two levels at which a network stays."""
    x = across("period", _("Period"), [0, PERIODS], ticks=[0, 10, 20, 30])
    y = upward("users", _("Users, of all possible"), [0, 1.05], format="%")
    first, second = (charts.rests.transform_filter(f"datum.row === {row}") for row in (0, 1))
    edge = first.mark_rule(color=colour("series-2"), strokeDash=[6, 4], size=2).encode(y=y)
    stay = second.mark_rule(color=colour("series-3"), strokeDash=[2, 3], size=2).encode(y=y)
    line = charts.line.mark_line(color=colour("series-1"), strokeWidth=3).encode(x=x, y=y)
    names = [
        rest.mark_text(align="right", dx=-6, fontWeight="bold", color=colour(hue)).encode(
            x=alt.datum(PERIODS), y=alt.Y("name_at:Q"), text="level:N"
        )
        for rest, hue in ((first, "series-2"), (second, "series-3"))
    ]
    return alt.layer(edge, stay, line, *on_paper(*names))


EXPLORER = Explorer(
    slug="enough-users",
    title=_("Enough users"),
    question=_("A network stands, and few use it. How many must join before others follow?"),
    description=_(
        "A line of users over thirty periods, which falls to nothing from below a dashed line of "
        "critical mass and rises to a dotted line from above it."
    ),
    kind="illustrative",
    chapter=15,
    controls=[
        slider("network_users", step=0.01, start=0.15, label=_("Users at the start")),
        slider("network_price", step=0.01, start=0.16),
        slider("joining_speed", step=0.05, start=0.3),
    ],
    drag={"network_users": "line.users"},
    named={
        "threshold": _("Critical mass, of possible users"),
        "grown": _("Grown network, of possible users"),
        "fate": _("Fate of the network"),
        "end": _("Users after 30 periods, of possible ones"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Users who care for some others only: a town can be full while the country is empty."),
        _("What people expect: if all expect all to join, no critical mass is needed."),
        _("Rival networks, and owners who give it away at first to sell it dearer later."),
    ],
    sources=["rohlfs1974"],
)
