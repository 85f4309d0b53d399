"""A rule for a digital market that binds all its firms, or the large ones alone."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.models.data.platform_rules import (
    smallest_bound_firm,
    trade_covered,
    users_who_come,
    worth_of_market,
)
from nqpf.numbers import percent, plain
from nqpf.words import _


def worth(p: Settings, strength: Scalar, size: Scalar) -> Scalar:
    """Return what the market is worth under a rule that binds firms from a size on."""
    return worth_of_market(
        rule_strength=strength,
        binding_size=size,
        distrust=p.distrust,
        cost_of_rule=p.cost_of_rule,
    )


def show(p: Settings) -> View:
    """Return what the rule set does to users and firms, and the worth of both kinds of rule."""
    large, every = (worth(p, p.rule_strength, size) for size in (p.binding_size, 0.0))
    case = {"rule_strength": p.rule_strength, "distrust": p.distrust}
    stays = {
        size: smallest_bound_firm(**case, binding_size=bound, cost_of_rule=p.cost_of_rule)
        for size, bound in (("large", p.binding_size), ("all", 0.0))
    }
    better = where(large > every + 0.0005, lambda: 2, lambda: where(
        every > large + 0.0005, lambda: 0, lambda: 1
    ))  # fmt: skip
    bound = Sentence(
        _(
            "A rule for firms above {size} of the largest covers {trade} of trade. {users} of "
            "users come, {leave} of firms leave, and the market is worth {large}."
        ),
        size=Value(p.binding_size, percent(0)),
        trade=Value(trade_covered(binding_size=p.binding_size), percent(0)),
        users=Value(users_who_come(**case, binding_size=p.binding_size), percent(0)),
        leave=Value(stays["large"] - p.binding_size, percent(0)),
        large=Value(large, plain(3)),
    )
    other = Sentence(
        _(
            "If it bound all, {all_users} would come, {all_leave} of firms would leave, all of "
            "them small, and the market would be worth {every}: {better}. Without a rule: {none}."
        ),
        all_users=Value(users_who_come(**case, binding_size=0.0), percent(0)),
        all_leave=Value(stays["all"], percent(0)),
        every=Value(every, plain(3)),
        better=word(
            better,
            [_("better to bind all"), _("no difference"), _("better to bind the large alone")],
        ),
        none=Value(worth(p, 0.0, 0.0), plain(3)),
    )
    columns = {
        "large": Column(_("Worth if it binds the large alone"), plain(3)),
        "every": Column(_("Worth if it binds all"), plain(3)),
    }
    line = curve(
        "strength",
        grid(0, 1, 51),
        lambda strength: {
            "large": worth(p, strength, p.binding_size),
            "every": worth(p, strength, 0.0),
        },
        strength=Column(_("Strength of the rule"), percent(0)),
        **columns,
    )
    point = rows(
        [{"at": p.rule_strength, "large": large, "every": every}],
        at=Column(_("Strength set"), percent(0)),
        **columns,
    )
    return View([bound, other], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the worth of the market against the strength of a rule, for both kinds of rule."""
    x = across("strength", _("Strength of the rule"), [0, 1], format="%")
    layers = curves_and_points(
        charts.line,
        charts.point,
        x=x,
        y=lambda field: upward(field, _("Worth of the market"), [0.2, 1.05], ticks=5),
        lines=[("large", "series-1", []), ("every", "series-2", [6, 4])],
    )
    notes = written(
        charts.line,
        [
            (_("solid: binds the large alone"), "series-1"),
            (_("dashed: binds all firms"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(*layers, *notes)


EXPLORER = Explorer(
    slug="rule-for-all-or-large",
    title=_("A rule for all, or for the large?"),
    question=_("A rule brings users back and costs each firm the same. Whom should it bind?"),
    description=_(
        "Two lines of what a digital market is worth against the strength of a rule. Both rise as "
        "trust returns; the one for a rule that binds all firms turns down sooner, the more the "
        "rule costs, because small firms leave."
    ),
    kind="illustrative",
    chapter=16,
    controls=[
        slider("rule_strength", step=0.05, start=0.8),
        slider("binding_size", step=0.05, high=0.9, start=0.5),
        slider("cost_of_rule", step=0.01, high=0.3),
        slider("distrust", step=0.05),
    ],
    drag={"rule_strength": "point.at"},
    named={
        "trade": _("Trade covered, rule for the large"),
        "users": _("Users who come, rule for the large"),
        "leave": _("Firms that leave, rule for the large"),
        "all_users": _("Users who come, rule for all"),
        "all_leave": _("Firms that leave, rule for all"),
        "large": _("Worth of the market, rule for the large"),
        "every": _("Worth of the market, rule for all"),
        "better": _("Better rule"),
        "none": _("Worth of the market without a rule"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("A large firm that splits itself, or stays just below the size."),
        _("Rules that open a market to rivals, and rivals that a rule shuts out."),
        _("What a rule is for beside trade: privacy, safety, speech, control."),
        _("How trust is lost: one scandal in an unbound firm may scare users of all."),
    ],
    sources=["privacy_law_effects", "digitalpolicy2025"],
)
