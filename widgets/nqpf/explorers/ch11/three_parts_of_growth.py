"""Workers leave the farms: how much of growth is moving, how much is getting better?"""

import altair as alt

from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, numbers
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.structural_change import three_parts_of_growth, two_parts_of_growth
from nqpf.models.structure.structure_measures import advancement
from nqpf.numbers import percent, plain
from nqpf.words import _

PEOPLE = [0.6, 0.25, 0.15]
PRODUCTIVITY = [1.0, 4.0, 2.0]
FARM_GROWTH = 0.2
BEFORE = sum(own * made for own, made in zip(PEOPLE, PRODUCTIVITY, strict=True))
# Two values of the measure this near to each other are printed alike: it neither falls nor rises.
ALIKE = 0.005
PARTS = [
    _("within sectors"),
    _("moving alone"),
    _("gain of movers"),
    _("all together"),
]


def case(p: Settings) -> dict[str, list[Scalar]]:
    """Return employment and productivity of farms, industry and services, before and after."""
    to_industry = p.leavers * p.to_industry
    return {
        "sector_employment_start": list(PEOPLE),
        "sector_employment_end": [
            PEOPLE[0] - p.leavers,
            PEOPLE[1] + to_industry,
            PEOPLE[2] + p.leavers - to_industry,
        ],
        "sector_productivity_start": list(PRODUCTIVITY),
        "sector_productivity_end": [
            PRODUCTIVITY[0] * (1 + FARM_GROWTH),
            PRODUCTIVITY[1] * (1 + p.industry),
            PRODUCTIVITY[2] * (1 + p.services),
        ],
    }


def show(p: Settings) -> View:
    """Return the three parts in words, and as bars beside their sum."""
    moved = case(p)
    parts = [part / BEFORE for part in three_parts_of_growth(**moved)]
    whole = total(parts)
    people, productivity = moved["sector_employment_end"], moved["sector_productivity_end"]
    made = [own * each for own, each in zip(people, productivity, strict=True)]
    change = Sentence(
        _(
            "Output per worker changes by {whole}: {within} within sectors and {between} from "
            "moving between them, of which {dynamic} because people moved to what got better or "
            "worse."
        ),
        whole=Value(whole, percent(1, signed=True)),
        within=Value(parts[0], percent(1, signed=True)),
        between=Value(two_parts_of_growth(**moved).between / BEFORE, percent(1, signed=True)),
        dynamic=Value(parts[2], percent(1, signed=True)),
    )
    before = advancement(
        services_output=PEOPLE[2] * PRODUCTIVITY[2], industry_output=PEOPLE[1] * PRODUCTIVITY[1]
    )
    after = advancement(services_output=made[2], industry_output=made[1])
    measure = Sentence(
        _(
            "Services over industry, at old prices, {moves} from {before} to {after}: the measure "
            "that is read as advancement."
        ),
        moves=word(
            where(
                abs(after - before) < ALIKE,
                lambda: 1,
                lambda: where(after > before, lambda: 2, lambda: 0),
            ),
            [_("falls"), _("goes"), _("rises")],
        ),
        before=Value(before, plain(2)),
        after=Value(after, plain(2)),
    )
    bars = rows(
        (
            {"part": name, "size": size, "order": order}
            for order, (name, size) in enumerate(zip(PARTS, [*parts, whole], strict=True))
        ),
        part=Column(_("Part")),
        size=Column(_("Change, as a part of productivity before"), percent(1)),
    )
    return View([change, measure], {"bars": bars})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a bar for each part and one for their sum."""
    y = listed("part", PARTS, ticks=False)
    ticks = [-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1]
    x = across("size", _("Change of output per worker"), [-0.25, 1.25], ticks=ticks, format="%")
    bars = charts.bars.mark_bar(height={"band": 0.6}).encode(
        x=x,
        y=y,
        color=alt.Color(
            "order:N",
            legend=None,
            scale=alt.Scale(
                domain=[0, 1, 2, 3],
                range=[colour(f"series-{hue}") for hue in (1, 2, 5)] + [colour("ink")],
            ),
        ),
    )
    zero = charts.bars.mark_rule(aria=False).encode(x=alt.datum(0))
    sizes = numbers(charts.bars, "size", y=y, at=1.245, format="+.1%")
    return bars + zero + sizes


EXPLORER = Explorer(
    slug="three-parts-of-growth",
    title=_("Three parts of growth"),
    question=_(
        "People leave the farms for sectors that make more a head. How much of growth is that, and "
        "can it be less than nothing?"
    ),
    description=_(
        "Four bars: the change of productivity within sectors, from moving at old productivity, "
        "from moving to what got better or worse, and all three together."
    ),
    kind="illustrative",
    chapter=11,
    controls=[
        plain_slider(
            "leavers",
            _("People who leave the farms, of all who work"),
            low=0.0,
            high=0.3,
            step=0.025,
            start=0.2,
            form=percent(1),
        ),
        plain_slider(
            "to_industry",
            _("Of them, to industry; the others to services"),
            low=0.0,
            high=1.0,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        plain_slider(
            "industry",
            _("Change of productivity in industry"),
            low=-0.2,
            high=0.3,
            step=0.025,
            start=0.125,
            form=percent(1),
        ),
        plain_slider(
            "services",
            _("Change of productivity in services"),
            low=-0.5,
            high=0.5,
            step=0.025,
            start=0.1,
            form=percent(1),
        ),
    ],
    named={
        "whole": _("Change of output per worker"),
        "within": _("Change within sectors"),
        "between": _("Change from moving between sectors"),
        "dynamic": _("Change from moving to what got better or worse"),
        "moves": _("Course of services over industry"),
        "after": _("Services over industry, at old prices"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Why people move, and what it costs them."),
        _("That who comes may make less than who is there: sectors’ means are not their margins."),
        _("Prices: output of all sectors is counted at those of the start."),
        _("Any economy: six in ten start on farms that make 1 a head, for easy reckoning."),
    ],
    sources=["mcmillan2014", "gan2011"],
)
