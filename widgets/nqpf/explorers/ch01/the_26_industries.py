"""Twenty-six graded industries, and the line that turns four grades into a percentage."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import full
from nqpf.explorers.core.parts import Column, Sentence, Value, radio, rows
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain
from nqpf.words import _, said

GRADES = ["leading", "advanced", "large gap", "huge gap"]
HEADINGS = [_("huge gap"), _("large gap"), _("advanced"), _("leading")]
INDUSTRIES = data.rows("industries_26")
SHORT = {
    "Power transmission and transformation equipment": _("Power transmission equipment"),
    "High-end CNC machine tools and basic manufacturing equipment": _("High-end machine tools"),
    "High-tech ships and offshore equipment": _("Ships and offshore equipment"),
    "Core information equipment for smart manufacturing": _("Smart-manufacturing equipment"),
}
"""Names that leave room on a phone; the table of numbers has them in full."""


def grade_of(industry: data.Row) -> int:
    """Return the grade of an industry: 0 leads the world, 3 is farthest behind."""
    return GRADES.index(industry["grade"])


def counted(industry: data.Row, p: Settings) -> Scalar:
    """Return 1 if an industry is on the near side of the reader's line, else 0."""
    return where(grade_of(industry) < p.line + 0.5, lambda: 1, lambda: 0)


def show(p: Settings) -> View:
    """Return the share on the near side of the line, and every industry with its grade."""
    count = total(counted(industry, p) for industry in INDUSTRIES)
    share = Sentence(
        _("With this line {count} of {all} industries are at the front: {share}."),
        count=Value(count, plain(0)),
        all=Value(len(INDUSTRIES), plain(0)),
        share=Value(count / len(INDUSTRIES), percent(1)),
    )
    table = rows(
        (
            {
                "industry": said(industry["industry_en"]),
                "name": SHORT.get(industry["industry_en"], said(industry["industry_en"])),
                "grade": said(industry["grade"]),
                "across": 3 - grade_of(industry),
                "order": order,
                "inside": counted(industry, p),
            }
            for order, industry in enumerate(INDUSTRIES)
        ),
        industry=Column(_("Industry")),
        grade=Column(_("Grade")),
        inside=Column(_("Counted (1) or not (0)"), plain(0)),
    )
    return View([share], {"industries": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return one point an industry, by grade, filled where it is counted."""
    labels = " : ".join(f"datum.value < {k + 0.5} ? '{v}'" for k, v in enumerate(HEADINGS))
    base = charts.industries.encode(
        x=alt.X(
            "across:Q",
            title=_("Standing against the world’s best"),
            scale=alt.Scale(domain=[-0.12, 3.5], nice=False),
            axis=alt.Axis(values=[0, 1, 2, 3], labelExpr=f"{labels} : ''"),
        ),
        y=alt.Y("order:O", axis=None, scale=alt.Scale(paddingOuter=0.6)),
    )
    points = base.mark_point(
        size=60,
        strokeWidth=2,
        opacity=1,
        filled=False,
        stroke=colour("series-1"),
        fill=colour("series-1"),
    ).encode(fillOpacity=full("inside", others=0))
    names = {
        "left": base.transform_filter("datum.across > 1.5").mark_text(
            align="right", dx=-8, fontSize=11.5
        ),
        "right": base.transform_filter("datum.across < 1.5").mark_text(
            align="left", dx=7, fontSize=11.5
        ),
    }
    written = [names[side].encode(text="name:N") for side in ("left", "right")]
    return alt.layer(points, *written)


EXPLORER = Explorer(
    slug="the-26-industries",
    title=_("Twenty-six industries"),
    question=_("How large a share of industry is at the front? Draw the line yourself."),
    description=_(
        "Twenty-six industries in four grades: five lead the world, six are advanced, ten have a "
        "large gap to the world’s best and five a huge one."
    ),
    kind="observed",
    period="2019",
    chapter=1,
    height=430,
    controls=[
        radio(
            "line",
            _("At the front are those that are"),
            [_("leading"), _("leading or advanced"), _("not far behind by a huge gap")],
            start=1,
        )
    ],
    named={
        "count": _("Industries at the front"),
        "share": _("Part of the 26 at the front"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("How the grades were given: the report does not say."),
        _("Size: each industry counts as one, whatever it produces."),
        _("Security: how many are secure is reported, which ones they are is not."),
        _("What has changed since 2019."),
    ],
    sources=["industries_26", "zhou2019"],
)
