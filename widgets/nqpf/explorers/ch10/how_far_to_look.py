"""One project, appraised by people who look ahead for different numbers of years."""

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.patience import value_within_horizon
from nqpf.numbers import plain
from nqpf.words import _

YEARS_OF_RETURN = 10.0
LONGEST = 20
# What it says of the first horizon that accepts: a year, or that none does.
FIRST = [_("from year {year} on").format(year=year) for year in range(1, LONGEST + 1)]
FIRST += [_("at no horizon")]


def value(p: Settings, horizon: Scalar) -> Scalar:
    """Return the value of the project within a horizon, in per cent of what is invested."""
    return 100 * value_within_horizon(
        discount_rate=p.discount_rate,
        horizon=horizon,
        first_return=p.first_return,
        years_of_return=YEARS_OF_RETURN,
        yearly_return=p.yearly_return,
    )


def show(p: Settings) -> View:
    """Return what the reader's horizon says of the project, and its value at every horizon."""
    here = value(p, p.horizon)
    refused = total(
        where(value(p, float(years)) > 0, lambda: 0.0, lambda: 1.0)
        for years in range(1, LONGEST + 1)
    )
    verdict = Sentence(
        _(
            "Of 100 invested, a horizon of {horizon} years leaves {value}: the project is "
            "{verdict}. It is accepted {first}."
        ),
        horizon=Value(p.horizon, plain(0)),
        value=Value(here, plain(1, signed=True)),
        verdict=word(where(here > 0, lambda: 1, lambda: 0), [_("refused"), _("accepted")]),
        first=word(refused, FIRST),
    )
    line = curve(
        "horizon",
        range(1, LONGEST + 1),
        lambda horizon: {"value": value(p, horizon)},
        horizon=Column(_("Years looked ahead"), plain(0)),
        value=Column(_("Value, of 100 invested"), plain(1)),
    )
    point = rows(
        [{"at": p.horizon, "value": here}],
        at=Column(_("Years set"), plain(0)),
        value=Column(_("Value, of 100 invested"), plain(1)),
    )
    return View([verdict], {"line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the value against the horizon: flat at the start, then rising, then flat."""
    x = across("horizon", _("Years looked ahead"), [1, LONGEST], ticks=[1, 5, 10, 15, 20])
    y = upward("value", _("Value, of 100 invested"), [-110, 230], ticks=[-100, 0, 100, 200])
    nothing = charts.point.mark_rule(strokeDash=[5, 4], aria=False).encode(y=alt.datum(0))
    paths = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    return nothing + paths


EXPLORER = Explorer(
    slug="how-far-to-look",
    title=_("How far to look ahead"),
    question=_("The same project is refused and accepted. What do the two appraisers disagree on?"),
    description=_(
        "A line of a project’s value against the years that an appraisal looks ahead. It lies at "
        "the loss of everything until the first return, rises for ten years and stays there."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("horizon", step=1, low=2, high=LONGEST, form=plain(0)),
        slider("discount_rate", step=0.01, low=0.03, high=0.12),
        slider("first_return", step=1, low=3, high=10, form=plain(0)),
        slider("yearly_return", step=0.05, low=0.1, high=0.4),
    ],
    drag={"horizon": "point.at"},
    sketch=Sketch(
        "line.value",
        _(
            "A project costs at once and pays for some years later on. What is it worth to "
            "those who look ahead so many years? Draw it."
        ),
        higher=_("Who does not look as far as the first return sees only the cost."),
        lower=_(
            "Once returns come, each year that is looked at adds one: it is worth more "
            "than you thought."
        ),
    ),
    named={
        "verdict": _("Verdict on the project"),
        "first": _("When it is accepted"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("That returns are unsure: here the long view knows them as well as the short one."),
        _("Whether those who look far ahead can be told from those who hide losses behind it."),
        _("What else the money could do; the rate stands for all of it."),
    ],
    sources=["huang2024", "dixit1994"],
)
