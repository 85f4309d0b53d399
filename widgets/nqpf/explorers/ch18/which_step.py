"""Scale, weights, adding up: which step of an index moves a province's rank most."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, toggle, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.composite import topsis, weighted_products, weighted_sums
from nqpf.models.measurement.index_weights import critic_weights, entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks
from nqpf.models.measurement.rank_sensitivity import first_order_indices
from nqpf.models.measurement.tables import columns
from nqpf.numbers import percent, plain
from nqpf.words import _

PROVINCES = data.rows("provinces_2021")
NAMES = [row["province"] for row in PROVINCES]
TABLE = [[v for v in row.values() if isinstance(v, (int, float))] for row in PROVINCES]
# From a hundredth to 1, so that a product can be taken.
SCALES = [
    [[0.01 + 0.99 * value for value in row] for row in scale(TABLE)]
    for scale in (min_max, rank_scores)
]
RULES = [lambda scale: equal_weights(len(scale[0])), entropy_weights, critic_weights]
WAYS = [weighted_sums, weighted_products, topsis]
STEPS = [_("scale"), _("weights"), _("adding up")]
PARTS = [*STEPS, _("combinations")]


def parts(ways: int) -> list[list[float]]:
    """Return the parts of every province's movement, and at the end of all movement."""
    runs = [
        ranks(way(scale, rule(scale))) for scale in SCALES for rule in RULES for way in WAYS[:ways]
    ]
    levels = [len(SCALES), len(RULES), ways]
    by_unit = [[[rank] for rank in taken] for taken in columns(runs)]
    found = [
        first_order_indices(unit, levels=levels) if max(unit) > min(unit) else [0.0] * 3
        for unit in by_unit
    ]
    found.append(first_order_indices(runs, levels=levels))
    moves = [max(taken) - min(taken) for taken in columns(runs)]
    moves.append(sum(moves) / len(moves))
    return [
        [*one, (1 - sum(one)) * (moved > 0), moved] for one, moved in zip(found, moves, strict=True)
    ]


WHOSE = [*NAMES, _("the average province")]
FOUND = [*parts(2), *parts(3)]


def show(p: Settings) -> View:
    """Return how far the rank moves, which step moves it most, and the parts of all steps."""
    row = p.with_topsis * len(WHOSE) + p.whose
    shares = [lookup([found[place] for found in FOUND], row) for place in range(len(PARTS))]
    most = [
        max(range(len(STEPS)), key=found.__getitem__) if found[-1] else len(STEPS)
        for found in FOUND
    ]
    moved = Sentence(
        _(
            "Over all combinations the rank of {whose} moves by {moves} places. The step that "
            "moves it most by itself is {step}, with {share} of all movement."
        ),
        whose=word(p.whose, WHOSE),
        moves=Value(lookup([found[-1] for found in FOUND], row), plain(0)),
        step=word(lookup(most, row), [*STEPS, _("none")]),
        share=Value(lookup([max(found[:3]) for found in FOUND], row), percent(0)),
    )
    table = rows(
        ({"step": step, "part": share} for step, share in zip(PARTS, shares, strict=True)),
        step=Column(_("Step")),
        part=Column(_("Part of the movement"), percent(1)),
    )
    return View([moved], {"parts": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each step, and one for what only combinations of steps do."""
    hues = alt.Scale(domain=PARTS, range=[colour("series-1")] * 3 + [colour("series-6")])
    return charts.parts.mark_bar().encode(
        x=across("part", _("Part of the movement of the rank"), [0, 1], format="%"),
        y=listed("step", PARTS, minExtent=90),
        color=alt.Color("step:N", scale=hues, legend=None),
    )


EXPLORER = Explorer(
    slug="which-step",
    title=_("Which step moves the rank?"),
    question=_("An index takes three choices. Which of them decides where a province stands?"),
    description=_(
        "A bar for each of three steps of an index, and one for their combinations: the part of "
        "a rank’s movement that it causes. Which bar is longest changes with the province."
    ),
    kind="observed",
    period="2021",
    chapter=18,
    height=160,
    controls=[
        select("whose", _("Rank of"), WHOSE, start=len(NAMES)),
        toggle(
            "with_topsis",
            _("Distance from best and worst (TOPSIS) as a third way of adding up"),
            off=_("no"),
            on=_("yes"),
        ),
    ],
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
