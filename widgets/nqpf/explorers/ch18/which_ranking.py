"""One table of thirty-one provinces, three rules of weights, four ways: which ranking?"""

from typing import Any

import altair as alt

from nqpf.algebra import lookup
from nqpf.explorers.ch18._provinces import NAMES
from nqpf.explorers.ch18._rankings import RANKS, RULES, WAYS
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import upward
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, select, word
from nqpf.explorers.core.style import colour
from nqpf.numbers import mostly_whole, plain
from nqpf.words import _

NAMED = ["Beijing", "Guangdong", "Anhui", "Jilin", "Shanxi"]
"""Provinces whose lines have names; the rest are pale, so that one is seen among many."""

FAR = 5
MOVED = [
    sum(max(taken) - min(taken) >= FAR for taken in zip(*by_rule, strict=True)) for by_rule in RANKS
]
EVERY = [[by_rule[rule][place] for by_rule in RANKS for rule in range(len(RULES))]
         for place in range(len(NAMES))]  # fmt: skip


def show(p: Settings) -> View:
    """Return one province's ranks under three rules of weights, and the lines of all."""

    def under(rule: int) -> Value:
        flat = [rank for by_rule in RANKS for rank in by_rule[rule]]
        return Value(lookup(flat, p.way * len(NAMES) + p.province), mostly_whole())

    own = Sentence(
        _(
            "{province} is number {equal} of 31 with equal weights, number {entropy} with entropy "
            "weights and number {critic} with CRITIC weights; over all twelve indices it runs from "
            "number {best} to number {worst}."
        ),
        province=word(p.province, NAMES),
        equal=under(0),
        entropy=under(1),
        critic=under(2),
        best=Value(lookup([min(taken) for taken in EVERY], p.province), mostly_whole()),
        worst=Value(lookup([max(taken) for taken in EVERY], p.province), mostly_whole()),
    )
    moved = Sentence(
        _("In this way of adding up, {moved} provinces move by five places or more."),
        moved=Value(lookup(MOVED, p.way), plain(0)),
    )
    points = [
        {"way": way, "place": place, "province": name, "rule": RULES[rule], "rank": listed[place]}
        for way, by_rule in enumerate(RANKS)
        for rule, listed in enumerate(by_rule)
        for place, name in enumerate(NAMES)
    ]
    shown = {
        "province": Column(_("Province")),
        "rule": Column(_("Weights")),
        "rank": Column(_("Rank"), mostly_whole()),
    }
    every = observations(points, keep={"way": p.way}, **shown)
    chosen = observations(points, keep={"way": p.way, "place": p.province}, **shown)
    return View([own, moved], {"every": every, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a pale line a province, a few with their names, and the one chosen."""
    axis = alt.Axis(orient="top", labelAngle=0, ticks=False, domain=False)
    room = alt.Scale(domain=["", *RULES, " ", "  "], padding=0.3)
    x = alt.X("rule:N", sort=RULES, title=None, scale=room, axis=axis)
    y = upward("rank", _("Rank"), [31.5, 0.5], ticks=[1, 10, 20, 31])

    def line(table: Any, hue: str, width: float) -> Any:
        marks = table.mark_line(color=colour(hue), strokeWidth=width)
        return marks.encode(x=x, y=y, detail="province:N")

    def names(table: Any, rule: str, hue: str, **look: Any) -> Any:
        ends = table.transform_filter(f"datum.rule === '{rule}'")
        return ends.mark_text(color=colour(hue), **look).encode(x=x, y=y, text="province:N")

    among = " || ".join(f"datum.province === '{one}'" for one in NAMED)
    named = charts.every.transform_filter(among)
    points = charts.chosen.mark_point(color=colour("series-1"), size=90).encode(x=x, y=y)
    return alt.layer(
        line(charts.every, "line", 1.5),
        line(named, "series-6", 2),
        names(named, RULES[0], "series-6", align="right", dx=-7),
        line(charts.chosen, "series-1", 3.5),
        points,
        names(charts.chosen, RULES[-1], "series-1", align="left", dx=9),
    )


EXPLORER = Explorer(
    slug="which-ranking",
    title=_("Which ranking?"),
    question=_("Twelve indicators, one table. Does the ranking follow from the data?"),
    description=_(
        "A line for each of thirty-one provinces joins its ranks under three rules of weights, "
        "number 1 at the top. Lines at the top run nearly level; in the middle they cross, and "
        "that of the province chosen is thick and named."
    ),
    kind="observed",
    period="2021",
    chapter=18,
    height=420,
    controls=[
        select("way", _("Brought to one scale by"), WAYS),
        select("province", _("Look at"), NAMES, start=NAMES.index("Tibet")),
    ],
    named={
        "equal": _("Rank with equal weights"),
        "entropy": _("Rank with entropy weights"),
        "critic": _("Rank with CRITIC weights"),
        "best": _("Best rank over all twelve indices"),
        "worst": _("Worst rank over all twelve indices"),
        "moved": _("Provinces that move by five places or more"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Whether these twelve indicators measure what the index is named after."),
        _("Errors in the figures, some of which are for exercises only; years other than 2021."),
        _("Other rules and ways: a sum of three scales and TOPSIS, each with three rules."),
    ],
    sources=["provinces_2021", "nardo2008", "hwang1981", "diakoulaki1995"],
)
