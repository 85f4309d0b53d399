"""How long a patent should protect: invention called forth against users kept out."""

import altair as alt

from nqpf.algebra import Scalar, minimum, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curve_and_point, present, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.rules_of_the_game import (
    best_protected_part,
    gain_from_patent,
    life_that_protects,
    protected_by_patent,
)
from nqpf.numbers import counted, percent, plain
from nqpf.words import _

LONGEST = 80.0


def gain(p: Settings, years: Scalar) -> Scalar:
    """Return the gain under a patent life, as a part of the most there can be."""
    return gain_from_patent(
        patent_years=years,
        demand_response=p.demand_response,
        interest_rate=p.interest_rate,
        enforcement=p.enforcement,
    )


def show(p: Settings) -> View:
    """Return the reader's patent in words, and the gain at every length of protection."""
    here = gain(p, p.patent_years)
    wanted = best_protected_part(demand_response=p.demand_response)
    enough = where(p.enforcement > wanted + 0.001, lambda: 1, lambda: 0)
    case = {"enforcement": p.enforcement, "interest_rate": p.interest_rate}
    best = where(
        p.enforcement > wanted + 0.001,
        lambda: life_that_protects(protected_part=wanted, **case),
        lambda: 200.0,
    )
    shown = minimum(best, LONGEST)
    now = Sentence(
        _(
            "Granted for {years} and enforced by {courts}, a patent protects {protected} of "
            "an invention’s value and brings {here} of the most that can be gained."
        ),
        years=Value(p.patent_years, counted(_("year"), _("years"))),
        courts=Value(p.enforcement, percent(0)),
        protected=Value(protected_by_patent(patent_years=p.patent_years, **case), percent(0)),
        here=Value(here, percent(1)),
    )
    wish = Sentence(
        _("It would be best to protect {wanted}. {verdict}: {best} years."),
        wanted=Value(wanted, percent(0)),
        verdict=word(
            enough,
            [
                _("No length does that, as courts enforce less; the longest here gains most"),
                _("The best life does that"),
            ],
        ),
        best=Value(shown, plain(1)),
    )
    line = curve(
        "years",
        grid(0, LONGEST, 81),
        lambda years: {"gain": gain(p, years)},
        years=Column(_("Years of protection"), plain(0)),
        gain=Column(_("Gain, of the most there can be"), percent(1)),
    )
    seen = where(best < LONGEST, lambda: 1, lambda: 0)
    point = rows(
        [{"at": p.patent_years, "gain": here, "best": shown, "seen": seen}],
        at=Column(_("Years set"), plain(0)),
        gain=Column(_("Gain, of the most there can be"), percent(1)),
        best=Column(_("Best life, at most 80 years"), plain(1)),
        seen=Column(_("Best life in the picture (1) or not (0)"), plain(0)),
    )
    return View([now, wish], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the gain against the life of a patent, and a dashed rule at the best life."""
    title = _("Years of protection")
    x, top = (across(name, title, [0, LONGEST], ticks=4) for name in ("years", "best"))
    y = upward("gain", _("Gain, of the most there can be"), [0, 1.05], format="%")
    best = charts.point.mark_rule(strokeDash=[5, 4], aria=False).encode(
        x=top, opacity=present("seen")
    )
    here = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    notes = written(charts.point, [(_("dashed: the best life of a patent"), "muted")], side="above")
    return alt.layer(best, here, *notes)


EXPLORER = Explorer(
    slug="how-long-a-patent",
    title=_("How long a patent?"),
    question=_("Protection calls forth inventions and keeps them dear. Is longer always better?"),
    description=_(
        "A line of what is gained from invention against the years of protection: it rises "
        "steeply, has a hump at a dashed rule, and falls the further, the more demand responds to "
        "the price. Where courts enforce little it only rises."
    ),
    kind="illustrative",
    chapter=16,
    controls=[
        slider("patent_years", step=1, high=LONGEST, form=plain(0)),
        slider("enforcement", step=0.05, low=0.2),
        slider("demand_response", step=0.5, low=0.5, high=20, start=10.0, form=plain(1)),
        slider("interest_rate", step=0.01),
    ],
    drag={"patent_years": "point.at"},
    sketch=Sketch(
        "line.gain",
        _(
            "Patents last longer and longer. How much of the most that can be gained is "
            "gained from invention? Draw it."
        ),
        higher=_("Long protection keeps what is invented dear: less is gained than you thought."),
        lower=_("The first years call forth most inventions: more is gained than you thought."),
        turn=_(
            "The gain is largest at {turn} years: beyond them more is kept dear than is "
            "called forth."
        ),
    ),
    named={
        "protected": _("Part of an invention’s value protected"),
        "wanted": _("Part of the value best protected"),
        "verdict": _("Whether a length does that"),
        "best": _("Best length, years"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Inventions that build on one another, which long protection can hold up."),
        _("Secrecy, which patents replace, and the cost of disputes, which they bring."),
        _("Patents sought for a target or a subsidy rather than for what they protect."),
    ],
    sources=["nordhaus1969"],
)
