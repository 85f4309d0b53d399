"""Thirty provinces, two years: did energy use rise although each unit of output took less?"""

from collections.abc import Mapping
from typing import Any

import altair as alt

from nqpf import data
from nqpf.algebra import lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    radio,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.green import needed_change_of_intensity, output_growth_behind_energy
from nqpf.numbers import percent, plain, year
from nqpf.words import _

YEARS = (2018, 2020)
ROWS = [row for when in YEARS for row in data.rows("provinces_energy") if row["year"] == when]
PROVINCES = [row["province"] for row in ROWS if row["year"] == YEARS[0]]
RATE = percent(1, signed=True)


def output_growth(row: Mapping[str, Any]) -> float:
    """Return the growth of a province's output that its energy and intensity imply."""
    return float(
        output_growth_behind_energy(
            energy_growth=row["energy_growth"], intensity_growth=row["intensity_growth"]
        )
    )


OUTPUT = [round(output_growth(row), 6) for row in ROWS]
INTENSITY = [row["intensity_growth"] for row in ROWS]
ENERGY = [row["energy_growth"] for row in ROWS]
LARGER = [
    sum(
        row["energy_growth"] > 0 and row["intensity_growth"] < 0 for row in ROWS if row["year"] == y
    )
    for y in YEARS
]


def show(p: Settings) -> View:
    """Return a province's growth of output, intensity and energy use, and all the others."""
    place = p.province + p.when * len(PROVINCES)
    output, intensity, energy = (lookup(listed, place) for listed in (OUTPUT, INTENSITY, ENERGY))
    flat = needed_change_of_intensity(emissions_growth=0.0, output_growth=output)
    said = Sentence(
        _(
            "{province}, {when}: output {output}, energy for a unit of it {intensity}, so energy "
            "use {energy}. To keep it level, energy for a unit of output had to change by {flat}."
        ),
        province=word(p.province, PROVINCES),
        when=word(p.when, [str(when) for when in YEARS]),
        output=Value(output, RATE),
        intensity=Value(intensity, RATE),
        energy=Value(energy, RATE),
        flat=Value(flat, RATE),
    )
    counted = Sentence(
        _("In that year {count} of {all} provinces were leaner and used more energy all the same."),
        count=Value(lookup(LARGER, p.when), plain(0)),
        all=Value(len(PROVINCES), plain(0)),
    )
    grown_by = Column(_("Output"), RATE)
    leaner_by = Column(_("Energy for a unit of output"), RATE)
    points = observations(
        (
            {
                "province": row["province"],
                "year": row["year"],
                "output": grown,
                "intensity": row["intensity_growth"],
                "energy": row["energy_growth"],
            }
            for row, grown in zip(ROWS, OUTPUT, strict=True)
        ),
        province=Column(_("Province")),
        year=Column(_("Year"), year()),
        energy=Column(_("Energy use"), RATE),
        output=grown_by,
        intensity=leaner_by,
    )
    here = rows(
        [
            {
                "at": where(p.when < 0.5, lambda: YEARS[0], lambda: YEARS[1]),
                "output": output,
                "intensity": intensity,
            }
        ],
        at=Column(_("Year chosen"), year()),
        output=grown_by,
        intensity=leaner_by,
    )
    level = rows(
        [
            {
                "output": grown,
                "intensity": needed_change_of_intensity(emissions_growth=0.0, output_growth=grown),
            }
            for grown in (-0.06, 0.0, 0.1)
        ],
        output=grown_by,
        intensity=leaner_by,
    )
    return View([said, counted], {"points": points, "here": here, "level": level})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a point for each province, the line of level energy use, and the one chosen."""
    x = across(
        "output", _("Growth of output"), [-0.06, 0.1], ticks=[-0.05, 0, 0.05, 0.1], format="+%"
    )
    y = upward(
        "intensity",
        _("Growth of energy for a unit of output"),
        [-0.12, 0.2],
        ticks=[-0.1, 0, 0.1],
        format="+%",
    )
    level = charts.level.mark_line(color=colour("muted"), strokeDash=[6, 4]).encode(x=x, y=y)
    points = charts.points.mark_point(filled=True, size=45, opacity=0.75).encode(
        x=x,
        y=y,
        color=alt.Color(
            "year:N",
            legend=None,
            scale=alt.Scale(domain=list(YEARS), range=[colour("series-1"), colour("series-2")]),
        ),
        shape=alt.Shape(
            "year:N", legend=None, scale=alt.Scale(domain=list(YEARS), range=["circle", "square"])
        ),
    )
    here = charts.here.mark_point(
        filled=False, size=190, opacity=1, strokeWidth=2.5, color=colour("ink")
    ).encode(x=x, y=y)
    named = written(
        charts.points,
        [
            (_("circles: 2018"), "series-1"),
            (_("squares: 2020"), "series-2"),
            (_("dashed: energy use level"), "muted"),
        ],
    )
    return alt.layer(level, points, here, *named)


EXPLORER = Explorer(
    slug="leaner-or-larger",
    title=_("Leaner, or larger?"),
    question=_("Did a province use less energy when each unit of its output took less?"),
    description=_(
        "Thirty provinces in two years by growth of output, across, and of energy for a unit of "
        "output, upwards. Most points lie below zero and above the falling dashed line on which "
        "energy use stands still: leaner, and using more. A ring marks the province chosen."
    ),
    kind="observed",
    period=f"{YEARS[0]}, {YEARS[1]}",
    chapter=17,
    height=300,
    controls=[
        select("province", _("Province"), PROVINCES, start=PROVINCES.index("Guangdong")),
        radio("when", _("Year"), [str(when) for when in YEARS], start=0),
    ],
    named={
        "output": _("Change of output"),
        "intensity": _("Change of energy for a unit of output"),
        "energy": _("Change of energy use"),
        "flat": _("Change for a unit that keeps energy use level"),
        "count": _("Provinces leaner with more energy used"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Carbon: a province may use more energy and emit less if it is cleaner."),
        _("Energy in goods that a province buys from or sells to others."),
        _("Reasons: coal bases and chemical works grew in some provinces by plan."),
        _("Tibet, which is not published, and years that were not found."),
    ],
    sources=["provinces_energy"],
)
