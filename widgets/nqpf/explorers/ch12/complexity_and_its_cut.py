"""How diverse countries are and how rare their products, and what the cut at 1 does to a rank."""

from collections.abc import Sequence
from statistics import correlation

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.ch12._advantages import ADVANTAGES, LARGE
from nqpf.explorers.ch12._exports import COUNTRIES
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, on_paper, upward
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    plain_slider,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.complexity import (
    complexity_index,
    diversity,
    products_held,
    reflections,
)
from nqpf.numbers import plain
from nqpf.words import _


def counted(*, cut: float) -> dict[str, float | Sequence[float]]:
    """Return each large place’s diversity and mean ubiquity, and the ranks of countries.

    A rank is that by complexity or by diversity, the first being 1.
    """
    held = products_held(ADVANTAGES, cut=cut)
    many, common, index = diversity(held), reflections(held, rounds=1), complexity_index(held)
    chosen = [LARGE.index(country) for country in COUNTRIES]
    return {
        "many": many,
        "common": common,
        "link": correlation(many, common),
        "complex": [1 + sum(value > index[at] for value in index) for at in chosen],
        "diverse": [1 + sum(value > many[at] for value in many) for at in chosen],
        "own": [many[at] for at in chosen],
    }


def ranks() -> dict[str, int]:
    """Return the rank of each large place by complexity at a cut of one, the first being 1."""
    index = complexity_index(products_held(ADVANTAGES))
    order = sorted(zip(index, LARGE, strict=True), reverse=True)
    return {place: rank for rank, (_value, place) in enumerate(order, start=1)}


CUT = plain_slider(
    "cut",
    _("Counted as made from an advantage of"),
    low=0.5,
    high=1.5,
    step=0.25,
    start=1,
    form=plain(2),
)
COUNTRY = select("country", _("Country"), COUNTRIES, start=COUNTRIES.index("China"))
LATTICE = Lattice([CUT], counted, decimals=3)


def show(p: Settings) -> View:
    """Return the ranks of the country chosen, and every large place as a point."""
    cloud = LATTICE.read(p)
    ranks = {name: LATTICE.item(p, name, p.country) for name in ("own", "diverse", "complex")}
    rank = Sentence(
        _(
            "At a cut of {cut} {country} has {own} of 21 sections: rank {diverse} of {all} by "
            "number, and rank {complex} by complexity."
        ),
        cut=Value(p.cut, plain(2)),
        country=word(p.country, COUNTRIES),
        own=Value(ranks["own"], plain(0)),
        diverse=Value(ranks["diverse"], plain(0)),
        all=Value(len(LARGE), plain(0)),
        complex=Value(ranks["complex"], plain(0)),
    )
    link = Sentence(
        _(
            "The correlation between how many sections a place has and how many places have them "
            "is {link}."
        ),
        link=Value(cloud["link"], plain(2, signed=True)),
    )
    places = rows(
        (
            {
                "place": place,
                "many": cloud["many"][at],
                "common": cloud["common"][at],
                "chosen": chosen(place, p),
            }
            for at, place in enumerate(LARGE)
        ),
        place=Column(_("Place")),
        many=Column(_("Sections it has"), plain(0)),
        common=Column(_("Places that have them, mean"), plain(1)),
        chosen=Column(_("Chosen (1)"), plain(0)),
    )
    return View([rank, link], {"places": places})


def chosen(place: str, p: Settings) -> Scalar:
    """Return 1 for the country chosen, else 0."""
    if place not in COUNTRIES:
        return 0.0
    return where(abs(p.country - COUNTRIES.index(place)) < 0.5, lambda: 1, lambda: 0)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return every place by the number of its sections and how common they are."""
    x = across("many", _("Sections that a place has"), [0, 21], ticks=[0, 5, 10, 15, 20])
    y = upward("common", _("Places that have them, mean"), [0, 112], ticks=[0, 25, 50, 75, 100])
    base = charts.places.encode(x=x, y=y)
    dots = base.mark_point(size=40, color=colour("series-1"), opacity=0.55)
    # Nothing is drawn for the others: the page would move 322 marks that nobody sees.
    own = base.transform_filter("datum.chosen > 0.5")
    here = own.mark_point(size=190, shape="diamond", filled=True, color=colour("series-2"))
    name = own.mark_text(align="left", dx=11, fontWeight="bold", color=colour("series-2")).encode(
        text="place:N"
    )
    return alt.layer(dots, *on_paper(name), here)


EXPLORER = Explorer(
    slug="complexity-and-its-cut",
    title=_("Complexity and its cut"),
    question=_("Who makes many things makes rare things. Does the rank survive another cut?"),
    description=_(
        "A cloud of 161 places: to the right those with many sections, low those whose sections "
        "few others have. It falls to the right. A diamond marks the country chosen."
    ),
    kind="observed",
    period="2019–21",
    chapter=12,
    height=300,
    controls=[CUT, COUNTRY],
    named={
        "own": _("Sections with an advantage"),
        "diverse": _("Rank by number of sections"),
        "complex": _("Rank by complexity"),
        "link": _("Correlation of sections held and places that hold them"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Finer goods: published ranks use a thousand kinds or more, these are 21 sections."),
        _("Services and what is used at home, which show as much of what a country can do."),
        _("Size: a country with a large home market exports a smaller part of what it makes."),
        _("Where in a chain the value is added; the export counts whole for the last country."),
    ],
    sources=["exports_by_section", "hidalgo2009", "mealy2019"],
)
