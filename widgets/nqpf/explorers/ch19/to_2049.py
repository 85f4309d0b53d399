"""The whole machine from 2024 to 2049: four levers, one path, and the baseline beside it."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    slider,
)
from nqpf.explorers.core.style import colour
from nqpf.models.scenario import BASELINE, FIRST_YEAR, ScenarioYear, scenario_years
from nqpf.numbers import percent, plain, year
from nqpf.words import _

MOVED = ["openness", "research_effort", "log_variance", "saving_end"]
BEFORE = scenario_years({})
YEARS = len(BEFORE) - 1
LAST = FIRST_YEAR + YEARS


def records(path: list[ScenarioYear]) -> list[dict[str, Scalar]]:
    """Return output and its growth over the year before, from the first year that has one."""
    return [
        {
            "year": FIRST_YEAR + after,
            "output": path[after].output,
            "growth": path[after].output / path[after - 1].output - 1,
        }
        for after in range(1, len(path))
    ]


def show(p: Settings) -> View:
    """Return the path with the reader's levers, and where it ends in words."""
    path = scenario_years({name: getattr(p, name) for name in MOVED})
    end = path[-1]
    growth = Sentence(
        _(
            "Output in 2049 is {times} times that of 2024, growth of {growth} a year; in the "
            "baseline it is {baseline} times."
        ),
        times=Value(end.output, plain(2)),
        growth=Value(end.output ** (1 / YEARS) - 1, percent(2)),
        baseline=Value(BEFORE[-1].output, plain(2)),
    )
    state = Sentence(
        _(
            "Productivity ends at {proximity} of the frontier, and the economy makes {efficiency} "
            "of what it could without dispersion between firms. Emissions are {emissions} of those "
            "of 2024."
        ),
        proximity=Value(end.proximity, percent(1)),
        efficiency=Value(end.efficiency, percent(1)),
        emissions=Value(end.emissions, percent(0)),
    )
    yours = rows(
        records(path),
        year=Column(_("Year"), year()),
        output=Column(_("Output, 2024 = 1"), plain(3)),
        growth=Column(_("Growth over the year before"), percent(2)),
    )
    baseline = observations(
        records(BEFORE),
        year=Column(_("Year"), year()),
        output=Column(_("Output in the baseline, 2024 = 1"), plain(3)),
        growth=Column(_("Growth in the baseline"), percent(2)),
    )
    return View([growth, state], {"yours": yours, "baseline": baseline})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the reader's path over the dashed baseline, as a level and as growth by year."""
    ticks = [FIRST_YEAR + 1, 2030, 2035, 2040, LAST]
    x = across("year", None, [FIRST_YEAR + 1, LAST], ticks=ticks, format="d")
    level = upward("output", _("Output, 2024 = 1"), [1, 4], ticks=[1, 2, 3, 4])
    growth = upward(
        "growth", _("Growth a year"), [0, 0.07], ticks=[0, 0.02, 0.04, 0.06], format="%"
    )

    def paths(y: alt.Y) -> list[alt.Chart]:
        before = charts.baseline.mark_line(color=colour("muted"), strokeDash=[6, 4])
        yours = charts.yours.mark_line(color=colour("series-1"), strokeWidth=3)
        return [before.encode(x=x, y=y), yours.encode(x=x, y=y)]

    def ending(field: str, y: alt.Y, form: str) -> list[alt.Chart]:
        last = charts.yours.transform_filter(f"datum.row === {YEARS - 1}").encode(x=x, y=y)
        name = last.mark_text(align="left", dx=9, fontWeight="bold", color=colour("series-1"))
        shown = alt.Text(f"{field}:Q", format=form)
        dot = last.mark_point(size=110, color=colour("series-1"))
        return [dot, name.encode(text=shown)]

    notes = written(
        charts.baseline,
        [
            (_("solid: with your levers"), "series-1"),
            (_("dashed: the baseline"), "muted"),
            (_("no sectors, no demand: no forecast"), "ink"),
        ],
        side="above",
    )
    upper = alt.layer(*paths(level), *ending("output", level, ".2f"), *notes)
    lower = alt.layer(*paths(growth), *ending("growth", growth, ".1%"))
    return above_one_another(upper, lower, heights=(200, 110))


EXPLORER = Explorer(
    slug="to-2049",
    title=_("To 2049"),
    question=_(
        "Openness is halved and research stepped up by half. Does one make up for the other?"
    ),
    description=_(
        "Above, a line of output from 2025 to 2049 with the levers as set, and a dashed one of the "
        "baseline; below, the growth of each year. Growth slows in both as the frontier comes "
        "nearer and saving falls."
    ),
    kind="illustrative",
    chapter=19,
    controls=[
        slider("openness", step=0.05, low=0.3, high=1.5, start=0.5),
        slider("research_effort", step=0.05, low=0.5, high=2.0, start=1.5),
        plain_slider(
            "log_variance",
            _("Dispersion between firms that is worked towards (variance of logs)"),
            low=0.0,
            high=0.2,
            step=0.01,
            start=BASELINE["log_variance"],
            form=plain(2),
        ),
        slider("saving_end", step=0.01, low=0.2, high=0.45),
    ],
    named={
        "times": _("Output in 2049, 2024 = 1"),
        "growth": _("Growth a year"),
        "proximity": _("Productivity in 2049, of the frontier"),
        "efficiency": _("Output, of that without dispersion"),
        "emissions": _("Emissions in 2049, of those of 2024"),
    },
    show=show,
    draw=draw,
    predict=Prediction(
        "times",
        _(
            "In the baseline output in 2049 is 2.18 times that of 2024. Now openness is halved and "
            "research stepped up by half. How many times is it then?"
        ),
        low=1.0,
        high=3.0,
        step=0.02,
    ),
    left_out=[
        _("Demand: whatever is made is bought, and saving always becomes useful capital."),
        _("Sectors, firms and regions, debt, and relations between states."),
        _("China: the numbers are chosen for teaching, none is estimated, and none is a forecast."),
    ],
    sources=["solow1956", "hsieh2009", "nelson1966"],
)
