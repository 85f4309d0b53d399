"""Steps to the nearest products that a country lacks, from what it exports well."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import lookup
from nqpf.explorers.ch12._advantages import ADVANTAGES, LARGE
from nqpf.explorers.ch12._exports import COUNTRIES, SECTIONS, SHORT, TITLES
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, present, written
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
    density,
    nearest_steps,
    products_held,
    proximity,
    ubiquity,
)
from nqpf.numbers import percent, plain
from nqpf.words import _

HELD = dict(zip(LARGE, products_held(ADVANTAGES), strict=True))
NEAR = proximity(list(HELD.values()))
COMMON = ubiquity(list(HELD.values()))
ORDER = sorted(range(len(SECTIONS)), key=lambda at: COMMON[at])
MOST_STEPS = 8
NEVER = len(SECTIONS)


def walked(*, country: float, steps: float) -> dict[str, float | Sequence[float]]:
    """Return each section's nearness and step, and what comes next, after so many steps."""
    start = HELD[COUNTRIES[round(country)]]
    walk = nearest_steps(start, NEAR, steps=NEVER)
    added = walk[: round(steps)]
    now = [int(has or at in added) for at, has in enumerate(start)]
    machines = SECTIONS.index("machines")
    return {
        "density": density(now, NEAR),
        "step": [walk.index(at) + 1 if at in added else 0 for at in range(len(SECTIONS))],
        "held": start,
        "count": sum(now),
        "next": walk[len(added)] if len(added) < len(walk) else NEVER,
        "machines": walk.index(machines) + 1 if machines in walk else 0,
    }


COUNTRY = select("country", _("Country"), COUNTRIES, start=0)
STEPS = plain_slider("steps", _("Steps taken"), low=0, high=MOST_STEPS, step=1, start=2)
LATTICE = Lattice([COUNTRY, STEPS], walked, decimals=4)
LATER = [_("lies at hand")] + [
    _("is step {number} of its walk").format(number=number) for number in range(1, NEVER + 1)
]


def show(p: Settings) -> View:
    """Return where the walk has led, and how near every section is now."""
    found = LATTICE.read(p)
    names = [TITLES[name] for name in SECTIONS] + [_("nothing")]
    begun = [float(sum(HELD[one])) for one in COUNTRIES]
    sentence = Sentence(
        _(
            "{country} begins with {begun} of {all} sections and has {count} now. The nearest that "
            "it lacks: {next}. The section of machines {machines}."
        ),
        country=word(p.country, COUNTRIES),
        begun=Value(lookup(begun, p.country), plain(0)),
        all=Value(len(SECTIONS), plain(0)),
        count=Value(found["count"], plain(0)),
        next=word(found["next"], names),
        machines=word(found["machines"], LATER),
    )
    table = rows(
        (
            {
                "section": SHORT[SECTIONS[at]],
                "density": found["density"][at],
                "begun": found["held"][at],
                "step": found["step"][at],
                "common": COMMON[at],
            }
            for at in ORDER
        ),
        section=Column(_("Section")),
        density=Column(_("What is near and held"), percent(0)),
        begun=Column(_("Held at the start (1)"), plain(0)),
        step=Column(_("Step at which added"), plain(0)),
        common=Column(_("Places that have it"), plain(0)),
    )
    return View([sentence], {"sections": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return how near each section is, full where held, with the number of its step."""
    title = _("Density: what is near and held")
    x = across("density", title, [0, 1], ticks=[0, 0.25, 0.5, 0.75, 1], format="%")
    y = listed("section", [SHORT[SECTIONS[at]] for at in ORDER], ticks=False)
    base = charts.sections.transform_calculate(added="datum.step > 0 ? 1 : 0").encode(x=x, y=y)
    rings = base.mark_point(size=110, strokeWidth=2, stroke=colour("series-1"), filled=False)
    full = base.mark_point(size=110, color=colour("series-1"), filled=True).encode(
        opacity=present("begun")
    )
    added = base.mark_point(size=110, color=colour("series-2"), filled=True).encode(
        opacity=present("added")
    )
    steps = base.mark_text(align="left", dx=9, fontWeight="bold", color=colour("series-2")).encode(
        text=alt.Text("step:Q", format=".0f"), opacity=present("added")
    )
    notes = written(
        charts.sections,
        [
            (_("full: held at the start"), "series-1"),
            (_("numbered: added by the walk"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(rings, full, added, steps, *notes)


EXPLORER = Explorer(
    slug="walk-in-product-space",
    title=_("A walk in product space"),
    question=_("From shirts to machines: how many near steps is a far product away?"),
    description=_(
        "Twenty-one sections of goods down the side, the rarest at the top. A dot on each row says "
        "how much of what is near the country has: full blue where it held the section at the "
        "start, numbered where the walk added it, hollow where it is lacking."
    ),
    kind="observed",
    period="2019–21",
    chapter=12,
    height=400,
    controls=[COUNTRY, STEPS],
    play="steps",
    named={
        "begun": _("Sections at the start"),
        "count": _("Sections now"),
        "next": _("Nearest section that it lacks"),
        "machines": _("Section of machines"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Time: nearness is of one period; that countries walk this way is another finding."),
        _("Jumps: some countries did go far, mostly the more developed ones."),
        _("Where it pays to go: the nearest step may be the poorest."),
        _("Finer goods: a section holds toys’ motors and machines for chips alike."),
    ],
    sources=["exports_by_section", "hidalgo2007", "pinheiro2022"],
)
