"""One table of American industries, and the shapes of competition and innovation found in it."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, exp, lookup, maximum, minimum, sqrt, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, present, upward
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    radio,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.numbers import percent, plain
from nqpf.words import _

FITS = data.rows("competition_fits")
PANEL = data.rows("competition_patents")
SAMPLES = list(dict.fromkeys(row["industries"] for row in FITS))
LEAST, MOST, MIDDLE, COMPUTERS = 0.1, 10.0, 0.85, "334"
LOW, HIGH = 0.74, 0.96


def fit(p: Settings, name: str) -> Scalar:
    """Return a number of the fit that the reader chose; a line has no bend."""
    place = (p.industries * 2 + p.comparison) * 2 + p.curve
    return lookup([row[name] or 0.0 for row in FITS], place)


def relative(p: Settings, competition: Scalar, errors: float) -> Scalar:
    """Return citations over those at a competition of 0.85, some standard errors off."""
    away = competition - MIDDLE
    variance = (
        fit(p, "slope_error") ** 2
        + 2 * away * fit(p, "covariance")
        + (away * fit(p, "bend_error")) ** 2
    )
    spread = sqrt(maximum(0.0, away**2 * variance))
    logs = away * fit(p, "slope") + away**2 * fit(p, "bend") + errors * spread
    return maximum(LEAST, minimum(MOST, exp(maximum(-9.0, minimum(9.0, logs)))))


def places() -> list[tuple[float, float, list[float]]]:
    """Return each industry's competition, its firms a year, and in which choices it counts."""
    found = []
    for industry in dict.fromkeys(row["industry"] for row in PANEL):
        years = [row for row in PANEL if row["industry"] == industry]
        firms = sum(row["firms"] for row in years)
        mean = sum(row["firms"] * row["competition"] for row in years) / firms
        kept = [1.0, float(years[0]["branch"] == "manufacturing"), float(industry != COMPUTERS)]
        found.append((mean, firms / len(years), kept))
    return [one for one in found if LOW <= one[0] <= HIGH]


PLACES = places()


def show(p: Settings) -> View:
    """Return what was fitted in words, and the curve with a band of two standard errors."""
    bent = p.curve > 0.5
    estimate = where(bent, lambda: fit(p, "bend"), lambda: fit(p, "slope"))
    error = where(bent, lambda: fit(p, "bend_error"), lambda: fit(p, "slope_error"))
    sure = where(abs(estimate) > 1.96 * error, lambda: 1, lambda: 0)
    up = where(estimate > 0, lambda: 1, lambda: 0)
    found = Sentence(
        _(
            "{what} is {estimate}, with a standard error of {error}: {shape}, and that {sure} be "
            "told from nothing."
        ),
        what=word(p.curve, [_("The slope"), _("The bend")]),
        estimate=Value(estimate, plain(1, signed=True)),
        error=Value(error, plain(1)),
        shape=word(
            2 * p.curve + up,
            [_("innovation falls"), _("innovation rises"), _("a hump"), _("a valley")],
        ),
        sure=word(sure, [_("cannot"), _("can")]),
    )
    ends = Sentence(
        _(
            "With a margin of 10% an industry has {ten} times the citations of one with 15%; the "
            "data allow {low} to {high}."
        ),
        ten=Value(relative(p, 0.9, 0.0), plain(2)),
        low=Value(relative(p, 0.9, -1.96), plain(2)),
        high=Value(relative(p, 0.9, 1.96), plain(2)),
    )
    line = curve(
        "competition",
        grid(LOW, HIGH, 56),
        lambda competition: {
            "fit": relative(p, competition, 0.0),
            "low": relative(p, competition, -1.96),
            "high": relative(p, competition, 1.96),
        },
        competition=Column(_("Competition"), percent(0)),
        fit=Column(_("Citations, over those at 85%"), plain(2)),
        low=Column(_("Lower end of 95%"), plain(2)),
        high=Column(_("Upper end of 95%"), plain(2)),
    )
    industries = rows(
        (
            {"at": at, "firms": firms, "in": lookup(kept, p.industries)}
            for at, firms, kept in PLACES
        ),
        at=Column(_("Competition in an industry"), percent(1)),
        firms=Column(_("Firms a year"), plain(0)),
        **{"in": Column(_("Counted (1) or not (0)"), plain(0))},
    )
    return View([found, ends], {"line": line, "industries": industries})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the fitted curve in its band, and a stroke for each industry at the foot."""
    x = across("competition", _("Competition: one less the margin"), [LOW, HIGH], format="%")
    title, ticks = _("Citations, over those at 85%"), [0.1, 0.3, 1, 3, 10]

    def high(field: str) -> alt.Y:
        return upward(field, title, [LEAST, MOST], ticks=ticks, ratios=True)

    band = charts.line.mark_area(color=colour("series-1"), opacity=0.2).encode(
        x=x, y=high("low"), y2=alt.Y2("high:Q")
    )
    level = charts.line.mark_rule(aria=False, strokeDash=[2, 3]).encode(y=alt.datum(1))
    fitted = charts.line.mark_line(color=colour("series-1")).encode(x=x, y=high("fit"))
    strokes = charts.industries.mark_rule(color=colour("series-2"), strokeWidth=2).encode(
        x=alt.X("at:Q"), y=alt.datum(LEAST), y2=alt.datum(0.14), opacity=present("in")
    )
    return alt.layer(level, band, fitted, strokes)


EXPLORER = Explorer(
    slug="shape-of-the-curve",
    title=_("The shape of the curve"),
    question=_("Is the hump in the data, or in what is fitted to them?"),
    description=_(
        "A fitted line or parabola of citations against competition, in a shaded band of 95%, on "
        "an axis of ratios. Strokes at the foot mark industries. Depending on which industries "
        "count and what is compared it rises, falls, or has a hump; the band nearly always allows "
        "a level line."
    ),
    kind="observed",
    period="1991–99",
    chapter=16,
    height=300,
    controls=[
        select(
            "industries",
            _("Industries"),
            [_("all 51"), _("manufacturing alone"), _("all but computers and electronics")],
        ),
        radio("comparison", _("What is compared"), [_("industries"), _("an industry with itself")]),
        radio("curve", _("What is fitted"), [_("a line"), _("a parabola")], start=1),
    ],
    named={
        "estimate": _("Estimate"),
        "error": _("Standard error"),
        "shape": _("Shape"),
        "sure": _("Whether it can be told from nothing"),
        "ten": _("Citations at a margin of 10%, over those at 15%"),
        "low": _("Lower end that the data allow"),
        "high": _("Upper end that the data allow"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What else differs: research, size and patents’ use differ by industry, too."),
        _("What moves competition: it is not set by chance, and innovation changes margins."),
        _("Firms that are not listed, and rivals from abroad."),
        _("China: these are American firms, and no forecast of anyone."),
    ],
    sources=["competition_fits", "competition_patents", "lind2010"],
)
