"""One budget of infrastructure for coast and inland: what yields most, and what equality adds."""

from typing import Any

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, upward
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, grid, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.security.infrastructure_regions import (
    best_inland_part,
    gini_of_regions,
    output_of_regions,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

COAST_PEOPLE = 0.45
POINTS = {
    "set": (_("as set"), "circle"),
    "most": (_("largest output"), "square"),
    "goal": (_("best with the goal"), "diamond"),
}


def split(p: Settings, part: Scalar) -> dict[str, Scalar]:
    """Return all output and the Gini index with a part of the infrastructure inland."""
    case = {
        "inland_part": part,
        "public_elasticity": p.public_elasticity,
        "coast_strength": p.coast_strength,
    }
    made = output_of_regions(**case)
    return {
        "output": made.coast + made.inland,
        "gini": gini_of_regions(coast_people=COAST_PEOPLE, **case),
    }


def best(p: Settings, weight: Scalar) -> Scalar:
    """Return the inland part that is best with a weight on equality."""
    return best_inland_part(
        public_elasticity=p.public_elasticity,
        coast_strength=p.coast_strength,
        coast_people=COAST_PEOPLE,
        equality_weight=weight,
    )


def show(p: Settings) -> View:
    """Return output and inequality at the reader's split, at the two best ones, and at all."""
    places = {"set": p.inland_part, "most": best(p, 0.0), "goal": best(p, p.equality_weight)}
    found = {name: split(p, part) for name, part in places.items()}
    half = split(p, (places["most"] + places["goal"]) / 2)
    most, goal = found["most"], found["goal"]
    here = Sentence(
        _(
            "With {part} of the infrastructure inland, output is {below} below the largest and the "
            "Gini index between the regions {gini}. Output is largest with {efficient} inland: as "
            "much of the infrastructure as of the output."
        ),
        part=Value(p.inland_part, percent(0)),
        below=Value(1 - found["set"]["output"] / most["output"], percent(2)),
        gini=Value(found["set"]["gini"], plain(3)),
        efficient=Value(places["most"], percent(1)),
    )
    move = Sentence(
        _(
            "The goal of equality chooses {chosen} and lowers the index from {before} to {after}. "
            "The first half of that move costs {first} of output, the second half {second}."
        ),
        chosen=Value(places["goal"], percent(1)),
        before=Value(most["gini"], plain(3)),
        after=Value(goal["gini"], plain(3)),
        first=Value(1 - half["output"] / most["output"], percent(2)),
        second=Value((half["output"] - goal["output"]) / most["output"], percent(2)),
    )
    columns = {
        "output": Column(_("Output, equal halves = 1"), plain(4)),
        "gini": Column(_("Gini index between regions"), plain(3)),
    }
    lines = curve(
        "part",
        grid(0.05, 0.95, 61),
        lambda part: split(p, part),
        part=Column(_("Part of infrastructure inland"), percent(1)),
        **columns,
    )
    points = rows(
        (
            {"name": words, "at": places[name], **found[name]}
            for name, (words, _shape) in POINTS.items()
        ),
        name=Column(_("Split")),
        at=Column(_("Part inland"), percent(1)),
        **columns,
    )
    return View([here, move], {"lines": lines, "points": points})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return output above and the Gini index below, both against the inland part."""
    ticks = [0, 0.2, 0.4, 0.6, 0.8, 1]
    names = [words for words, _shape in POINTS.values()]
    shapes = [shape for _words, shape in POINTS.values()]
    hues = [colour("ink"), colour("series-1"), colour("series-2")]

    def panel(field: str, y: alt.Y, title: str | None) -> Any:
        x = across("part", title, [0, 1], ticks=ticks, format="%")
        line = charts.lines.mark_line(color=colour("series-6"), clip=True).encode(x=x, y=y)
        points = charts.points.mark_point(size=120, opacity=1, strokeWidth=2.5).encode(
            x=alt.X("at:Q"),
            y=y,
            shape=alt.Shape("name:N", sort=names, title=None,
                            scale=alt.Scale(domain=names, range=shapes)),
            color=alt.Color("name:N", sort=names, title=None,
                            scale=alt.Scale(domain=names, range=hues)),
        )  # fmt: skip
        return line + points

    made = upward("output", _("Output"), [0.6, 1.1], ticks=[0.6, 0.8, 1])
    unequal = upward("gini", _("Gini index"), [0, 0.5], ticks=[0, 0.2, 0.4])
    return above_one_another(
        panel("output", made, None),
        panel("gini", unequal, _("Part of infrastructure inland")),
        heights=(140, 110),
    )


EXPLORER = Explorer(
    slug="coast-and-inland",
    title=_("Coast and inland"),
    question=_("The coast makes most of the output. Should it get most of the infrastructure?"),
    description=_(
        "Two curves against the part of infrastructure that stands inland. Output rises to a flat "
        "top and falls; the Gini index between regions falls nearly evenly. Three points mark the "
        "split set, that of largest output and the one that a goal of equality chooses."
    ),
    kind="illustrative",
    chapter=15,
    height=290,
    controls=[
        slider("inland_part", step=0.05, low=0.05, high=0.95, start=0.5),
        slider("equality_weight", label=_("Weight on equality"), step=0.1, form=percent(0)),
        slider("public_elasticity", step=0.01, start=0.1, form=percent(0)),
        slider(
            "coast_strength",
            label=_("Part of output made on the coast if infrastructure is split in halves"),
            step=0.05,
            low=0.5,
            high=0.8,
        ),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Regions where the next road yields more than the average one: there the rule fails."),
        _("People and firms who move to where infrastructure is, and what that does to both ends."),
        _("Inequality within each region, and other ways to narrow the gap, such as transfers."),
        _("Any country: 45% live on the coast here; only an elasticity of 10% is near estimates."),
    ],
    sources=["barro1990", "bom2014", "sen1997", "gan2024"],
)
