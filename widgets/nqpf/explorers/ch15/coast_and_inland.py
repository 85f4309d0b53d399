"""One budget of infrastructure for coast and inland: what yields most, what equality costs."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, on_paper, upward, written
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
    """Return output given up and inequality at the reader's split, and along all splits."""
    places = {"set": p.inland_part, "most": best(p, 0.0), "goal": best(p, p.equality_weight)}
    found = {name: split(p, part) for name, part in places.items()}
    half = split(p, (places["most"] + places["goal"]) / 2)
    largest = found["most"]["output"]

    def given_up(case: dict[str, Scalar]) -> Scalar:
        return 1 - case["output"] / largest

    here = Sentence(
        _(
            "With {part} of the infrastructure inland, {below} of output is given up and the Gini "
            "index between the regions is {gini}. Output is largest with {efficient} inland: as "
            "much of the infrastructure as of the output."
        ),
        part=Value(p.inland_part, percent(0)),
        below=Value(given_up(found["set"]), percent(1)),
        gini=Value(found["set"]["gini"], plain(2)),
        efficient=Value(places["most"], percent(0)),
    )
    move = Sentence(
        _(
            "The goal of equality chooses {chosen} and lowers the index from {before} to {after}. "
            "The first half of that move costs {first} of output, the second half {second}."
        ),
        chosen=Value(places["goal"], percent(0)),
        before=Value(found["most"]["gini"], plain(2)),
        after=Value(found["goal"]["gini"], plain(2)),
        first=Value(given_up(half), percent(2)),
        second=Value(given_up(found["goal"]) - given_up(half), percent(2)),
    )
    columns = {
        "lost": Column(_("Output given up"), percent(1)),
        "gini": Column(_("Gini index between regions"), plain(2)),
    }

    def on_curve(part: Scalar) -> dict[str, Scalar]:
        case = split(p, part)
        return {"lost": given_up(case), "gini": case["gini"]}

    lines = curve(
        "part",
        grid(0.02, 0.98, 97),
        on_curve,
        part=Column(_("Part of infrastructure inland"), percent(0)),
        **columns,
    )
    points = rows(
        (
            {"name": words, "lost": given_up(found[name]), "gini": found[name]["gini"]}
            for name, (words, _shape) in POINTS.items()
        ),
        name=Column(_("Split")),
        **columns,
    )
    return View([here, move], {"lines": lines, "points": points})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return inequality against output given up, along all splits, with three of them marked."""
    names = [words for words, _shape in POINTS.values()]
    shapes = [shape for _words, shape in POINTS.values()]
    hues = [colour("ink"), colour("series-1"), colour("series-2")]
    ticks = [0, 0.02, 0.04, 0.06, 0.08, 0.1]
    x = across("lost", _("Output given up"), [0, 0.1], ticks=ticks, cut="right", format="%")
    y = upward("gini", _("Gini index"), [0, 0.5], ticks=[0, 0.1, 0.2, 0.3, 0.4, 0.5])
    line = charts.lines.mark_line(color=colour("series-6"), clip=True).encode(
        x=x, y=y, order="part:Q"
    )
    points = charts.points.mark_point(size=120, opacity=1, strokeWidth=2.5, clip=True).encode(
        x=x,
        y=y,
        shape=alt.Shape("name:N", sort=names, title=None,
                        scale=alt.Scale(domain=names, range=shapes)),
        color=alt.Color("name:N", sort=names, title=None,
                        scale=alt.Scale(domain=names, range=hues)),
    )  # fmt: skip
    notes = written(
        charts.points,
        [
            (_("upper arm: worse in both"), "series-6"),
            (_("lower arm: equality at a price"), "series-6"),
        ],
        side="right",
    )
    return alt.layer(line, points, *on_paper(*notes))


EXPLORER = Explorer(
    slug="coast-and-inland",
    title=_("Coast and inland"),
    question=_("The coast makes most of the output. Should it get most of the infrastructure?"),
    description=_(
        "A curve with two arms, of inequality between two regions against output given up. They "
        "meet where nothing is given up; on the upper arm, too much stands on the coast and both "
        "get worse, on the lower one output is given up for equality, little at first. Three "
        "points mark the split set, that of largest output and that of the goal."
    ),
    kind="illustrative",
    chapter=15,
    height=290,
    controls=[
        slider("inland_part", step=0.05, low=0.05, high=0.95, start=0.2),
        slider("equality_weight", label=_("Weight on equality"), step=0.1, form=percent(0)),
        slider("public_elasticity", step=0.01, start=0.2, form=percent(0)),
        slider(
            "coast_strength",
            label=_("Part of output made on the coast if infrastructure is split in halves"),
            step=0.05,
            low=0.5,
            high=0.8,
        ),
    ],
    named={
        "below": _("Output given up as set"),
        "gini": _("Gini index as set"),
        "efficient": _("Part inland with the largest output"),
        "chosen": _("Part inland that the goal of equality chooses"),
        "before": _("Gini index at the largest output"),
        "after": _("Gini index at the goal’s choice"),
        "first": _("Cost of the first half of the move, of output"),
        "second": _("Cost of the second half of the move, of output"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Regions where the next road yields more than the average one: there the rule fails."),
        _("People and firms who move to where infrastructure is, and what that does to both ends."),
        _("Inequality within each region, and other ways to narrow the gap, such as transfers."),
        _("Any country: 45% live on the coast here; 20% is near estimates for regions’ own roads."),
    ],
    sources=["barro1990", "bom2014", "sen1997", "gan2024"],
)
