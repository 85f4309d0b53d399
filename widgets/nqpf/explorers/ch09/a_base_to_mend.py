"""Four bases of a chain, one of them low: which holds it back, and what is the cheapest repair?"""

import altair as alt

from nqpf.algebra import Scalar, lookup, maximum, minimum, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    curve_and_point,
    listed,
    named_colours,
    upward,
)
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    rows,
    select,
    slider,
    toggle,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.bottlenecks import cost_of_repair, level_of_chain
from nqpf.numbers import percent, plain
from nqpf.words import _

BASES = [_("Components"), _("Materials"), _("Processes"), _("Technologies")]
NAMES = [_("components"), _("materials"), _("processes"), _("technologies")]
CHAINS = [_("A pen"), _("A machine tool"), _("A battery")]
LEVELS = [[0.9, 0.3, 0.4, 0.6], [0.4, 0.8, 0.5, 0.35], [0.9, 0.8, 0.7, 0.6]]
COSTS = [[0.5, 1.0, 1.5, 0.5], [3.0, 1.0, 2.0, 4.0], [1.0, 1.5, 2.0, 1.0]]
MATERIALS = 1
PARTS = [_("there"), _("to mend")]


def of_chain(p: Settings, table: list[list[float]]) -> list[Scalar]:
    """Return four numbers of the chain that the reader chose."""
    return [lookup([chain[base] for chain in table], p.chain) for base in range(len(BASES))]


def show(p: Settings) -> View:
    """Return which base holds the chain back, and what the repair costs up to every level."""
    levels, costs = of_chain(p, LEVELS), of_chain(p, COSTS)
    home = levels[MATERIALS]
    levels[MATERIALS] = maximum(home, p.bought)

    def cost(target: Scalar) -> Scalar:
        return cost_of_repair(base_levels=levels, repair_costs=costs, target_level=target)

    gaps = [maximum(0.0, p.target_level - level) for level in levels]
    bills = [100 * price * gap for price, gap in zip(costs, gaps, strict=True)]
    lowest = minimum(*levels)
    held = Sentence(
        _("The chain does {now} of what the best makers do, held back by its {base}."),
        now=Value(level_of_chain(base_levels=levels), percent(0)),
        base=word(
            total(
                place * where(abs(level - lowest) < 1e-9, lambda: 1, lambda: 0)
                for place, level in enumerate(levels)
            ),
            NAMES,
        ),
    )
    repair = Sentence(
        _("To do {target} it must mend {count} of its four bases, for {cost} million yuan."),
        target=Value(p.target_level, percent(0)),
        count=Value(
            total(where(gap > 1e-9, lambda: 1, lambda: 0) for gap in gaps),
            plain(0),
        ),
        cost=Value(total(bills), plain(0)),
    )
    bars = rows(
        (
            {"base": name, "part": part, "order": order, "level": value}
            for name, level, gap in zip(BASES, levels, gaps, strict=True)
            for order, (part, value) in enumerate(zip(PARTS, (level, gap), strict=True))
        ),
        base=Column(_("Base")),
        part=Column(_("Part")),
        level=Column(_("Level"), percent(0)),
    )
    heading = Column(_("Cost, million yuan"), plain(0))
    line = curve(
        "level",
        grid(0.3, 1, 57),
        lambda level: {"cost": cost(level)},
        level=Column(_("Level of the whole chain"), percent(0)),
        cost=heading,
    )
    point = rows(
        [{"at": p.target_level, "cost": cost(p.target_level)}],
        at=Column(_("Level asked for"), percent(0)),
        cost=heading,
    )
    return View([held, repair], {"bars": bars, "line": line, "point": point})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the four bases with what is to be mended, above the cost of every level."""
    bars = charts.bars.mark_bar(height={"band": 0.7}).encode(
        x=across("level", _("Level (best makers: 100%; line: the goal)"), [0, 1], format="%"),
        y=listed("base", BASES, ticks=False, minExtent=84),
        color=named_colours("part", PARTS, columns=2),
        order=alt.Order("order:Q"),
    )
    asked = charts.point.mark_rule(color=colour("ink"), strokeDash=[6, 4], size=2).encode(x="at:Q")
    x = across("level", _("Level of the whole chain"), [0.3, 1], format="%")
    y = upward("cost", _("Cost, million yuan"), [0, 600], ticks=[0, 200, 400, 600], titlePadding=14)
    curve = curve_and_point(charts.line, charts.point, x=x, y=y, hue=colour("series-1"))
    return above_one_another(bars + asked, curve, heights=(110, 170))


EXPLORER = Explorer(
    slug="a-base-to-mend",
    title=_("A base to mend"),
    question=_("Which of four bases holds the chain back, and what is the cheapest repair?"),
    description=_(
        "Above, a bar for each of four industrial bases, filled up to the level that is asked for. "
        "Below, a curve of what that level costs: flat as long as no base is below it, then "
        "steeper with each base that has to be mended."
    ),
    kind="illustrative",
    chapter=9,
    height=340,
    controls=[
        select("chain", _("Chain"), CHAINS),
        slider("target_level", step=0.05, low=0.35, high=1.0, start=0.6),
        toggle(
            "bought",
            _("Materials"),
            start=False,
            off=_("made at home"),
            on=_("bought abroad, as good as the best"),
        ),
    ],
    drag={"target_level": "point.at"},
    named={
        "now": _("Level of the chain, over that of the best makers"),
        "base": _("Base that holds it back"),
        "count": _("Bases to mend, of four"),
        "cost": _("Cost of mending, million yuan"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("How such levels are scored: these are made up; official scores are not published."),
        _("The price of what is bought abroad, and the day on which it is not sold."),
        _("What one repair teaches for the next: steel for pens may help steel for needles."),
        _("Chains in which a better base makes up for a worse one."),
    ],
    sources=["gan2024", "huang2024", "jones2011"],
)
