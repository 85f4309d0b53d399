"""Traditional, high-tech, emerging and future industries held together: growth against risk."""

from collections.abc import Sequence
from itertools import combinations_with_replacement, pairwise

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    listed,
    numbers,
    on_paper,
    upward,
    written,
)
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import (
    Column,
    Control,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    slider,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.portfolio import growth_of_portfolio, risk_of_portfolio
from nqpf.numbers import percent
from nqpf.words import _

TIERS = {
    _("traditional"): (0.02, 0.03),
    _("high-tech"): (0.06, 0.08),
    _("emerging"): (0.10, 0.18),
    _("future"): (0.16, 0.40),
}
GROWTH = [growth for growth, _risk in TIERS.values()]
RISK = [risk for _growth, risk in TIERS.values()]
LEVELS = [level / 100 for level in range(3, 16)]
LEAST, STEPS = 0.01, 20
QUARTERS = [0, 0.25, 0.5, 0.75, 1]


def mixtures() -> list[list[float]]:
    """Return every division among four tiers in steps of a twentieth, a hundredth at least."""
    cuts = combinations_with_replacement(range(STEPS + 1), len(TIERS) - 1)
    divided = ([end - start for start, end in pairwise((0, *cut, STEPS))] for cut in cuts)
    return [[max(part / STEPS, LEAST) for part in parts] for parts in divided]


def computed(*, shared_risk: float) -> dict[str, float | Sequence[float]]:
    """Return the least risk of all divisions that grow at least so fast, level by level."""
    found = [
        (
            growth_of_portfolio(weights=parts, tier_growth=GROWTH),
            risk_of_portfolio(weights=parts, tier_risk=RISK, shared_risk=shared_risk),
        )
        for parts in mixtures()
    ]
    return {"least": [min(r for g, r in found if g >= level) for level in LEVELS]}


SHARED = slider("shared_risk", step=0.1, high=0.9)
LATTICE = Lattice([SHARED], computed)


def weights(p: Settings) -> list[Scalar]:
    """Return the parts of the four tiers; what is left is traditional."""
    return [1 - p.high_tech - p.emerging - p.future, p.high_tech, p.emerging, p.future]


def show(p: Settings) -> View:
    """Return growth and risk of the reader's division, the tiers alone, and the least risk."""
    parts = weights(p)
    growth = growth_of_portfolio(weights=parts, tier_growth=GROWTH)
    risk, apart = (
        risk_of_portfolio(weights=parts, tier_risk=RISK, shared_risk=shared)
        for shared in (p.shared_risk, 0.0)
    )
    sentence = Sentence(
        _(
            "With {rest} left in traditional industries the whole grows by {growth} a year on "
            "average, and in two years of three stays within {risk} of that. If nothing hit two "
            "tiers at once it would stay within {apart}."
        ),
        rest=Value(parts[0], percent(0)),
        growth=Value(growth, percent(1)),
        risk=Value(risk, percent(1)),
        apart=Value(apart, percent(1)),
    )
    least = LATTICE.read(p)["least"]
    frontier = rows(
        ({"growth": level, "risk": one} for level, one in zip(LEVELS, least, strict=True)),
        growth=Column(_("Growth of at least"), percent(0)),
        risk=Column(_("Least risk of all divisions"), percent(1)),
    )
    tiers = observations(
        ({"tier": name, "growth": one, "risk": other} for name, (one, other) in TIERS.items()),
        tier=Column(_("Tier")),
        growth=Column(_("Growth a year"), percent(0)),
        risk=Column(_("Risk"), percent(0)),
    )
    yours = rows(
        [{"growth": growth, "risk": risk}],
        growth=Column(_("Growth as divided"), percent(1)),
        risk=Column(_("Risk as divided"), percent(1)),
    )
    divided = rows(
        ({"tier": name, "part": part} for name, part in zip(TIERS, parts, strict=True)),
        tier=Column(_("Tier")),
        part=Column(_("Part of the whole"), percent(0)),
    )
    tables = {"frontier": frontier, "tiers": tiers, "yours": yours, "parts": divided}
    return View([sentence], tables)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return growth against risk with the reader's point, above the parts that make it."""
    x = across("risk", _("Risk (standard deviation a year)"), [0, 0.55], ticks=5, format="%")
    y = upward("growth", _("Growth a year"), [0, 0.2], ticks=4, format="%")
    line = charts.frontier.mark_line(color=colour("series-6"), strokeDash=[6, 4]).encode(
        x=x, y=y, order=alt.Order("growth:Q")
    )
    tiers = charts.tiers.mark_point(color=colour("ink"), size=60).encode(x=x, y=y)
    names = charts.tiers.mark_text(align="left", dx=9, dy=7).encode(x=x, y=y, text="tier:N")
    here = charts.yours.mark_point(color=colour("series-1"), size=190, shape="diamond").encode(
        x=x, y=y
    )
    notes = written(
        charts.yours,
        [
            (_("diamond: as divided below"), "series-1"),
            (_("dots: each tier by itself"), "ink"),
            (_("dashed: least risk of all divisions"), "series-6"),
        ],
        side="above",
    )
    across_parts = across("part", _("Part of the whole"), [0, 1.12], ticks=QUARTERS, format="%")
    rows_of_parts = listed("tier", list(TIERS), ticks=False)
    bars = charts.parts.mark_bar(height={"band": 0.7}, color=colour("series-1")).encode(
        x=across_parts, y=rows_of_parts
    )
    shares = numbers(charts.parts, "part", y=rows_of_parts, at=1.12, format=".0%")
    return above_one_another(
        alt.layer(line, tiers, *on_paper(names), here, *notes),
        alt.layer(bars, shares),
        heights=(190, 92),
    )


def part(name: str, label: str, high: float, start: float) -> Control:
    """Return the slider of a tier's part of the whole."""
    return plain_slider(name, label, low=0.05, high=high, step=0.05, start=start, form=percent(0))


EXPLORER = Explorer(
    slug="four-tiers",
    title=_("Four tiers"),
    question=_("How much to put into industries that promise most and fail most often?"),
    description=_(
        "A chart of growth against risk. Four dots are the tiers by themselves, a dashed line the "
        "least risk at each growth, and a diamond the division as set, on the line or right of it. "
        "Below, a bar for the part of each tier."
    ),
    kind="illustrative",
    chapter=11,
    controls=[
        part("high_tech", _("Part in high-tech industries"), 0.3, 0.2),
        part("emerging", _("Part in strategic emerging industries"), 0.35, 0.15),
        part("future", _("Part in future industries"), 0.25, 0.05),
        SHARED,
    ],
    named={
        "rest": _("Part left in traditional industries"),
        "growth": _("Mean growth a year"),
        "risk": _("Risk as divided"),
        "apart": _("Risk if nothing hit two tiers at once"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Any estimate: growth and risk of the tiers are chosen for teaching, not measured."),
        _("Time: future industries pay late, and whoever stops early has the cost alone."),
        _("That one tier feeds another, so that its growth is not its own."),
    ],
    sources=["markowitz1952", "gan2024"],
)
