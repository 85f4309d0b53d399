"""Seven governments' lists of industries and technologies of the future, two at a time."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, total, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.lists_in_common import shared_part
from nqpf.numbers import percent, plain
from nqpf.words import _

ENTRIES = data.rows("future_industry_lists")
NAMED = {(row["place"], row["field"]): row["named_as"] for row in ENTRIES}
COUNTS = {
    field: sum(name == field for _place, name in NAMED)
    for field in dict.fromkeys(row["field"] for row in ENTRIES)
}
FIELDS = sorted(COUNTS, key=lambda field: (-COUNTS[field], field))
SHOWN = [field for field in FIELDS if COUNTS[field] > 1 or ("China", field) in NAMED]
SHORT = {
    "China": _("China"),
    "Germany": _("Germany"),
    "Japan": _("Japan"),
    "South Korea": _("Korea"),
    "European Union": _("EU"),
    "United Kingdom": _("UK"),
    "United States": _("US"),
}
PLACES = list(SHORT)
FIELD_SHORT = {
    "Robots and manufacturing": _("Robots, factories"),
    "Brain–computer interfaces": _("Brain interfaces"),
}
"""Names that leave room on a phone; the table of numbers says how each list calls it."""


def names(field: str, place: Scalar) -> Scalar:
    """Return 1 if the list at a position names a field, else 0."""
    return lookup([float((one, field) in NAMED) for one in PLACES], place)


def chosen(place: str, p: Settings) -> Scalar:
    """Return 1 if a list is one of the two compared, else 0."""
    position = PLACES.index(place)
    return where((p.first - position) * (p.second - position) == 0, lambda: 1, lambda: 0)


def show(p: Settings) -> View:
    """Return how many fields the two lists name, alone and together, and all of the lists."""
    first, second = (total(names(f, place) for f in FIELDS) for place in (p.first, p.second))
    both = total(names(field, p.first) * names(field, p.second) for field in FIELDS)
    sentence = Sentence(
        _(
            "Fields named by {one}: {first}; by {other}: {second}; by both: {both}. Of all that "
            "stand on either list, both share {share}."
        ),
        one=word(p.first, PLACES),
        first=Value(first, plain(0)),
        other=word(p.second, PLACES),
        second=Value(second, plain(0)),
        both=Value(both, plain(0)),
        share=Value(
            shared_part(named_by_both=both, named_by_first=first, named_by_second=second),
            percent(0),
        ),
    )
    marks = rows(
        (
            {
                "list": SHORT[place],
                "field": FIELD_SHORT.get(field, field),
                "named": NAMED[place, field],
                "marked": chosen(place, p),
                "shared": chosen(place, p) * names(field, p.first) * names(field, p.second),
            }
            for field in SHOWN
            for place in PLACES
            if (place, field) in NAMED
        ),
        list=Column(_("List")),
        field=Column(_("Field")),
        named=Column(_("Named as")),
        marked=Column(_("One of the two (1)"), plain(0)),
        shared=Column(_("On both (1)"), plain(0)),
    )
    return View([sentence], {"marks": marks})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a square for each field that a list names, full where the two compared share it."""
    x = alt.X(
        "list:N",
        sort=[SHORT[place] for place in PLACES],
        title=None,
        axis=alt.Axis(orient="top", labelAngle=-45, ticks=False),
    )
    shown = [FIELD_SHORT.get(field, field) for field in SHOWN]
    y = alt.Y("field:N", sort=shown, title=None, axis=alt.Axis(ticks=False))
    two = alt.Scale(domain=[0, 1], range=[0, 1])
    every = charts.marks.mark_square(size=90, filled=True, color=colour("line"), opacity=1)
    ring = charts.marks.mark_square(
        size=150, filled=False, stroke=colour("series-1"), strokeWidth=2
    ).encode(opacity=alt.Opacity("marked:N", scale=two, legend=None))
    full = charts.marks.mark_square(size=150, filled=True, color=colour("series-1")).encode(
        opacity=alt.Opacity("shared:N", scale=two, legend=None)
    )
    return alt.layer(*(layer.encode(x=x, y=y) for layer in (every, ring, full)))


EXPLORER = Explorer(
    slug="what-lists-share",
    title=_("What lists share"),
    question=_("Seven governments name the future. How much of it is the same?"),
    description=_(
        "A table of squares: fields down the side, seven lists across. Each square is a field that "
        "a list names; it has a frame in the two lists compared and is full where both name it. "
        "Fields that stand on one list alone are counted but not drawn, except China’s."
    ),
    kind="observed",
    period="2021–25",
    chapter=10,
    height=360,
    controls=[
        select("first", _("One list"), PLACES, start=0),
        select("second", _("The other"), PLACES, start=3),
    ],
    named={
        "first": _("Fields on the first list"),
        "second": _("Fields on the second list"),
        "both": _("Fields on both lists"),
        "share": _("Part of all fields that both name"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Money: a name on a list may have a fund behind it, or nothing."),
        _("Purpose: some lists name industries to grow, others technologies to guard."),
        _("The grouping is ours: with finer fields all lists share less."),
        _("Which names turn out well; nobody knows yet."),
    ],
    sources=["future_industry_lists"],
)
