"""A head start in a technology that gets cheaper with experience, and what spills over."""

import altair as alt

from nqpf.algebra import Scalar, exp
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curves_and_points, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.models.learning import cost_of_early_bird
from nqpf.numbers import counted, mostly_whole, percent, plain
from nqpf.words import _

MOST_YEARS = 15


def ratios(p: Settings, head_start: Scalar) -> dict[str, Scalar]:
    """Return the leader's cost over the follower's: as set, and if nothing spilt over."""
    case = {
        "learning_rate": p.learning_rate,
        "market_growth": p.market_growth,
        "head_start": head_start,
    }
    return {
        "shared": cost_of_early_bird(spillover=p.spillover, **case),
        "alone": cost_of_early_bird(spillover=0.0, **case),
    }


def show(p: Settings) -> View:
    """Return what the reader's head start is worth, and any other."""
    here = ratios(p, p.head_start)
    edge = Sentence(
        _(
            "Who starts {years} earlier in a market that grows by {growth} has made "
            "{multiple} times as much as the other. If none of that experience were shared, a unit "
            "would cost {alone} of what it costs the follower."
        ),
        years=Value(p.head_start, counted(_("year"), _("years"))),
        growth=Value(p.market_growth, percent(0)),
        multiple=Value(exp(p.market_growth * p.head_start), plain(1)),
        alone=Value(here["alone"], percent(0)),
    )
    spilt = Sentence(
        _(
            "If know-how spares the follower {spillover} of those years, it costs {shared}: the "
            "start counts for no more than {counted} years of which nothing is shared."
        ),
        spillover=Value(p.spillover, percent(0)),
        shared=Value(here["shared"], percent(0)),
        counted=Value(p.head_start * (1 - p.spillover), plain(1)),
    )
    columns = {
        "shared": Column(_("Leader’s cost over follower’s, as set"), percent(1)),
        "alone": Column(_("The same if nothing is shared"), percent(1)),
    }
    lines = curve(
        "years",
        grid(0, MOST_YEARS, 2 * MOST_YEARS + 1),
        lambda years: ratios(p, years),
        years=Column(_("Head start in years"), mostly_whole()),
        **columns,
    )
    point = rows([{"at": p.head_start, **here}], at=Column(_("Start set"), plain(0)), **columns)
    return View([edge, spilt], {"lines": lines, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the leader's cost over the follower's by the head start, as set and unshared."""
    x = across("years", _("Head start in years"), [0, MOST_YEARS], ticks=[0, 5, 10, 15])
    title, ticks = _("Leader’s cost over follower’s"), [0, 0.25, 0.5, 0.75, 1]
    layers = curves_and_points(
        charts.lines,
        charts.point,
        x=x,
        y=lambda name: upward(name, title, [0, 1], ticks=ticks, format="%"),
        lines=[("shared", "series-1", [1, 0]), ("alone", "series-2", [6, 4])],
    )
    layers += written(
        charts.lines,
        [(_("solid: as set"), "series-1"), (_("dashed: nothing shared"), "series-2")],
        side="above",
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="early-bird",
    title=_("The early bird"),
    question=_("What is it worth to start a new industry five years before the others?"),
    description=_(
        "Two falling curves of the leader’s unit cost over the follower’s against the head start "
        "in years. The dashed one, with nothing shared, falls fast; the solid one falls the less, "
        "the more know-how spills over."
    ),
    kind="illustrative",
    chapter=8,
    controls=[
        slider("head_start", step=1, form=plain(0)),
        slider("spillover", step=0.05),
        slider("market_growth", step=0.05),
        slider("learning_rate", step=0.01, low=0.0, high=0.35),
    ],
    drag={"head_start": "point.at"},
    named={
        "multiple": _("Made so far by the leader, over the follower"),
        "alone": _("Leader’s cost over follower’s, nothing shared"),
        "counted": _("Head start that counts, years"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What the early bird pays: first plants are dear, and the first design may be wrong."),
        _("How spillover comes about: suppliers, licences, people who move, imitation."),
        _("Followers who outgrow the leader: both are taken to grow with the market."),
        _("Other edges: standards, customers who stay, a place in the chain."),
    ],
    sources=["wright1936", "lafond2018", "gan2024"],
)
