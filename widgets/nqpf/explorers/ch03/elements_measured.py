"""Skill and tools for each worker as measured, in six economies since 1978."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    select,
)
from nqpf.explorers.core.style import colour, series
from nqpf.numbers import plain, span, year
from nqpf.words import _

FIRST, LAST = 1978, 2019
YEARS = LAST - FIRST + 1
ECONOMIES = {
    "CHN": _("China"),
    "IND": _("India"),
    "KOR": _("South Korea"),
    "USA": _("United States"),
    "DEU": _("Germany"),
    "JPN": _("Japan"),
}
MEASURES = [_("tools a worker"), _("output a worker"), _("skill a worker")]


def levels(row: data.Row) -> tuple[float, float, float]:
    """Return capital services, output and human capital, each for one worker."""
    workers = float(str(row["employment"]))
    return (
        float(str(row["capital_services"])) / workers,
        float(str(row["real_gdp"])) / workers,
        float(str(row["human_capital"])),
    )


def multiples(edition: str) -> list[list[list[float]]]:
    """Return each measure as a multiple of the first year, by economy and year."""
    found = []
    for code in ECONOMIES:
        kept = [r for r in data.rows(edition) if r["country_code"] == code]
        span = sorted(
            (r for r in kept if FIRST <= int(str(r["year"])) <= LAST),
            key=lambda r: int(str(r["year"])),
        )
        start = levels(span[0])
        found.append(
            [[now / then for now, then in zip(levels(r), start, strict=True)] for r in span]
        )
    return found


MULTIPLES = multiples("growth_inputs_11")
OLDER = multiples("growth_inputs")


def show(p: Settings) -> View:
    """Return the three multiples in the chosen year, and their paths."""
    place = p.economy * YEARS + (p.last - FIRST)
    (tools, output, skill), (tools_before, output_before, _skill) = (
        [
            lookup([row[measure] for economy in edition for row in economy], place)
            for measure in range(len(MEASURES))
        ]
        for edition in (MULTIPLES, OLDER)
    )
    sentence = Sentence(
        _(
            "From 1978 to {year} tools a worker rose {tools}-fold and skill a worker {skill}-fold; "
            "output a worker rose {output}-fold."
        ),
        year=Value(p.last, year()),
        tools=Value(tools, plain(1)),
        skill=Value(skill, plain(1)),
        output=Value(output, plain(1)),
    )
    older = Sentence(
        _(
            "By edition 10.01 of the same table tools rose {tools_before}-fold and output "
            "{output_before}-fold."
        ),
        tools_before=Value(tools_before, plain(1)),
        output_before=Value(output_before, plain(1)),
    )
    paths = observations(
        (
            {
                "economy": economy,
                "when": FIRST + step,
                "measure": name,
                "multiple": round(row[measure], 4),
            }
            for economy, listed in enumerate(MULTIPLES)
            for measure, name in enumerate(MEASURES)
            for step, row in enumerate(listed)
        ),
        keep={"economy": p.economy},
        when=Column(_("Year"), year()),
        measure=Column(_("Measure")),
        multiple=Column(_("Multiple of 1978"), plain(2)),
    )
    chosen = rows(
        [
            {"name": name, "at": p.last, "multiple": value}
            for name, value in zip(MEASURES, (tools, output, skill), strict=True)
        ],
        name=Column(_("Measure in the chosen year")),
        at=Column(_("Year"), year()),
        multiple=Column(_("Multiple of 1978"), plain(2)),
    )
    return View([sentence, older], {"paths": paths, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return three rising lines on a ratio scale, with points in the chosen year."""
    scale = alt.Scale(domain=MEASURES, range=series(3))
    x = alt.X(
        "when:Q",
        title=None,
        scale=alt.Scale(domain=[FIRST, 2020], zero=False),
        axis=alt.Axis(format="d", tickCount=5),
    )
    y = alt.Y(
        "multiple:Q",
        title=_("Multiple of 1978 (ratio scale)"),
        scale=alt.Scale(type="log", domain=[0.9, 40]),
        axis=alt.Axis(values=[1, 2, 5, 10, 20, 40]),
    )
    lines = charts.paths.mark_line().encode(
        x=x,
        y=y,
        color=alt.Color(
            "measure:N", sort=MEASURES, title=None, scale=scale, legend=alt.Legend(columns=1)
        ),
        strokeDash=alt.StrokeDash(
            "measure:N",
            sort=MEASURES,
            title=None,
            scale=alt.Scale(domain=MEASURES, range=[[1, 0], [6, 4], [2, 2]]),
        ),
    )
    points = charts.chosen.mark_point(size=90, color=colour("ink")).encode(x="at:Q", y=y)
    return lines + points


EXPLORER = Explorer(
    slug="elements-measured",
    title=_("Two elements, measured"),
    question=_("Where have tools outrun skill, and what did output do?"),
    description=_(
        "Three lines on a ratio scale: tools, output and skill a worker as multiples of 1978, by "
        "edition 11.0 of the Penn World Table. In China tools rise most by far and skill least."
    ),
    kind="observed",
    period=span(FIRST, LAST),
    chapter=3,
    controls=[
        select("economy", _("Economy"), list(ECONOMIES.values())),
        plain_slider("last", _("To"), low=1979, high=LAST, step=1, start=LAST, form=year()),
    ],
    drag={"last": "chosen.at"},
    play="last",
    named={
        "tools_before": _("Multiple of 1978 (tools a worker, edition 10.01)"),
        "output_before": _("Multiple of 1978 (output a worker, edition 10.01)"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Objects of labour: no such series for materials, energy and data was found."),
        _("Skill beyond years of schooling and what they usually earn."),
        _("What the tools are: the table counts all that was built, dwellings included."),
        _("How old or how clever the tools are, beyond what prices show."),
    ],
    sources=["growth_inputs_11", "growth_inputs", "feenstra2015"],
)
