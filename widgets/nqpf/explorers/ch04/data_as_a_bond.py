"""Data as a bond: what more data do for the next worker and machine, and what sharing adds."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import written
from nqpf.explorers.core.parts import Column, Sentence, Value, curve, plain_slider, rows, slider
from nqpf.explorers.core.style import colour
from nqpf.models.data.data_bond import marginal_product_of_labour_with_data
from nqpf.models.data.data_factor import gain_from_more_data, gain_from_sharing_data
from nqpf.numbers import percent, plain
from nqpf.words import _

CAPITAL_SHARE = 0.4
OWN_WEIGHT = 0.5
MOST = 100
NEXT = [_("worker"), _("machine")]
WHEN = [_("before"), _("after")]
FIRMS = [2, 3, 4, 5, 6, 8, 10, 13, 16, 20, *range(25, MOST + 1, 5)]


def next_unit(data: Scalar, p: Settings, share: float) -> Scalar:
    """Return what the next unit of a factor adds that does not receive ``share`` of income.

    Labour and capital, one unit of each, enter in the same way, so one function serves for both.
    """
    return marginal_product_of_labour_with_data(
        data=data,
        capital=1.0,
        labour=1.0,
        capital_share=share,
        elasticity_of_data=p.elasticity_of_data,
    )


def from_sharing(firms: Scalar, p: Settings) -> Scalar:
    """Return what sharing among so many firms adds to output, as a fraction of it."""
    return (
        gain_from_sharing_data(
            number_of_firms=firms,
            own_data_weight=OWN_WEIGHT,
            own_data_use=1.0,
            data_sharing=p.data_sharing,
            elasticity_of_data=p.elasticity_of_data,
        )
        - 1
    )


def show(p: Settings) -> View:
    """Return the lift in words, the next units as bars, and the gain for any number of firms."""
    lift = gain_from_more_data(
        data_multiple=p.data_multiple, elasticity_of_data=p.elasticity_of_data
    )
    bond = Sentence(
        _(
            "With {multiple} times the data the next worker and the next machine each add {lift} "
            "more than before."
        ),
        multiple=Value(p.data_multiple, plain(1)),
        lift=Value(lift - 1, percent(1)),
    )
    shared = Sentence(
        _(
            "When {firms} firms pool {part} of their data for all to use, output is {gain} "
            "higher, and nobody has fewer data than before."
        ),
        firms=Value(p.firms, plain(0)),
        part=Value(p.data_sharing, percent(0)),
        gain=Value(from_sharing(p.firms, p), percent(1)),
    )
    amounts = [
        next_unit(data, p, share)
        for share in (CAPITAL_SHARE, 1 - CAPITAL_SHARE)
        for data in (1.0, p.data_multiple)
    ]
    bars = rows(
        (
            {"next": NEXT[place // 2], "when": WHEN[place % 2], "adds": adds}
            for place, adds in enumerate(amounts)
        ),
        next=Column(_("The next")),
        when=Column(_("With data as")),
        adds=Column(_("Adds (output before = 1)"), plain(3)),
    )
    gains = curve(
        "firms",
        FIRMS,
        lambda firms: {"gain": from_sharing(firms, p)},
        firms=Column(_("Firms that share"), plain(0)),
        gain=Column(_("Gain in output"), percent(1)),
    )
    here = rows(
        [{"at": p.firms, "gain": from_sharing(p.firms, p)}],
        at=Column(_("Firms set above"), plain(0)),
        gain=Column(_("Gain in output"), percent(1)),
    )
    return View([bond, shared], {"bars": bars, "gains": gains, "here": here})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return what the next worker and machine add, above the gain from sharing."""
    y = alt.Y("next:N", sort=NEXT, title=None, axis=alt.Axis(labelLimit=130))
    offset = alt.YOffset("when:N", sort=WHEN)
    x = alt.X(
        "adds:Q",
        title=_("What it adds (output before = 1)"),
        scale=alt.Scale(domain=[0, 1.1]),
        axis=alt.Axis(tickCount=4),
    )
    bars = charts.bars.mark_bar().encode(
        y=y,
        yOffset=offset,
        x=x,
        color=alt.Color(
            "when:N",
            legend=None,
            scale=alt.Scale(domain=WHEN, range=[colour("series-6"), colour("series-1")]),
        ),
    )
    texts = (
        charts.bars.transform_calculate(text="format(datum.adds, '.3f') + ' ' + datum.when")
        .mark_text(align="left", dx=4)
        .encode(y=y, yOffset=offset, x="adds:Q", text="text:N")
    )
    firms = alt.X(
        "firms:Q",
        title=_("Firms that share"),
        scale=alt.Scale(domain=[0, MOST]),
        axis=alt.Axis(values=[0, 25, 50, 75, 100]),
    )
    gain = alt.Y(
        "gain:Q",
        title=_("Gain in output"),
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%", tickCount=4),
    )
    line = charts.gains.mark_line(color=colour("series-2")).encode(x=firms, y=gain)
    # Oil that one firm burns is gone for the rest: passing it round adds nothing.
    rival = charts.gains.mark_line(
        color=colour("muted"), strokeDash=[5, 4], strokeWidth=1.5
    ).encode(x=firms, y=alt.datum(0))
    note = written(charts.gains, [(_("dashed: a rival input, such as oil"), "muted")], side="above")
    point = charts.here.mark_point(size=140, opacity=1, color=colour("series-2")).encode(
        x="at:Q", y="gain:Q"
    )
    return alt.vconcat(
        (bars + texts).properties(height=110),
        alt.layer(rival, line, point, *note).properties(height=150),
        spacing=14,
    )


EXPLORER = Explorer(
    slug="data-as-a-bond",
    title=_("Data as a bond"),
    question=_("What do more data do for the next worker and machine, and what does sharing add?"),
    description=_(
        "Four bars: what the next worker and the next machine add before and with more data. "
        "Below, the gain in output from sharing data rises with the number of firms, steeply at "
        "first; for an input that is used up it would stay at nothing."
    ),
    kind="illustrative",
    chapter=4,
    controls=[
        slider("data_multiple", step=0.5, low=1, high=10, start=2, form=plain(1)),
        slider("data_sharing", step=0.05, start=1),
        plain_slider("firms", _("Firms that share"), low=2, high=MOST, step=1, start=MOST),
        slider("elasticity_of_data", step=0.01, low=0.01, high=0.12),
    ],
    predict=Prediction(
        "gain",
        _("A hundred firms pool all their data for each to use. How much higher is their output?"),
        low=0,
        high=1,
        step=0.01,
    ),
    drag={"firms": "here.at"},
    named={
        "lift": _("More added by the next worker and machine"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Any measurement of the elasticity: 0.06 is a figure for teaching."),
        _("A ceiling: in this model another doubling of data always lifts output as before."),
        _("What sharing costs in privacy, and what rivals do with data that they are given."),
        _("Data that grow old, and the cost of keeping and cleaning them."),
    ],
    sources=["jones2020data"],
)
