"""Scale, weights, adding up: which step of an index moves a province's rank most."""

from itertools import product

import altair as alt

from nqpf.algebra import lookup
from nqpf.explorers.ch18._provinces import NAMES, TABLE
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, select, toggle, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.every_index import every_index
from nqpf.models.measurement.rank_sensitivity import first_order_indices
from nqpf.models.measurement.tables import mean
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

STEPS = {
    _("scale"): [_("spread"), _("ranks")],
    _("weights"): [_("equal"), _("entropy"), _("CRITIC")],
    _("adding up"): [_("sum"), _("product"), _("TOPSIS")],
}
OPTIONS = [option for options in STEPS.values() for option in options]

EVERY = every_index(TABLE)


def combinations(ways: int) -> list[tuple[tuple[int, int, int], list[float]]]:
    """Return the ranks of all provinces under each combination of options, the last fastest."""
    scales, rules, added = (range(len(options)) for options in STEPS.values())
    pairs = zip(product(scales, rules, added), EVERY, strict=True)
    return [(options, index.ranks) for options, index in pairs if options[-1] < ways]


RUNS = [combinations(2), combinations(3)]


def parts(place: int, ways: int) -> list[float]:
    """Return the part of a province's movement that each step causes by itself; all 0 if none."""
    taken = [[found[place]] for _chosen, found in RUNS[ways]]
    if min(taken) == max(taken):
        return [0.0] * len(STEPS)
    return first_order_indices(taken, levels=[2, 3, ways + 2])


PARTS = [parts(place, ways) for ways in (0, 1) for place in range(len(NAMES))]
NONE = _("none moves it")
LARGEST = [
    list(STEPS)[found.index(max(found))] if max(found) else NONE for found in PARTS
]  # fmt: skip
ENDS = [
    (min(taken), max(taken))
    for runs in RUNS
    for taken in ([found[place] for _chosen, found in runs] for place in range(len(NAMES)))
]


def points() -> list[dict[str, object]]:
    """Return the rank under every combination, once for each of its three options."""
    return [
        {
            "place": place,
            "with": int(ways),
            "option": options[chosen[step]],
            "rank": found[place],
        }
        for ways, runs in enumerate(RUNS)
        for chosen, found in runs
        for step, options in enumerate(STEPS.values())
        for place in range(len(NAMES))
    ]


def means() -> list[dict[str, object]]:
    """Return the mean rank of each province over all combinations that share an option."""
    gathered: dict[tuple[int, int, str], list[float]] = {}
    for point in points():
        key = (int(str(point["place"])), int(str(point["with"])), str(point["option"]))
        gathered.setdefault(key, []).append(float(str(point["rank"])))
    return [
        {"place": place, "with": ways, "option": option, "mean": round(mean(taken), 3)}
        for (place, ways, option), taken in gathered.items()
    ]


def show(p: Settings) -> View:
    """Return how far the rank moves, which step moves it most, and the ranks by option."""
    row = p.with_topsis * len(NAMES) + p.whose
    moved = Sentence(
        _(
            "Over {all} combinations {whose} is between number {best} and number {worst}. Step "
            "that moves it most by itself: {step}, with {share} of the movement."
        ),
        all=Value(lookup([len(runs) for runs in RUNS], p.with_topsis), plain(0)),
        whose=word(p.whose, NAMES),
        best=Value(lookup([best for best, _worst in ENDS], row), mostly_whole()),
        worst=Value(lookup([worst for _best, worst in ENDS], row), mostly_whole()),
        step=word(lookup([[*STEPS, NONE].index(one) for one in LARGEST], row), [*STEPS, NONE]),
        share=Value(lookup([max(found) for found in PARTS], row), percent(0)),
    )
    keep = {"place": p.whose, "with": p.with_topsis}
    option = Column(_("Option"))
    dots = observations(points(), keep=keep, option=option, rank=Column(_("Rank"), mostly_whole()))
    ticks = observations(means(), keep=keep, option=option, mean=Column(_("Mean rank"), plain(1)))
    return View([moved], {"dots": dots, "ticks": ticks})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a row an option, in three groups, with its ranks as dots and their mean."""
    x_title = _("Rank in every combination (stroke: mean)")
    panels = []
    for at, (step, options) in enumerate(STEPS.items()):
        last = at == len(STEPS) - 1
        among = " || ".join(f"datum.option === '{option}'" for option in options)
        title = x_title if last else None
        x = across("rank", title, [0.5, 31.5], ticks=[1, 10, 20, 31], labels=last)
        names = alt.Axis(ticks=False, minExtent=62, maxExtent=62)
        y = alt.Y("option:N", scale=alt.Scale(domain=options), title=None, axis=names)
        dots = (
            charts.dots.transform_filter(among)
            .mark_point(size=55, opacity=0.55, color=colour("series-6"))
            .encode(x=x, y=y)
        )
        ticks = (
            charts.ticks.transform_filter(among)
            .mark_tick(thickness=4, height=16, color=colour(f"series-{at + 1}"))
            .encode(x="mean:Q", y=y)
        )
        head = alt.TitleParams(step, fontStyle="normal", fontWeight="bold", offset=2, frame="group")
        panels.append(alt.layer(dots, ticks).properties(height=24 * len(options), title=head))
    return alt.vconcat(*panels, spacing=8)


EXPLORER = Explorer(
    slug="which-step",
    title=_("Which step moves the rank?"),
    question=_("An index takes three choices. Which of them decides where a province stands?"),
    description=_(
        "Three groups of rows, one row an option of a step: scale, weights, adding up. Dots are "
        "the ranks of a province under every combination with that option, an upright mark is "
        "their mean. The step whose marks lie furthest apart moves the rank most."
    ),
    kind="observed",
    period="2021",
    chapter=18,
    height=260,
    controls=[
        select("whose", _("Rank of"), NAMES, start=NAMES.index("Tibet")),
        toggle(
            "with_topsis",
            _("Distance from best and worst (TOPSIS) as a third way of adding up"),
            start=True,
            off=_("no"),
            on=_("yes"),
        ),
    ],
    named={
        "all": _("Combinations"),
        "best": _("Best rank"),
        "worst": _("Worst rank"),
        "step": _("Step that moves it most"),
        "share": _("Part of the movement by that step"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("The choice of indicators, which comes before all three steps."),
        _("Other options: two scales, three rules of weights and two or three ways are compared."),
        _("That a product needs numbers above 0: the worst value counts as a hundredth here."),
        _("Errors in the figures, some of which are for exercises only."),
    ],
    sources=["provinces_2021", "saisana2005", "nardo2008"],
)
