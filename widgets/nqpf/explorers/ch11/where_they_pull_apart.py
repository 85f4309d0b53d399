"""Seven policies and two orientations at a time: which pair can be had together?"""

from itertools import combinations

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, numbers
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.orientations import score_of_policy
from nqpf.models.structure.kinds_of_new import AGAINST, NEITHER, SERVES, pulling_apart
from nqpf.numbers import percent, plain
from nqpf.words import _

ORIENTATIONS = {
    "strategic": _("strategy"),
    "future": _("the future"),
    "development": _("development"),
    "opportunity": _("opportunities"),
    "problem": _("problems"),
}
NAMES = list(ORIENTATIONS.values())
MARK = {"yes": SERVES, "no": NEITHER, "against": AGAINST}
ENTRIES = data.rows("policy_orientations")
POLICIES = list(dict.fromkeys(str(entry["policy"]) for entry in ENTRIES))
MARKS = [
    [MARK[str(entry["mark"])] for entry in ENTRIES if entry["policy"] == policy]
    for policy in POLICIES
]
PAIRS = list(combinations(range(len(NAMES)), 2))
TOGETHER = [sum(marks[one] == marks[two] == SERVES for marks in MARKS) for one, two in PAIRS]
TORN = [pulling_apart(MARKS)[pair] for pair in PAIRS]
LEVEL = 1e-9
# Strategy and opportunities: no policy is torn between them, and each serves some.
START = (0, 3)


def scores(p: Settings) -> list[Scalar]:
    """Return the score of each policy, with all weight on the two orientations of the pair."""

    def mark(marks: list[float], side: int) -> Scalar:
        return lookup([marks[pair[side]] for pair in PAIRS], p.pair)

    return [
        score_of_policy(
            orientation_weights=[1 - p.weight, p.weight],
            orientation_marks=[mark(marks, 0), mark(marks, 1)],
        )
        for marks in MARKS
    ]


def show(p: Settings) -> View:
    """Return how many policies serve both and how many are torn, and all scores as bars."""
    found = scores(p)
    pair = Sentence(
        _(
            "{pair}: of the seven policies those that serve both number {both}; those that serve "
            "one and work against the other, {torn}."
        ),
        pair=word(p.pair, [_pair(one, two) for one, two in PAIRS]),
        both=Value(lookup(TOGETHER, p.pair), plain(0)),
        torn=Value(lookup(TORN, p.pair), plain(0)),
    )
    below = total(where(score < -LEVEL, lambda: 1, lambda: 0) for score in found)
    above = total(where(score > LEVEL, lambda: 1, lambda: 0) for score in found)
    weighed = Sentence(
        _(
            "With {weight} of the weight on {second} a supporter of the pair is for {above} of "
            "them, and against {below}."
        ),
        weight=Value(p.weight, percent(0)),
        second=word(p.pair, [NAMES[two] for _one, two in PAIRS]),
        above=Value(above, plain(0)),
        below=Value(below, plain(0)),
    )
    bars = rows(
        ({"policy": name, "score": one} for name, one in zip(POLICIES, found, strict=True)),
        policy=Column(_("Policy")),
        score=Column(_("Score"), plain(2, signed=True)),
    )
    return View([pair, weighed], {"bars": bars})


def _pair(one: int, two: int) -> str:
    words = _("{one} and {other}").format(one=NAMES[one], other=NAMES[two])
    return words[:1].upper() + words[1:]


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each policy, from nought to its score."""
    y = listed("policy", POLICIES, ticks=False, labelFontSize=11.5)
    x = across("score", _("Score"), [-1.05, 1.9], ticks=[-1, -0.5, 0, 0.5, 1])
    hue = alt.condition(
        alt.datum.score < 0, alt.value(colour("series-2")), alt.value(colour("series-1"))
    )
    bars = charts.bars.mark_bar(height={"band": 0.65}).encode(x=x, y=y, color=hue)
    zero = charts.bars.mark_rule(aria=False).encode(x=alt.datum(0))
    return bars + zero + numbers(charts.bars, "score", y=y, at=1.87, format="+.2f")


EXPLORER = Explorer(
    slug="where-they-pull-apart",
    title=_("Where they pull apart"),
    question=_("Five things that a structure is to look to. Which two cannot be had at once?"),
    description=_(
        "A bar for each of seven policies, from -1, against the two orientations that were chosen, "
        "to 1, for both. For most pairs no bar lies below nought; for development and problems two "
        "policies that close capacity turn from one side to the other as weight moves."
    ),
    kind="observed",
    period=_("2015–2025; sorting ours"),
    chapter=11,
    height=260,
    controls=[
        select("pair", _("Look to"), [_pair(*pair) for pair in PAIRS], start=PAIRS.index(START)),
        plain_slider(
            "weight",
            _("Weight of the second of the two"),
            low=0.1,
            high=0.9,
            step=0.1,
            start=0.5,
            form=percent(0),
        ),
    ],
    named={
        "both": _("Policies that serve both"),
        "torn": _("Policies that serve one against the other"),
        "above": _("Policies that a supporter backs"),
        "below": _("Policies that a supporter opposes"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Other readings: the founding text names the five and does not define them."),
        _("What the policies did: only what they set out to do is sorted."),
        _("How much a policy serves an orientation: it does, does not, or works the other way."),
        _("Money and people: two policies can both be had if there is enough of each."),
    ],
    sources=["policy_orientations", "gan2024"],
)
