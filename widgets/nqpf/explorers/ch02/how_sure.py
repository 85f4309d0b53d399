"""The account of chapter 2 with honest doubt: many accounts, each with other errors in the data."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from statistics import NormalDist
from typing import Any

import altair as alt

from nqpf.algebra import Many, as_many
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import written
from nqpf.explorers.core.lattice import Lattice, normal_draws
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows
from nqpf.explorers.core.style import colour
from nqpf.models.growth import growth_of_productivity
from nqpf.models.growth.growth_conventions import productivity_share_of_growth
from nqpf.numbers import NumberFormat, percent, plain
from nqpf.words import _

MEASURED = {"output_growth": 0.06, "capital_growth": 0.08, "capital_share": 0.5}
LABOUR_GROWTH = -0.005
DRAWS = 4000
# Nine true numbers in ten lie within the error that the reader sets.
WITHIN = NormalDist().inv_cdf(0.95)
DRAWN = {name: Many(normal_draws(DRAWS, f"how sure: {name}")) for name in MEASURED}
BIN, LOW, HIGH = 0.05, -0.6, 1.0
EDGES = [round(LOW + BIN * place, 2) for place in range(round((HIGH - LOW) / BIN) + 1)]


def true_shares(errors: dict[str, float]) -> list[float]:
    """Return productivity's share of growth in every draw of the true figures."""
    true = {name: MEASURED[name] + errors[name] / WITHIN * DRAWN[name] for name in MEASURED}
    residual = growth_of_productivity(**true, labour_growth=LABOUR_GROWTH)
    share = productivity_share_of_growth(
        productivity_growth=residual, output_growth=true["output_growth"]
    )
    return as_many(share, DRAWS)


def simulated(
    *, output_error: float, capital_error: float, share_error: float
) -> dict[str, float | Sequence[float]]:
    """Return how the true share may be spread, given how wrong the figures may be."""
    shares = sorted(
        true_shares(
            {
                "output_growth": output_error,
                "capital_growth": capital_error,
                "capital_share": share_error,
            }
        )
    )
    low, middle, high = (shares[int(DRAWS * part)] for part in (0.05, 0.5, 0.95))
    # The outermost bars hold what lies beyond.
    below = [bisect_left(shares, edge - 1e-9) for edge in EDGES[1:-1]]
    bars = [(end - start) / DRAWS for start, end in pairwise([0, *below, DRAWS])]
    led = sum(share > 0.5 for share in shares) / DRAWS
    return {"low": low, "middle": middle, "high": high, "led": led, "bars": bars}


ERROR = NumberFormat(1, 100.0, before="±", after=_(" points"))
CONTROLS = [
    plain_slider(
        "output_error",
        _("Error in the growth of output"),
        low=0.005,
        high=0.02,
        step=0.005,
        start=0.01,
        form=ERROR,
    ),
    plain_slider(
        "capital_error",
        _("Error in the growth of capital"),
        low=0,
        high=0.02,
        step=0.005,
        start=0.01,
        form=ERROR,
    ),
    plain_slider(
        "share_error",
        _("Error in capital’s share of income"),
        low=0,
        high=0.1,
        step=0.01,
        start=0.05,
        form=ERROR,
    ),
]
LATTICE = Lattice(CONTROLS, simulated)


def show(p: Settings) -> View:
    """Return the interval in words and every draw as a bar."""
    found = LATTICE.read(p)
    sentence = Sentence(
        _(
            "In nine accounts of ten productivity’s share of growth lies between {low} and {high}; "
            "the figures as measured say {measured}."
        ),
        low=Value(found["low"], percent(0)),
        high=Value(found["high"], percent(0)),
        measured=Value(float(true_share_as_measured()), percent(1)),
    )
    led = Sentence(
        _("In {led} of 100 accounts productivity explains more than half of growth."),
        led=Value(found["led"] * 100, plain(0)),
    )
    bars = rows(
        (
            {"from": low, "to": high, "of_all": bar}
            for low, high, bar in zip(EDGES, EDGES[1:], found["bars"], strict=False)
        ),
        **{
            "from": Column(_("Share of growth, from"), percent(0)),
            "to": Column(_("to"), percent(0)),
            "of_all": Column(_("Accounts"), percent(1)),
        },
    )
    interval = rows(
        [{"at": 0.66, "low": found["low"], "high": found["high"], "middle": found["middle"]}],
        low=Column(_("Lower end for nine in ten"), percent(1)),
        middle=Column(_("Middle"), percent(1)),
        high=Column(_("Upper end for nine in ten"), percent(1)),
    )
    return View([sentence, led], {"bars": bars, "interval": interval})


def true_share_as_measured() -> float:
    """Return productivity's share of growth if the figures hold no error."""
    residual = growth_of_productivity(**MEASURED, labour_growth=LABOUR_GROWTH)
    share: float = productivity_share_of_growth(
        productivity_growth=residual, output_growth=MEASURED["output_growth"]
    )
    return share


def draw(charts: Any) -> Any:
    """Return a histogram of the accounts under the interval that holds nine in ten."""
    x = alt.X(
        "from:Q",
        title=_("Productivity’s share of growth"),
        scale=alt.Scale(domain=[LOW, HIGH], nice=False),
        axis=alt.Axis(format="%", values=[-0.5, 0, 0.5, 1]),
        bin="binned",
    )
    y = alt.Y(
        "of_all:Q",
        title=_("Of all accounts"),
        scale=alt.Scale(domain=[0, 0.7]),
        axis=alt.Axis(format="%", values=[0, 0.2, 0.4, 0.6]),
    )
    bars = charts.bars.mark_bar(color=colour("series-4")).encode(x=x, x2="to:Q", y=y)
    span = charts.interval.mark_rule(strokeWidth=3, color=colour("ink")).encode(
        x=alt.X("low:Q"), x2="high:Q", y=alt.Y("at:Q")
    )
    middle = charts.interval.mark_point(color=colour("ink"), size=70).encode(
        x=alt.X("middle:Q"), y=alt.Y("at:Q")
    )
    half = charts.interval.mark_rule(
        strokeDash=[5, 4], strokeWidth=1.5, color=colour("ink"), aria=False
    ).encode(x=alt.datum(0.5))
    notes = written(
        charts.interval,
        [
            (_("line: nine accounts in ten"), "ink"),
            (_("dashed: half of growth"), "muted"),
        ],
        side="above",
    )
    return alt.layer(bars, half, span, middle, *notes)


EXPLORER = Explorer(
    slug="how-sure",
    title=_("How sure can an account be?"),
    question=_(
        "Nine times in ten a figure is wrong by no more than you set here. How much error does the "
        "verdict survive?"
    ),
    description=_(
        "A histogram of four thousand growth accounts, each with other errors in the figures, "
        "and above it the interval that holds nine in ten of them. Larger errors widen both."
    ),
    kind="illustrative",
    chapter=2,
    controls=CONTROLS,
    named={
        "led": _("Accounts of 100 with productivity above half"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Errors that go together: a wrong price index bends output and capital alike."),
        _("Errors that lean to one side; here figures are as often too high as too low."),
        _("Errors in labour, and doubt about the account itself, which no draw can show."),
    ],
    sources=["solow1957", "chen2019", "clark2020"],
)
