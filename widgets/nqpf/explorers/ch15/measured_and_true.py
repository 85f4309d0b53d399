"""The J-curve: measured output dips while true output rises, or while money is wasted."""

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider, word
from nqpf.explorers.core.style import colour
from nqpf.models.data.digital import (
    break_even_elasticity,
    measured_output_path,
    true_output_path,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

BEFORE, AFTER = 0.02, 0.06
YEARS = 30
# What is said of the first year in which measured output is above where it was.
TURN = [_("year {year}").format(year=year) for year in range(YEARS + 1)]
TURN += [_("no year of the thirty")]


def paths(p: Settings) -> tuple[tuple[Scalar, ...], tuple[Scalar, ...]]:
    """Return measured and true output in each year, relative to before."""
    case = {
        "investment_before": BEFORE,
        "investment_after": p.investment_after,
        "intangible_elasticity": p.intangible_elasticity,
        "intangible_depreciation": p.intangible_depreciation,
        "years": YEARS,
    }
    return measured_output_path(**case), true_output_path(**case)


def in_year(path: tuple[Scalar, ...], year: Scalar) -> Scalar:
    """Return a path's value in the year that the reader looks at."""
    return total(
        value * where(abs(year - after) < 0.5, lambda: 1.0, lambda: 0.0)
        for after, value in enumerate(path)
    )


def show(p: Settings) -> View:
    """Return both paths, what the chosen year shows of them, and when measurement turns."""
    measured, true = paths(p)
    seen, hidden = in_year(measured, p.year), in_year(true, p.year)
    state = Sentence(
        _(
            "In year {year} measured output is {seen} against before; with the intangibles that "
            "firms build it is {hidden}."
        ),
        year=Value(p.year, plain(0)),
        seen=Value(seen, percent(1, signed=True)),
        hidden=Value(hidden, percent(1, signed=True)),
    )
    below = total(where(value > 0, lambda: 0.0, lambda: 1.0) for value in measured)
    turn = Sentence(
        _(
            "Measured output is first above where it was in {turn}. It never gets there if the "
            "elasticity of output to intangibles is below {least}: then the money is wasted."
        ),
        turn=word(below, TURN),
        least=Value(
            break_even_elasticity(investment_before=BEFORE, investment_after=p.investment_after),
            plain(3),
        ),
    )
    table = rows(
        (
            {"year": year, "measured": one, "true": other}
            for year, (one, other) in enumerate(zip(measured, true, strict=True))
        ),
        year=Column(_("Years after the step up"), plain(0)),
        measured=Column(_("Measured output, against before"), percent(1, signed=True)),
        true=Column(_("Output with intangibles, against before"), percent(1, signed=True)),
    )
    at = rows(
        [{"at": p.year, "measured": seen, "true": hidden}],
        at=Column(_("Year looked at"), plain(0)),
        measured=Column(_("Measured output, against before"), percent(1, signed=True)),
        true=Column(_("Output with intangibles, against before"), percent(1, signed=True)),
    )
    return View([state, turn], {"paths": table, "at": at})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return both paths from the step up on, with the year that is looked at."""
    x = across("year", _("Years after the step up"), [0, YEARS], ticks=6)
    title, ends = _("Output against before"), [-0.1, 0.4]
    ticks = [0, 0.2, 0.4]
    layers = [charts.at.mark_rule(color=colour("ink"), aria=False).encode(y=alt.datum(0))]
    for name, token, dash in (("true", "series-2", [6, 4]), ("measured", "series-1", [1, 0])):
        y = upward(name, title, ends, ticks=ticks, format="%")
        line = charts.paths.mark_line(color=colour(token), strokeDash=dash).encode(x=x, y=y)
        point = charts.at.mark_point(size=110, color=colour(token)).encode(x=alt.X("at:Q"), y=y)
        layers += [line, point]
    layers += written(
        charts.at,
        [
            (_("solid: as measured"), "series-1"),
            (_("dashed: with intangibles"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="measured-and-true",
    title=_("Measured and true"),
    question=_("Measured productivity falls after going digital. Has it failed, or only begun?"),
    description=_(
        "Two lines over thirty years. Measured output drops at once and climbs back; output with "
        "the intangibles that firms build rises from the start."
    ),
    kind="illustrative",
    chapter=15,
    controls=[
        plain_slider(
            "year", _("Year looked at"), low=0, high=YEARS, step=1, start=1, form=plain(0)
        ),
        slider("intangible_elasticity", step=0.01, high=0.15, form=plain(2)),
        slider("investment_after", step=0.01, low=0.04, high=0.1, start=AFTER),
        slider("intangible_depreciation", step=0.05),
    ],
    predict=Prediction(
        "seen",
        _(
            "Firms put {before} of output a year into training, reorganising and cleaning data, "
            "which statistics do not count; from year 0 on they put in {after}. It is money well "
            "spent. By how much does measured output in year 1 differ from before?"
        ).format(before=percent(0).text(BEFORE), after=percent(0).text(AFTER)),
        low=-0.1,
        high=0.1,
        step=0.005,
    ),
    drag={"year": "at.at"},
    play="year",
    named={
        "turn": _("When measured output is above the start"),
        "least": _("Least elasticity at which it gets there"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Everything else that moves productivity at the same time and hides either path."),
        _("Measurement that catches up: parts of these investments are counted by now."),
        _("That money may be badly spent: a low response stands for it here."),
    ],
    sources=["brynjolfsson2021", "solow1987", "david1990"],
)
