"""The scenario when nobody knows its levers: how wide the paths to 2049 fan out."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Many, as_many
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.lattice import Lattice
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
from nqpf.models.scenario import FIRST_YEAR, HORIZON, scenario_years
from nqpf.models.scenario.scenario_uncertainty import bands_of_paths, drawn_levers
from nqpf.numbers import percent, plain, year
from nqpf.words import _

UNCERTAIN = [
    "openness",
    "research_effort",
    "saving_end",
    "log_variance",
    "absorption",
    "own_invention",
    "human_capital_growth",
    "frontier_growth",
    "proximity",
]
DRAWS = 1000
SEED = "chapter 19"
SHOWN = range(HORIZON + 1)
PARTS = {"low": 0.05, "lower": 0.25, "middle": 0.5, "upper": 0.75, "high": 0.95}
BASELINE_PATH = scenario_years({})


def computed(*, spread: float, **levers: float) -> dict[str, float | Sequence[float]]:
    """Return the bands of all paths in every year, and how many beat the baseline."""
    drawn = drawn_levers(levers, names=UNCERTAIN, spread=spread, draws=DRAWS, seed=SEED)
    years = scenario_years({name: Many(values) for name, values in drawn.items()})
    paths = [as_many(years[after].output, DRAWS) for after in SHOWN]
    bands = bands_of_paths(paths, parts=list(PARTS.values()))
    above = sum(end > BASELINE_PATH[-1].output for end in paths[-1]) / DRAWS
    columns = zip(*bands, strict=True)
    return {"above": above, **dict(zip(PARTS, map(list, columns), strict=True))}


CONTROLS = [
    plain_slider(
        "spread",
        _("Doubt: how far each lever may be from where it is set"),
        low=0.0,
        high=0.4,
        step=0.1,
        start=0.2,
        form=percent(0),
    ),
    slider("openness", step=0.25, low=0.5, high=1.25),
    slider("research_effort", step=0.5, low=0.5, high=2.0),
]
LATTICE = Lattice(CONTROLS, computed, decimals=3)


def show(p: Settings) -> View:
    """Return between which ends nine paths in ten lie, and the bands year by year."""
    found = LATTICE.read(p)
    low, middle, high = (found[name][-1] for name in ("low", "middle", "high"))
    ends = Sentence(
        _(
            "Nine of ten paths end between {low} and {high} times the output of 2024: growth of "
            "{slow} to {fast} a year. The path in the middle ends at {middle} times."
        ),
        low=Value(low, plain(2)),
        high=Value(high, plain(2)),
        slow=Value(low ** (1 / HORIZON) - 1, percent(1)),
        fast=Value(high ** (1 / HORIZON) - 1, percent(1)),
        middle=Value(middle, plain(2)),
    )
    above = Sentence(
        _("Paths that end above the baseline, which ends at {baseline} times: {above} of 100."),
        above=Value(100 * found["above"], plain(0)),
        baseline=Value(BASELINE_PATH[-1].output, plain(2)),
    )
    fan = rows(
        (
            {"year": FIRST_YEAR + after, **{name: found[name][place] for name in PARTS}}
            for place, after in enumerate(SHOWN)
        ),
        year=Column(_("Year"), year()),
        low=Column(_("5 of 100 paths lie below"), plain(2)),
        lower=Column(_("25 of 100 lie below"), plain(2)),
        middle=Column(_("50 of 100 lie below"), plain(2)),
        upper=Column(_("75 of 100 lie below"), plain(2)),
        high=Column(_("95 of 100 lie below"), plain(2)),
    )
    baseline = observations(
        ({"year": FIRST_YEAR + after, "output": BASELINE_PATH[after].output} for after in SHOWN),
        year=Column(_("Year"), year()),
        output=Column(_("Output in the baseline, 2024 = 1"), plain(2)),
    )
    return View([ends, above], {"fan": fan, "baseline": baseline})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two bands around the middle path, the dashed baseline, and what it is not."""
    last = FIRST_YEAR + HORIZON
    x = across("year", None, [FIRST_YEAR, last], ticks=[FIRST_YEAR, 2030, 2040, last], format="d")
    title, ends, ticks = _("Output, 2024 = 1"), [1, 3.5], [1, 1.5, 2, 2.5, 3, 3.5]
    layers = []
    for bottom, top, opacity in (("low", "high", 0.25), ("lower", "upper", 0.45)):
        band = charts.fan.mark_area(color=colour("series-1"), opacity=opacity)
        layers.append(band.encode(x=x, y=upward(bottom, title, ends, ticks=ticks), y2=f"{top}:Q"))
    middle = charts.fan.mark_line(color=colour("series-1"))
    before = charts.baseline.mark_line(color=colour("ink"), strokeDash=[6, 4])
    layers += [
        middle.encode(x=x, y=upward("middle", title, ends, ticks=ticks)),
        before.encode(x=x, y=upward("output", title, ends, ticks=ticks)),
        *written(
            charts.baseline,
            [
                (_("pale: nine of ten paths"), "series-1"),
                (_("dark: half of all paths"), "series-1"),
                (_("dashed: the baseline"), "ink"),
                (_("chosen for teaching: no forecast"), "muted"),
            ],
        ),
    ]
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="fan-to-2049",
    title=_("A fan to 2049"),
    question=_("Nobody knows the levers’ true values. How far apart do the paths end?"),
    description=_(
        "A middle line of output from 2024 to 2049 in two bands that hold half of a thousand paths "
        "and nine of ten, and a dashed baseline. The bands widen with the years and with doubt."
    ),
    kind="illustrative",
    chapter=19,
    controls=CONTROLS,
    sketch=Sketch(
        "fan.middle",
        _(
            "Of a thousand paths, where does the one in the middle lead? Draw it; output "
            "is 1 at the start."
        ),
        higher=_("Growth that slows leads less far than you thought."),
        lower=_("Growth adds to what has grown already: it leads farther than you thought."),
    ),
    named={
        "low": _("Lower end of nine paths in ten, 2024 = 1"),
        "high": _("Upper end of nine paths in ten, 2024 = 1"),
        "slow": _("Growth a year at the lower end"),
        "fast": _("Growth a year at the upper end"),
        "middle": _("End of the path in the middle, 2024 = 1"),
        "above": _("Paths that end above the baseline, of 100"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("China: the levers are chosen for teaching, none is estimated, and none is a forecast."),
        _("Doubt about the machine itself: it has no sectors and no demand."),
        _("Levers that err together: each is drawn by itself, anywhere within its spread."),
    ],
    sources=["solow1956", "hsieh2009", "nelson1966"],
)
