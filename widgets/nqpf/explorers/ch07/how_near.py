"""How near five economies are to the United States, by three measures that disagree."""

import altair as alt

from nqpf import data
from nqpf.algebra import lookup
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import Column, Sentence, Value, observations, select, word
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, year
from nqpf.words import _

AGAINST = "USA"
ECONOMIES = {
    "CHN": _("China"),
    "JPN": _("Japan"),
    "KOR": _("South Korea"),
    "DEU": _("Germany"),
    "IND": _("India"),
}
MEASURES = [
    _("output a worker, edition 11.0"),
    _("output a worker, edition 10.01"),
    _("skill a worker"),
    _("spending on research in GDP"),
]


def levels() -> list[dict[tuple[str, int], float]]:
    """Return each measure by country and year."""
    output: dict[tuple[str, int], float] = {}
    older: dict[tuple[str, int], float] = {}
    skill, research = {}, {}
    for edition, found in (("growth_inputs_11", output), ("growth_inputs", older)):
        for row in data.rows(edition):
            key = str(row["country_code"]), int(str(row["year"]))
            found[key] = float(str(row["real_gdp"])) / float(str(row["employment"]))
    for row in data.rows("growth_inputs_11"):
        key = str(row["country_code"]), int(str(row["year"]))
        skill[key] = float(str(row["human_capital"]))
    for row in data.rows("rd_intensity"):
        key = str(row["country_code"]), int(str(row["year"]))
        research[key] = float(str(row["rd_intensity_percent"]))
    return [output, older, skill, research]


def paths() -> list[list[list[tuple[int, float]]]]:
    """Return years and proximity to the United States, by measure and economy."""
    return [
        [
            [(when, level / measure[AGAINST, when]) for (code, when), level in measure.items()
             if code == economy]
            for economy in ECONOMIES
        ]
        for measure in levels()
    ]  # fmt: skip


PATHS = paths()


def show(p: Settings) -> View:
    """Return the first, last and nearest of the chosen path, and the paths of all."""
    listed = [path for measure in PATHS for path in measure]
    place = p.measure * len(ECONOMIES) + p.economy
    ends = {
        "first": [path[0] for path in listed],
        "last": [path[-1] for path in listed],
        "nearest": [max(path, key=lambda point: point[1]) for path in listed],
    }
    when = {name: lookup([point[0] for point in points], place) for name, points in ends.items()}
    near = {name: lookup([point[1] for point in points], place) for name, points in ends.items()}
    sentence = Sentence(
        _(
            "By {measure}, {economy} stood at {first} of the United States in {first_year} and at "
            "{last} in {last_year}. It was nearest in {nearest_year}, at {nearest}."
        ),
        measure=word(p.measure, MEASURES),
        economy=word(p.economy, list(ECONOMIES.values())),
        first_year=Value(when["first"], year()),
        first=Value(near["first"], percent(0)),
        last_year=Value(when["last"], year()),
        last=Value(near["last"], percent(0)),
        nearest_year=Value(when["nearest"], year()),
        nearest=Value(near["nearest"], percent(0)),
    )
    records = [
        {"measure": m, "economy": e, "name": name, "when": when, "near": round(near, 4)}
        for m, measure in enumerate(PATHS)
        for e, name in enumerate(ECONOMIES.values())
        for when, near in measure[e]
    ]
    columns = {
        "name": Column(_("Economy")),
        "when": Column(_("Year"), year()),
        "near": Column(_("United States = 100%"), percent(1)),
    }
    everyone = observations(records, keep={"measure": p.measure}, **columns)
    chosen = observations(
        records, keep={"measure": p.measure, "economy": p.economy}, **columns
    )  # fmt: skip
    return View([sentence], {"everyone": everyone, "chosen": chosen})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return pale lines of all economies, and the chosen one in full, below or above one."""
    x = across("when", None, [1970, 2023], ticks=[1970, 1980, 1990, 2000, 2010, 2020], format="d")
    y = upward(
        "near", _("United States = 100%"), [0, 1.6], ticks=[0, 0.25, 0.5, 0.75, 1, 1.5], format="%"
    )
    level = charts.chosen.mark_rule(color=colour("ink"), aria=False).encode(y=alt.datum(1))
    others = charts.everyone.mark_line(color=colour("muted"), strokeWidth=1).encode(
        x=x, y=y, detail="name:N"
    )
    one = charts.chosen.mark_line(color=colour("series-1"), strokeWidth=3).encode(x=x, y=y)
    notes = written(
        charts.everyone,
        [(_("thick: the economy chosen"), "series-1"), (_("thin: the other four"), "muted")],
    )
    return alt.layer(level, others, one, *notes)


EXPLORER = Explorer(
    slug="how-near",
    title=_("How near, by which measure?"),
    question=_("How near to the United States: by what a worker makes, knows, or is given?"),
    description=_(
        "Lines of five economies as parts of the level of the United States, by year, with the "
        "chosen one thick. By output a worker Japan rises to about three quarters and falls back, "
        "South Korea rises past it, and China reaches over a quarter."
    ),
    kind="observed",
    period="1970–2023",
    chapter=7,
    controls=[
        select("measure", _("Measure"), MEASURES),
        select("economy", _("Economy"), list(ECONOMIES.values()), start=1),
    ],
    named={
        "first": _("Level in the first year, of the United States"),
        "first_year": _("First year"),
        "last": _("Level in the last year, of the United States"),
        "last_year": _("Last year"),
        "nearest_year": _("Year in which it was nearest"),
        "nearest": _("Level when nearest, of the United States"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Hours: what a worker makes in an hour moves less apart than what she makes in a year."),
        _("Technique alone: output a worker is also machines a worker."),
        _("Prices of each year: a level of 2021, or of 2017, is worked back by growth at home."),
        _("Industries: an average says nothing of the best or the worst of them."),
        _("Whether the United States is the frontier of everything, which it is not."),
    ],
    sources=["growth_inputs_11", "growth_inputs", "rd_intensity", "feenstra2015"],
)
