"""Published learning rates: how far apart they are after some doublings."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, named_colours
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.models.learning import cost_after_experience, fitted_learning_rate
from nqpf.numbers import counted, percent, plain
from nqpf.words import _

RECORD = data.rows("learning_solar_pv_2025")
FITTED = [(1976, 2024), (1976, 2009), (2010, 2024)]
KINDS = [_("peer reviewed"), _("industry or agency"), _("fitted here")]


def fitted(first: int, last: int) -> float:
    """Return the learning rate of the book's own record between two years."""
    kept = [row for row in RECORD if first <= row["year"] <= last]
    return fitted_learning_rate(
        [row["cumulative_capacity_mw"] for row in kept], [row["module_price"] for row in kept]
    )


def rates() -> list[tuple[str, float, str]]:
    """Return label, rate and kind of publication of each learning rate, the highest first."""
    published = [
        (
            f"{row['technology']}|{row['doubling_of']}",
            row["learning_rate_percent"] / 100,
            KINDS[row["quality"] != "peer reviewed"],
        )
        for row in data.rows("learning_rates_published")
    ]
    own = [
        (
            _("Solar modules, our record|{first}–{last}").format(first=first, last=last),
            rate,
            KINDS[2],
        )
        for first, last in FITTED
        for rate in [fitted(first, last)]
    ]
    return sorted(published + own, key=lambda one: -one[1])


RATES = rates()
LABELS = [label for label, _rate, _kind in RATES]
CHOICES = ["{} ({})".format(*label.split("|")) for label in LABELS]
# As long as a telephone is wide; in the table of the numbers the longest is whole.
NAMES = [label.replace("|", ": ").replace("larger projects,", "larger,") for label in LABELS]
START = next(place for place, one in enumerate(RATES) if one[2] == KINDS[1] and one[1] < 0.25)


def left_after(rate: Scalar, doublings: Scalar) -> Scalar:
    """Return which part of the first price a learning rate leaves after some doublings."""
    return cost_after_experience(learning_rate=rate, experience_multiple=2.0**doublings)


def show(p: Settings) -> View:
    """Return what each published rate leaves of the price after the reader's doublings."""
    spread = Sentence(
        _(
            "After {doublings} there is {times} times as much experience. The slowest "
            "rate here leaves {most} of the price, the fastest {least}."
        ),
        doublings=Value(p.doublings, counted(_("doubling"), _("doublings"))),
        times=Value(2.0**p.doublings, plain(0)),
        most=Value(left_after(RATES[-1][1], p.doublings), percent(1)),
        least=Value(left_after(RATES[0][1], p.doublings), percent(1)),
    )
    own = lookup([rate for _label, rate, _kind in RATES], p.look_at)
    chosen = Sentence(
        _("{technology}: {rate} a doubling, which leaves {left}."),
        technology=word(p.look_at, CHOICES),
        rate=Value(own, percent(1)),
        left=Value(left_after(own, p.doublings), percent(1)),
    )
    table = rows(
        (
            {
                "label": label,
                "name": NAMES[place],
                "technology": choice,
                "kind": kind,
                "rate": rate,
                "left": left_after(rate, p.doublings),
                "chosen": where(abs(p.look_at - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, ((label, rate, kind), choice) in enumerate(zip(RATES, CHOICES, strict=True))
        ),
        technology=Column(_("Technology: what doubles")),
        kind=Column(_("Kind of publication")),
        rate=Column(_("Learning rate, a doubling"), percent(1)),
        left=Column(_("Part of the price left"), percent(1)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([spread, chosen], {"rates": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a point for each rate at what it leaves of the price; a dark line leads to one."""
    y = alt.Y("label:N", sort=LABELS, title=None, axis=None)
    x = across("left", _("Part of the price that is left"), [0, 1], format="%")
    looked_at = alt.condition(
        "datum.chosen == 1", alt.value(colour("ink")), alt.value(colour("line"))
    )
    # A name has a line of its own above its bar: beside it there is no room on a telephone.
    stems = charts.rates.mark_bar(height=5, yOffset=6).encode(x=x, y=y, color=looked_at)
    points = charts.rates.mark_point(opacity=1, yOffset=6).encode(
        x=x,
        y=y,
        color=named_colours("kind", KINDS, columns=2),
        shape=alt.Shape(
            "kind:N",
            sort=KINDS,
            title=None,
            legend=alt.Legend(columns=2),
            scale=alt.Scale(domain=KINDS, range=["circle", "square", "diamond"]),
        ),
        size=alt.Size("chosen:N", scale=alt.Scale(domain=[0, 1], range=[50, 170]), legend=None),
    )
    names = charts.rates.mark_text(align="left", x=-10, yOffset=-6, fontSize=11.5).encode(
        y=y, text="name:N"
    )
    return alt.layer(stems, points, names)


EXPLORER = Explorer(
    slug="published-learning-rates",
    title=_("Which learning rate?"),
    question=_("Published learning rates differ. What if one picks the wrong one?"),
    description=_(
        "Sixteen points, one for each published or fitted learning rate of solar power, wind and "
        "batteries, at the part of the price that it leaves after the doublings set. They spread "
        "from nearly all of the price to next to nothing; a dark line leads to the one looked at."
    ),
    kind="observed",
    period=_("1976–2024, by study"),
    chapter=8,
    height=476,
    controls=[
        plain_slider("doublings", _("Doublings"), low=1, high=16, step=1, start=10),
        select("look_at", _("Look at"), CHOICES, start=START),
    ],
    named={
        "times": _("Experience, over what it was"),
        "most": _("Part of the price left at the slowest rate"),
        "least": _("Part of the price left at the fastest rate"),
        "rate": _("Learning rate of the technology chosen"),
        "left": _("Part of the price left, technology chosen"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What doubles and what falls differ between the rates: see the table of the data."),
        _("How sure each rate is; few of the publications say."),
        _("Technologies whose learning was slow or stopped: they are studied less."),
    ],
    sources=["learning_rates_published", "learning_solar_pv_2025", "wright1936"],
)
