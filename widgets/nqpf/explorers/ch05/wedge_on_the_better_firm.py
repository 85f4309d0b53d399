"""Two firms that pay different prices for one input: where the wedge falls decides the loss."""

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import above_one_another, across, listed, named_colours, upward
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    slider,
)
from nqpf.explorers.core.style import series
from nqpf.models.allocation import allocative_efficiency, labour_shares
from nqpf.numbers import percent, plain
from nqpf.words import _

FIRMS = [_("Better firm"), _("Other firm")]
CASES = [_("as set"), _("best")]
LINES = [_("wedges as set"), _("wedges exchanged")]


def efficiency(p: Settings, better: Scalar, other: Scalar) -> Scalar:
    """Return output against the best when the two firms bear these wedges."""
    return allocative_efficiency(
        productivities=[p.ratio, 1.0],
        wedges=[better, other],
        elasticity_of_substitution=p.elasticity_of_substitution,
    )


def labour(p: Settings, better: Scalar, other: Scalar) -> tuple[Scalar, ...]:
    """Return how labour is divided when the two firms bear these wedges."""
    return labour_shares(
        productivities=[p.ratio, 1.0],
        wedges=[better, other],
        elasticity_of_substitution=p.elasticity_of_substitution,
    )


def show(p: Settings) -> View:
    """Return the loss as set and with the wedges exchanged, and where labour is."""
    now = efficiency(p, p.better_wedge, p.other_wedge)
    exchanged = efficiency(p, p.other_wedge, p.better_wedge)
    shares = labour(p, p.better_wedge, p.other_wedge)
    best = labour(p, 0.0, 0.0)
    loss = Sentence(
        _(
            "The two firms make {efficiency} of what the same labour could make, a loss of {loss}; "
            "if they exchanged their wedges, the loss would be {exchanged}."
        ),
        efficiency=Value(now, percent(1)),
        loss=Value(1 - now, percent(1)),
        exchanged=Value(1 - exchanged, percent(1)),
    )
    where = Sentence(
        _("The better firm has {share} of all labour; the best division would give it {best}."),
        share=Value(shares[0], percent(0)),
        best=Value(best[0], percent(0)),
    )
    bars = rows(
        (
            {"case": case, "firm": firm, "order": order, "share": share}
            for case, pair in zip(CASES, (shares, best), strict=True)
            for order, (firm, share) in enumerate(zip(FIRMS, pair, strict=True))
        ),
        case=Column(_("Division")),
        firm=Column(_("Firm")),
        share=Column(_("Part of all labour"), percent(1)),
    )
    outputs = curve(
        "wedge",
        grid(0.0, 1.5, 31),
        lambda wedge: {
            "as_set": efficiency(p, wedge, p.other_wedge),
            "swapped": efficiency(p, p.other_wedge, wedge),
        },
        wedge=Column(_("Larger wedge"), percent(0)),
        as_set=Column(_("Output, wedge on the better firm"), percent(1)),
        swapped=Column(_("Output, wedge on the other firm"), percent(1)),
    )
    points = rows(
        [
            {"line": line, "at": p.better_wedge, "efficiency": value}
            for line, value in zip(LINES, (now, exchanged), strict=True)
        ],
        line=Column(_("Wedges")),
        at=Column(_("Wedge on the better firm"), percent(0)),
        efficiency=Column(_("Output against the best"), percent(1)),
    )
    return View([loss, where], {"bars": bars, "outputs": outputs, "points": points})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return two stacked bars of labour above output for each size of the wedge."""
    bars = charts.bars.mark_bar(size=22).encode(
        y=listed("case", CASES),
        x=across("share", _("Part of all labour"), [0, 1], format="%"),
        color=named_colours("firm", FIRMS),
        order=alt.Order("order:Q"),
    )
    x = across("wedge", _("Wedge, as a part of the price of labour"), [0, 1.5], ticks=4, format="%")
    y = upward("value", _("Output against the best"), [0.5, 1], format="%")
    hue = named_colours("line", LINES, series(4)[2:])
    dashes = alt.StrokeDash(
        "line:N", sort=LINES, legend=None, scale=alt.Scale(domain=LINES, range=[[1, 0], [6, 4]])
    )
    names = f"datum.key === 'as_set' ? '{LINES[0]}' : '{LINES[1]}'"
    lines = (
        charts.outputs.transform_fold(["as_set", "swapped"])
        .transform_calculate(line=names)
        .mark_line(clip=True)
        .encode(x=x, y=y, color=hue, strokeDash=dashes)
    )
    points = charts.points.mark_point(size=120).encode(x="at:Q", y=alt.Y("efficiency:Q"), color=hue)
    both = above_one_another(bars, lines + points, heights=(60, 130))
    return both.resolve_scale(color="independent")


EXPLORER = Explorer(
    slug="wedge-on-the-better-firm",
    title=_("The wedge on the better firm"),
    question=_("Which wedge costs more: one on the better firm, or the same one on the other?"),
    description=_(
        "Two bars of how labour is divided between two firms, as set and at best. Below them two "
        "falling curves: output against the best, if the wedge falls on the better firm and if "
        "it falls on the other."
    ),
    kind="illustrative",
    chapter=5,
    controls=[
        plain_slider(
            "better_wedge",
            _("Wedge on the better firm"),
            low=0.0,
            high=1.5,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        plain_slider(
            "other_wedge",
            _("Wedge on the other firm"),
            low=0.0,
            high=1.5,
            step=0.05,
            start=0.0,
            form=percent(0),
        ),
        plain_slider(
            "ratio",
            _("How many times as productive the better firm is"),
            low=1.0,
            high=3.0,
            step=0.1,
            start=2.0,
            form=plain(1),
        ),
        slider(
            "elasticity_of_substitution",
            label=_("How easily buyers turn from one firm’s good to the other’s"),
            low=1.5,
            high=8.0,
            step=0.5,
            start=3.0,
            form=plain(1),
        ),
    ],
    drag={"better_wedge": "points.at"},
    named={
        "efficiency": _("Output against the best"),
        "loss": _("Output lost"),
        "exchanged": _("Output lost if the wedges were exchanged"),
        "share": _("Labour in the better firm"),
        "best": _("Labour in the better firm at best"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("What the wedge is: a tax, a permit, dear credit, or a risk that the price should show."),
        _("Where the money from the wedge goes, and what it may pay for."),
        _("Entry and exit: a wedge may also keep a firm in business or out of it."),
    ],
    sources=["hsieh2009", "restuccia2008"],
)
