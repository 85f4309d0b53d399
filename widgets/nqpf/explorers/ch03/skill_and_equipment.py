"""More equipment and more skilled people: what happens to the pay of skill."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import on_edge, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider, word
from nqpf.explorers.core.style import series
from nqpf.models.elements.skill_premium import (
    ELASTICITIES,
    WEIGHTS,
    equipment_elasticity_of_skill_premium,
    premium_over_before,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

LINES = [_("skilled labour as set"), _("skilled labour as before")]


def premium(p: Settings, equipment: Scalar, skilled: Scalar) -> Scalar:
    """Return the skill premium as a multiple of what it was with 1 of everything."""
    return premium_over_before(
        equipment=equipment,
        skilled_labour=skilled,
        elasticities={
            "elasticity_with_skilled": p.elasticity_with_skilled,
            "elasticity_with_unskilled": p.elasticity_with_unskilled,
        },
    )


def show(p: Settings) -> View:
    """Return the change of the premium, what does it, and the premium for all equipment."""
    now = premium(p, p.equipment, p.skilled_labour)
    machines_alone = premium(p, p.equipment, 1.0)
    strength = equipment_elasticity_of_skill_premium(
        equipment=p.equipment,
        skilled_labour=p.skilled_labour,
        equipment_weight=WEIGHTS["equipment_weight"],
        elasticity_with_skilled=p.elasticity_with_skilled,
        elasticity_with_unskilled=p.elasticity_with_unskilled,
    )
    change = Sentence(
        _(
            "The skill premium is {premium} times what it was; with the same equipment and no more "
            "skilled people it would be {alone} times."
        ),
        premium=Value(now, plain(2)),
        alone=Value(machines_alone, plain(2)),
    )
    why = Sentence(
        _("One per cent more equipment changes it by {strength}: equipment {side}."),
        strength=Value(strength / 100, percent(2, signed=True)),
        side=word(
            where(
                strength > 1e-9,
                lambda: 2,
                lambda: where(strength < -1e-9, lambda: 0, lambda: 1),
            ),
            [
                _("replaces skilled labour more easily"),
                _("replaces both kinds of labour alike"),
                _("replaces unskilled labour more easily"),
            ],
        ),
    )
    premiums = curve(
        "equipment",
        grid(0.5, 4.0, 36),
        lambda equipment: {
            "as_set": premium(p, equipment, p.skilled_labour),
            "as_before": premium(p, equipment, 1.0),
        },
        equipment=Column(_("Equipment, before = 1"), plain(1)),
        as_set=Column(_("Premium, skilled labour as set"), plain(2)),
        as_before=Column(_("Premium, skilled labour as before"), plain(2)),
    )
    points = rows(
        [
            {"line": line, "at": p.equipment, "premium": value}
            for line, value in zip(LINES, (now, machines_alone), strict=True)
        ],
        line=Column(_("Skilled labour")),
        at=Column(_("Equipment as set"), plain(1)),
        premium=Column(_("Skill premium, before = 1"), plain(2)),
    )
    return View([change, why], {"premiums": premiums, "points": points})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the premium over equipment, with skilled labour as set and as before."""
    x = alt.X(
        "equipment:Q",
        title=_("Equipment (before = 1)"),
        scale=alt.Scale(domain=[0, 4]),
        axis=alt.Axis(tickCount=5),
    )
    title = _("Skill premium (before = 1)")
    y, here = (upward(name, title, [0, 3], ticks=4, cut="above") for name in ("value", "premium"))
    hue = alt.Color(
        "line:N",
        sort=LINES,
        title=None,
        legend=alt.Legend(columns=1, symbolType="stroke"),
        scale=alt.Scale(domain=LINES, range=series(2)),
    )
    dashes = alt.StrokeDash(
        "line:N", sort=LINES, legend=None, scale=alt.Scale(domain=LINES, range=[[1, 0], [6, 4]])
    )
    lines = (
        charts.premiums.transform_fold(["as_set", "as_before"])
        .transform_calculate(line=f"datum.key === 'as_set' ? '{LINES[0]}' : '{LINES[1]}'")
        .mark_line(clip=True)
        .encode(x=x, y=y, color=hue, strokeDash=dashes)
    )
    points = charts.points.mark_point(size=120).encode(x="at:Q", color=hue)
    return lines + on_edge(points, here)


EXPLORER = Explorer(
    slug="skill-and-equipment",
    title=_("Skill and equipment"),
    question=_("There are more machines and more skilled people. Does skill pay more or less?"),
    description=_(
        "Two curves of the skill premium over equipment: with skilled labour as the reader sets "
        "it, and as before. Both rise if equipment replaces unskilled labour more easily."
    ),
    kind="illustrative",
    chapter=3,
    height=290,
    controls=[
        slider("equipment", label=_("Equipment (before = 1)"), low=0.5, high=4, step=0.1,
               start=3.0, form=plain(1)),
        slider("skilled_labour", label=_("Hours of skilled labour (before = 1)"), low=0.5, high=2,
               step=0.1, start=1.3, form=plain(1)),
        slider("elasticity_with_skilled", label=_("How easily equipment replaces skilled labour"),
               low=0.4, high=3, step=0.1, start=ELASTICITIES["elasticity_with_skilled"],
               form=plain(1)),
        slider("elasticity_with_unskilled",
               label=_("How easily equipment replaces unskilled labour"),
               low=0.4, high=3, step=0.1, start=ELASTICITIES["elasticity_with_unskilled"],
               form=plain(1)),
    ],
    drag={"equipment": "points.at"},
    sketch=Sketch(
        "premiums.as_set",
        _(
            "Equipment grows while the hours of skilled labour stay as set. What becomes "
            "of the skill premium? Draw it."
        ),
        higher=_("More hours of skilled labour hold the premium down more than you thought."),
        lower=_(
            "Equipment lifts the premium more than you thought: it replaces unskilled "
            "labour more easily."
        ),
    ),
    named={
        "alone": _("Skill premium with the same skilled labour, before = 1"),
        "premium": _("Skill premium, before = 1"),
        "strength": _("Change of the premium for 1% more equipment"),
        "side": _("What equipment does"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("The level of both wages: both may rise while the gap between them widens."),
        _("Who becomes skilled: a higher premium calls for schooling, and lowers itself in time."),
        _("Trade, minimum wages and unions, which move the same gap."),
    ],
    sources=["krusell2000", "maliar2022"],
)  # fmt: skip
