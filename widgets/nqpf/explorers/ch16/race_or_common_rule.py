"""Places that outbid each other for industry: a race, a ban, or a common rule."""

import altair as alt

from nqpf.algebra import Scalar, maximum, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    named_colours,
    upward,
)
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.allocation.subsidy_race import (
    common_support_worth_most,
    gain_from_breaking,
    gain_of_place,
    penalty_that_holds,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

RACE, MOST, LOWEST, HIGHEST = 1.0, 1.5, -0.75, 1.25


def together(p: Settings, support: Scalar) -> Scalar:
    """Return what a place gains if all give the same."""
    return gain_of_place(
        support=support,
        support_elsewhere=support,
        drawn_away=p.drawn_away,
        learnt_elsewhere=p.learnt_elsewhere,
    )


def penalty(p: Settings, chance: Scalar) -> Scalar:
    """Return the least penalty that holds the cap if breaches are found with this chance."""
    return penalty_that_holds(support_cap=p.support_cap, chance_found=chance)


def show(p: Settings) -> View:
    """Return what the race, the cap and the best rule bring, and what a breach is worth."""
    best = common_support_worth_most(drawn_away=p.drawn_away, learnt_elsewhere=p.learnt_elsewhere)
    race, capped = together(p, RACE), together(p, p.support_cap)
    helps = where(capped > race, lambda: 1, lambda: 0)
    compared = Sentence(
        _(
            "In the race each place gains {race}; under the cap {capped}, so the cap {helps}; with "
            "the support that is best for all, {best}, it gains {most}; with none it gains 0."
        ),
        race=Value(race, plain(2, signed=True)),
        capped=Value(capped, plain(2, signed=True)),
        helps=word(helps, [_("costs all of them"), _("helps all of them")]),
        best=Value(best, plain(2)),
        most=Value(together(p, best), plain(2, signed=True)),
    )
    broken = Sentence(
        _(
            "A place that breaks the cap alone gains {breaking} more. If breaches are found with a "
            "chance of {chance}, a penalty below {penalty} holds nobody."
        ),
        breaking=Value(gain_from_breaking(support_cap=p.support_cap), plain(3)),
        chance=Value(p.chance_found, percent(0)),
        penalty=Value(penalty(p, p.chance_found), plain(2)),
    )
    line = curve(
        "support",
        grid(0, MOST, 61),
        lambda support: {"gain": maximum(LOWEST, together(p, support))},
        support=Column(_("Support that all give"), plain(2)),
        gain=Column(_("Gain of each place"), plain(2)),
    )
    marks = rows(
        [
            {"case": _("race"), "at": RACE, "gain": maximum(LOWEST, race)},
            {"case": _("cap"), "at": p.support_cap, "gain": capped},
            {"case": _("best for all"), "at": best, "gain": together(p, best)},
        ],
        case=Column(_("Rule")),
        at=Column(_("Support"), plain(2)),
        gain=Column(_("Gain of each place"), plain(2)),
    )
    penalties = curve(
        "chance",
        grid(0.05, 1, 39),
        lambda chance: {"penalty": penalty(p, chance)},
        chance=Column(_("Chance that a breach is found"), percent(0)),
        penalty=Column(_("Least penalty that holds the cap"), plain(2)),
    )
    found = rows(
        [{"at": p.chance_found, "penalty": penalty(p, p.chance_found)}],
        at=Column(_("Chance set"), percent(0)),
        penalty=Column(_("Least penalty that holds the cap"), plain(2)),
    )
    tables = {"line": line, "marks": marks, "penalties": penalties, "found": found}
    return View([compared, broken], tables)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return what each place gains with three rules on it, above the penalty that holds the cap."""
    title = _("Support all give (1: by choice)")
    x, here = (across(name, title, [0, MOST], cut="right") for name in ("support", "at"))
    y = upward("gain", _("Gain of each place"), [LOWEST, HIGHEST], ticks=5, cut="above")
    nothing = charts.marks.mark_rule(aria=False).encode(y=alt.datum(0))
    line = charts.line.mark_line(color=colour("series-1"), clip=True).encode(x=x, y=y)
    cases = [_("race"), _("cap"), _("best for all")]
    hues = [colour(f"series-{place}") for place in (2, 4, 3)]
    points = charts.marks.mark_point(size=140, opacity=1, clip=True, strokeWidth=3).encode(
        x=here,
        y=y,
        color=named_colours("case", cases, hues),
        shape=alt.Shape(
            "case:N",
            sort=cases,
            title=None,
            scale=alt.Scale(domain=cases, range=["circle", "square", "triangle-up"]),
        ),
    )
    chance = across("chance", _("Chance that a breach is found"), [0, 1], format="%")
    least = upward("penalty", _("Least penalty"), [0, 1], ticks=[0, 0.5, 1], cut="above")
    falling = charts.penalties.mark_line(color=colour("series-4"), clip=True)
    here = charts.found.mark_point(size=120, color=colour("series-4"), opacity=1, clip=True)
    lower = falling.encode(x=chance, y=least) + here.encode(x="at:Q", y=least)
    return above_one_another(alt.layer(nothing, line, points), lower, heights=(170, 80))


EXPLORER = Explorer(
    slug="race-or-common-rule",
    title=_("Race or common rule?"),
    question=_("Every place supports its industry. Should a common rule stop them?"),
    description=_(
        "A hump of what each place gains against the support that all give. The race stands at a "
        "support of 1, right of the top where much industry is drawn away, left of it where others "
        "learn more than they lose; a square marks the cap, a triangle the top. Below, a "
        "falling line of the least penalty that holds the cap against the chance of being found."
    ),
    kind="illustrative",
    chapter=16,
    controls=[
        slider("drawn_away", step=0.05, form=percent(0)),
        slider("learnt_elsewhere", step=0.05, form=percent(0)),
        slider("support_cap", step=0.05, form=plain(2)),
        slider("chance_found", step=0.05, low=0.05, form=percent(0)),
    ],
    drag={"support_cap": "marks.at.1", "chance_found": "found.at"},
    named={
        "race": _("Gain of each place in the race"),
        "capped": _("Gain of each place under the cap"),
        "helps": _("What the cap does"),
        "best": _("Support that is best for all"),
        "most": _("Gain of each place at that support"),
        "breaking": _("Gain from breaking the cap alone"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Places that differ: a poor one may need support that a rich one does not."),
        _("What support does to prices and rivals abroad."),
        _("Officials whose career depends on plants that are built, needed or not."),
        _("Measurement: nobody publishes what is drawn away and what is learnt."),
    ],
    sources=["wilson1999", "becker1968"],
)
