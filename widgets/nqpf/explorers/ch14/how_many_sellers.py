"""One large seller and many small ones: how many equal sellers they amount to."""

import math

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, curve_and_point, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    observations,
    rows,
    select,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.security import concentration_around_largest, concentration_of_suppliers
from nqpf.numbers import percent, plain
from nqpf.words import _

ROWS = data.rows("supplier_shares")
WORDS = {"Soybeans": _("Soybeans"), "Crude oil": _("Crude oil")}
CASES = list(dict.fromkeys((str(row["good"]), int(str(row["year"]))) for row in ROWS))
NAMES = [f"{WORDS[good]}, {when}" for good, when in CASES]


def shares_of(case: tuple[str, int]) -> dict[str, float]:
    """Return the named sellers' parts of what was bought."""
    return {
        str(row["seller"]): float(str(row["share_percent"])) / 100
        for row in ROWS
        if (row["good"], row["year"]) == case
    }


SHARES = [shares_of(case) for case in CASES]
LARGEST = [max(shares.values()) for shares in SHARES]
SELLERS = [max(shares, key=shares.__getitem__) for shares in SHARES]


def effective(shares: dict[str, float], others: int) -> float:
    """Return the effective number of suppliers if so many equal ones share what is not named."""
    rest = (1 - sum(shares.values())) / others
    return 1 / float(
        concentration_of_suppliers(supplier_shares=[*shares.values(), *[rest] * others])
    )


def bounds(shares: dict[str, float]) -> tuple[float, float]:
    """Return it with the rest from sellers as large as the smallest named, and of one per cent."""
    rest = 1 - sum(shares.values())
    few, many = math.ceil(rest / min(shares.values())), math.floor(rest / 0.01)
    return effective(shares, few), effective(shares, many)


BOUNDS = [bounds(shares) for shares in SHARES]


def number_of(p: Settings, largest: Scalar) -> Scalar:
    """Return the effective number of suppliers with the reader's number of others."""
    return 1 / concentration_around_largest(
        largest_share=largest, other_suppliers=p.other_suppliers
    )


def show(p: Settings) -> View:
    """Return the reader's effective number, its cap, and what is known of one good."""
    here = number_of(p, p.largest_share)
    own = Sentence(
        _(
            "One seller with {largest} and {others} others alike amount to {number} equal ones. "
            "However many the others were, it would stay below {cap}."
        ),
        largest=Value(p.largest_share, percent(0)),
        others=Value(p.other_suppliers, plain(0)),
        number=Value(here, plain(1)),
        cap=Value(1 / p.largest_share**2, plain(1)),
    )
    known = Sentence(
        _(
            "{case}: {seller} sold {share} of what China bought abroad. All sellers amounted to "
            "{least} equal ones if those not named were large, to {most} if they were small."
        ),
        case=word(p.case, NAMES),
        seller=word(p.case, SELLERS),
        share=Value(lookup(LARGEST, p.case), percent(1)),
        least=Value(lookup([low for low, _high in BOUNDS], p.case), plain(2)),
        most=Value(lookup([high for _low, high in BOUNDS], p.case), plain(2)),
    )
    number = Column(_("Equal sellers"), plain(1))
    line = curve(
        "largest",
        grid(0.1, 1, 46),
        lambda largest: {"number": number_of(p, largest), "cap": 1 / largest**2},
        largest=Column(_("Part of the largest seller"), percent(0)),
        number=number,
        cap=Column(_("With others without number"), plain(1)),
    )
    point = rows(
        [{"at": p.largest_share, "number": here}],
        at=Column(_("Part set"), percent(0)),
        number=number,
    )
    records = [
        {"place": place, "case": NAMES[place], "at": LARGEST[place], "low": low, "high": high}
        for place, (low, high) in enumerate(BOUNDS)
    ]
    columns = {
        "case": Column(_("Good and year")),
        "at": Column(_("Part of the largest seller"), percent(1)),
        "low": Column(_("Equal sellers at least"), plain(1)),
        "high": Column(_("Equal sellers at most"), plain(1)),
    }
    seen = observations(records, keep=None, **columns)
    chosen = observations(records, keep={"place": p.case}, **columns)
    return View([own, known], {"line": line, "point": point, "seen": seen, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the effective number by the largest part, its cap, and what was observed."""
    x = across("largest", _("Part of the largest seller"), [0, 1], format="%")
    y = upward(
        "number", _("Equal sellers"), [1, 100], ticks=[1, 2, 5, 10, 20, 50, 100], ratios=True,
        clamp=True, format="d",
    )  # fmt: skip
    cap = charts.line.mark_line(color=colour("series-6"), strokeDash=[6, 4]).encode(x=x, y="cap:Q")
    own = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    ends = {"x": alt.X("at:Q"), "y": alt.Y("low:Q"), "y2": "high:Q"}
    bars = [
        table.mark_rule(strokeWidth=width, strokeCap="round", color=colour("series-2")).encode(
            **ends
        )
        for table, width in ((charts.seen, 4), (charts.chosen, 11))
    ]
    notes = written(
        charts.line,
        [
            (_("solid: others as set"), "series-1"),
            (_("dashed: the limit"), "series-6"),
            (_("bars: observed"), "series-2"),
        ],
        side="right",
    )
    return alt.layer(cap, own, *bars, *notes)


EXPLORER = Explorer(
    slug="how-many-sellers",
    title=_("How many sellers is that?"),
    question=_("A country buys from twenty sellers. Is it safe if one of them has most?"),
    description=_(
        "Two falling curves of the number of equal sellers against the part of the largest, on a "
        "ratio scale: one with as many others as set, above it one with others without number. "
        "Bars stand for soybeans and crude oil, the chosen one broad."
    ),
    kind="observed",
    period=f"{min(when for _good, when in CASES)}–{max(when for _good, when in CASES)}",
    chapter=14,
    controls=[
        select("case", _("Look at"), NAMES),
        slider(
            "largest_share",
            label=_("Part of the largest seller"),
            step=0.05,
            low=0.1,
            high=1.0,
            start=0.5,
        ),
        slider(
            "other_suppliers",
            label=_("Other sellers, all alike"),
            step=1,
            low=1,
            high=50,
            start=19,
            form=plain(0),
        ),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("What hits all sellers at once: a strait, a war, a drought. No number of them helps."),
        _("How soon another seller could take over, and what is stored until then."),
        _("How much is bought abroad at all: this counts the sellers of what is."),
        _("Sellers that are not named in the reports, whose parts are between the two bounds."),
    ],
    sources=["supplier_shares", "grossman2023"],
)
