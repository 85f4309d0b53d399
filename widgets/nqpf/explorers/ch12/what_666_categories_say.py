"""How much of an industrial system seems to be there, by the ruler with which one counts."""

from collections import Counter

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, power, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, Sketch, View
from nqpf.explorers.core.drawing import (
    above_one_another,
    across,
    folded,
    named_colours,
    upward,
    written,
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
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.completeness import (
    chance_of_every_class,
    chance_of_full_coverage,
    coverage_of_class,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

LISTED = data.rows("industrial_divisions")
CHINESE = [row for row in LISTED if row["classification"] == "GB/T 4754-2017"]
FINE = float(sum(row["classes"] for row in CHINESE))
DIVISIONS = [float(row["classes"]) for row in CHINESE]
MATCHED: Counter[str] = Counter()
for _row in CHINESE:
    MATCHED[_row["isic_division"]] += _row["classes"]
GROUPS = float(sum(row["groups"] for row in CHINESE))
CLASSES = float(sum(row["classes"] for row in LISTED if row["classification"] == "ISIC Rev.4"))

SIZES = {
    "classes": FINE,
    "groups": GROUPS,
    "isic": CLASSES,
    "divisions": float(len(DIVISIONS)),
    "un_divisions": float(len(MATCHED)),
}
RULERS = {
    name: words.format(count=plain(0).text(SIZES[name]))
    for name, words in {
        "classes": _("{count} Chinese classes"),
        "groups": _("{count} Chinese groups"),
        "isic": _("{count} classes of the UN"),
        "divisions": _("{count} Chinese divisions"),
        "un_divisions": _("{count} divisions of the UN"),
    }.items()
}


def covered(presence: Scalar) -> dict[str, Scalar]:
    """Return which share of each ruler's marks counts as present, on average."""
    return {
        "classes": presence,
        "groups": coverage_of_class(presence=presence, fine_per_coarse=FINE / GROUPS),
        "isic": coverage_of_class(presence=presence, fine_per_coarse=FINE / CLASSES),
        "divisions": mean_of(presence, DIVISIONS),
        "un_divisions": mean_of(presence, [float(count) for count in MATCHED.values()]),
    }


def mean_of(presence: Scalar, classes: list[float]) -> Scalar:
    """Return the mean chance that a division counts, each with its own number of classes."""
    return total(1 - power(1 - presence, count) for count in classes) / len(classes)


def every(presence: Scalar) -> dict[str, Scalar]:
    """Return the chance that nothing is missing on each ruler."""
    return {
        "classes": power(presence, FINE),
        "groups": chance_of_full_coverage(
            presence=presence, fine_per_coarse=FINE / GROUPS, coarse_classes=GROUPS
        ),
        "isic": chance_of_full_coverage(
            presence=presence, fine_per_coarse=FINE / CLASSES, coarse_classes=CLASSES
        ),
        "divisions": chance_of_every_class(presence=presence, classes_in_each=DIVISIONS),
        "un_divisions": chance_of_every_class(
            presence=presence, classes_in_each=[float(count) for count in MATCHED.values()]
        ),
    }


def show(p: Settings) -> View:
    """Return what the chosen ruler says, the lines of all, and each Chinese division."""

    def chosen(values: dict[str, Scalar]) -> Scalar:
        return total(
            where(abs(p.ruler - place) < 0.5, lambda: 1.0, lambda: 0.0) * values[name]
            for place, name in enumerate(RULERS)
        )

    share = chosen(covered(p.presence))
    sentence = Sentence(
        _(
            "Of 666 fine categories {missing} are missing. Counted in {ruler}, {share} are there, "
            "and {gaps} are missing on average; that none is missing has a chance of {all}."
        ),
        missing=Value(FINE * (1 - p.presence), plain(0)),
        ruler=word(p.ruler, list(RULERS.values())),
        share=Value(share, percent(1)),
        gaps=Value((1 - share) * chosen(dict(SIZES)), plain(1)),
        all=Value(chosen(every(p.presence)), percent(1)),
    )
    columns = {name: Column(title, percent(1)) for name, title in RULERS.items()}
    lines = curve(
        "presence",
        grid(0.5, 1, 51),
        covered,
        presence=Column(_("Fine categories that are there"), percent(0)),
        **columns,
    )
    point = rows(
        [{"at": p.presence, "share": share}],
        at=Column(_("Fine categories set"), percent(0)),
        share=Column(_("What the ruler says"), percent(1)),
    )
    divisions = rows(
        (
            {
                "division": row["name"],
                "classes": float(row["classes"]),
                "chance": 1 - power(1 - p.presence, float(row["classes"])),
            }
            for row in CHINESE
        ),
        division=Column(_("Chinese division")),
        classes=Column(_("Classes in it"), plain(0)),
        chance=Column(_("Chance that it counts as present"), percent(1)),
    )
    return View([sentence], {"lines": lines, "point": point, "divisions": divisions})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the rulers' lines with the reader's point, over a dot for each division."""
    x = across("presence", _("Fine categories that are there"), [0.5, 1], format="%")
    y = upward("share", _("Counted as there"), [0.4, 1], ticks=[0.4, 0.6, 0.8, 1], format="%")
    lines = (
        folded(charts.lines, RULERS, value="share")
        .mark_line(strokeWidth=2.5)
        .encode(x=x, y=y, color=named_colours("name", list(RULERS.values()), legend=False))
    )
    # Below the diagonal nothing is drawn; the names stand there in the order of the lines.
    order = [4, 2, 1, 3, 0]
    names_of_lines = written(
        charts.point,
        [(list(RULERS.values())[place], f"series-{place + 1}") for place in order],
        side="right",
        top=154,
    )
    here = charts.point.mark_point(size=150, color=colour("ink"), shape="diamond").encode(
        x=across("at", _("Fine categories that are there"), [0.5, 1], format="%"), y=y
    )
    lower_x = across(
        "classes",
        _("Classes in a Chinese division"),
        [0.9, 60],
        ticks=[1, 2, 5, 10, 20, 50],
        ratios=True,
    )
    lower_y = upward("chance", _("It counts"), [0.4, 1.02], ticks=[0.5, 0.75, 1], format="%")
    dots = charts.divisions.mark_point(size=60, color=colour("series-4"), filled=True).encode(
        x=lower_x, y=lower_y
    )
    names = (
        charts.divisions.transform_filter("datum.classes < 2")
        .mark_text(align="left", dx=8)
        .encode(x=lower_x, y=lower_y, text=alt.value(_("other mining: one class")))
    )
    return above_one_another(
        alt.layer(lines, here, *names_of_lines), alt.layer(dots, names), heights=(244, 100)
    )


EXPLORER = Explorer(
    slug="what-666-categories-say",
    title=_("What 666 categories say"),
    question=_("A fifth of all fine categories is missing. Which ruler notices?"),
    description=_(
        "Above, five lines of what is counted as present against what is there: the coarser the "
        "ruler, the nearer its line lies to 100%. Below, a dot for each Chinese division: those "
        "with few classes are the ones that may be missing."
    ),
    kind="illustrative",
    chapter=12,
    height=360,
    controls=[
        slider(
            "presence",
            label=_("Fine categories that are there"),
            step=0.01,
            start=0.8,
            form=percent(0),
        ),
        select("ruler", _("Counted in"), RULERS.values(), start=2),
    ],
    drag={"presence": "point.at"},
    sketch=Sketch(
        "lines.divisions",
        _(
            "Fewer or more of the fine categories are there, from left to right. How many "
            "Chinese divisions count as there? Draw it."
        ),
        higher=_(
            "Divisions with few classes do go missing: a few less than you thought count as there."
        ),
        lower=_(
            "A division counts as there as long as one of its classes is: a coarse ruler "
            "hardly notices what is missing."
        ),
    ),
    named={
        "missing": _("Fine categories missing"),
        "share": _("Categories there, by the ruler"),
        "gaps": _("Categories missing on average, by the ruler"),
        "all": _("Chance that none is missing"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Which categories a country has: the lists are real, the gaps fall at random."),
        _("That gaps come together: who makes no engines makes no parts of engines."),
        _("Strength: one small plant and the world’s best count alike."),
        _("Groups and the UN’s classes have unequal sizes; their mean stands for all."),
    ],
    sources=["industrial_divisions", "huang2024"],
)
