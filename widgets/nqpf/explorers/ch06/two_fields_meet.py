"""New ideas from pairs of old ones: two fields apart, and as far as they are joined."""

import altair as alt

from nqpf.algebra import where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.recombination import critical_ideas, ideas_path
from nqpf.numbers import percent, plain
from nqpf.words import _

YEARS = 40
AT_FIRST = 10.0


def show(p: Settings) -> View:
    """Return the ideas of fields apart and of fields joined, year by year and in words."""
    case = {
        "ideas": AT_FIRST,
        "success_chance": p.success_chance,
        "tries_per_idea": p.tries_per_idea,
    }
    joined = ideas_path(connection=p.connection, years=YEARS, **case)
    apart = ideas_path(connection=0.0, years=YEARS, **case)
    # Growth in the last year is all that time allows, unless pairs were missing.
    most = p.success_chance * p.tries_per_idea
    last = joined[-1] / joined[-2] - 1
    outcome = Sentence(
        _(
            "From {first} ideas, the two fields apart come to {apart} in {years} years; joined as "
            "far as set they come to {joined}."
        ),
        first=Value(AT_FIRST + 0 * p.connection, plain(0)),
        apart=Value(apart[-1], plain(0)),
        years=Value(YEARS, plain(0)),
        joined=Value(joined[-1], plain(0)),
    )
    limit = Sentence(
        _(
            "In the last year ideas grow by {last}; what holds them back is {limit}. From "
            "{critical} ideas on, a new one opens enough pairs for yet another."
        ),
        last=Value(last, percent(1)),
        limit=word(
            where(last > most * 0.999, lambda: 1, lambda: 0),
            [_("a lack of untried pairs"), _("the time to try them")],
        ),
        critical=Value(
            critical_ideas(success_chance=p.success_chance, connection=p.connection), plain(1)
        ),
    )
    paths = rows(
        (
            {"year": when, "apart": one, "joined": other}
            for when, (one, other) in enumerate(zip(apart, joined, strict=True))
        ),
        year=Column(_("Year"), plain(0)),
        apart=Column(_("Ideas of two fields apart"), plain(1)),
        joined=Column(_("Ideas of fields joined as set"), plain(1)),
    )
    return View([outcome, limit], {"paths": paths})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both numbers of ideas over the years, on a ratio scale."""
    x = across("year", _("Year"), [0, YEARS], ticks=[0, 10, 20, 30, 40])
    layers = []
    for name, token, dash in (("joined", "series-1", [1, 0]), ("apart", "series-2", [6, 4])):
        y = upward(
            name, _("Ideas"), [8, 600], ticks=[10, 20, 50, 100, 200, 500], ratios=True, format="d"
        )
        layers.append(
            charts.paths.mark_line(color=colour(token), strokeDash=dash, clip=True).encode(x=x, y=y)
        )
    layers += written(
        charts.paths,
        [(_("solid: fields joined"), "series-1"), (_("dashed: fields apart"), "series-2")],
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="two-fields-meet",
    title=_("Two fields meet"),
    question=_("Two fields have run out of new ideas. What happens if they meet?"),
    description=_(
        "Two lines of the number of ideas over forty years on a ratio scale. That of two fields "
        "apart soon levels off; that of fields joined rises steadily once there are pairs enough."
    ),
    kind="illustrative",
    chapter=6,
    controls=[
        slider("connection", step=0.05, low=0.0, high=1.0, start=1.0),
        slider("success_chance", step=0.01, low=0.02, high=0.2, start=0.1, form=percent(0)),
        slider("tries_per_idea", step=0.05, low=0.05, high=0.5, start=0.3, form=plain(2)),
    ],
    sketch=Sketch(
        "paths.joined",
        _(
            "Two fields are joined, and people try pairs of their ideas. How many ideas "
            "are there in each year? Draw it; equal steps upward multiply."
        ),
        higher=_(
            "Ideas grow no faster than people can try pairs: by the same part each year, "
            "which is a straight line here."
        ),
        lower=_(
            "There are always more pairs left to try: ideas go on growing by the same part "
            "each year, which is a straight line here."
        ),
    ),
    named={
        "first": _("Ideas at the start"),
        "apart": _("Ideas at the end, fields apart"),
        "joined": _("Ideas at the end, fields joined as set"),
        "last": _("Growth of ideas in the last year"),
        "limit": _("What holds ideas back"),
        "critical": _("Ideas from which a new one opens yet another"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What ideas are worth: here all count alike, though most are worth little."),
        _("Pairs that are harder to judge the farther apart their fields lie."),
        _("What it costs to try: people and money grow with ideas here, by a fixed rule."),
    ],
    sources=["weitzman1998"],
)
