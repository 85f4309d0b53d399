"""How long a patent should protect: invention called forth against users kept out."""

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.rules_of_the_game import best_patent_life, gain_from_patent
from nqpf.numbers import percent, plain
from nqpf.words import _

LONGEST = 80.0


def gain(p: Settings, years: Scalar) -> Scalar:
    """Return the gain under a patent life, as a part of the most there can be."""
    return gain_from_patent(
        patent_years=years, demand_response=p.demand_response, interest_rate=p.interest_rate
    )


def show(p: Settings) -> View:
    """Return the reader's patent in words, and the gain at every length of protection."""
    here = gain(p, p.patent_years)
    best = best_patent_life(demand_response=p.demand_response, interest_rate=p.interest_rate)
    sentence = Sentence(
        _(
            "Protection for {years} years brings {here} of the most that can be gained; the best "
            "life is {best} years. Protection for {longest} years brings {for_long}."
        ),
        years=Value(p.patent_years, plain(0)),
        here=Value(here, percent(1)),
        best=Value(best, plain(1)),
        longest=Value(LONGEST, plain(0)),
        for_long=Value(gain(p, LONGEST), percent(1)),
    )
    line = curve(
        "years",
        grid(0, LONGEST, 81),
        lambda years: {"gain": gain(p, years)},
        years=Column(_("Years of protection"), plain(0)),
        gain=Column(_("Gain, of the most there can be"), percent(1)),
    )
    point = rows(
        [{"at": p.patent_years, "gain": here}],
        at=Column(_("Years set"), plain(0)),
        gain=Column(_("Gain, of the most there can be"), percent(1)),
    )
    return View([sentence], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the gain against the life of a patent: a steep rise, a hump, a slow fall."""
    x = across("years", _("Years of protection"), [0, LONGEST], ticks=4)
    y = upward("gain", _("Gain, of the most there can be"), [0, 1.05], format="%")
    return curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))


EXPLORER = Explorer(
    slug="how-long-a-patent",
    title=_("How long a patent?"),
    question=_("Protection calls forth inventions and keeps them dear. Is longer always better?"),
    description=_(
        "A line of what is gained from invention against the years of protection: it rises "
        "steeply, has a hump, and falls the further, the more demand responds to the price."
    ),
    kind="illustrative",
    chapter=16,
    controls=[
        slider("patent_years", step=1, high=LONGEST, form=plain(0)),
        slider("demand_response", step=0.5, low=0.5, high=20, start=10.0, form=plain(1)),
        slider("interest_rate", step=0.01),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Inventions that build on one another, which long protection can hold up."),
        _("Secrecy, which patents replace, and the cost of disputes, which they bring."),
        _("Patents sought for a target or a subsidy rather than for what they protect."),
    ],
    sources=["nordhaus1969"],
)
