"""How far a province's rank runs when weights are drawn at random, more or less freely."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import lookup, where
from nqpf.explorers.ch18._provinces import EQUAL, NAMES, SCALES
from nqpf.explorers.core.declaration import Explorer, Prediction, Settings, View
from nqpf.explorers.core.drawing import across, upward
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    radio,
    rows,
    select,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.rank_uncertainty import bands_of, drawn_ranks, part_above
from nqpf.numbers import mostly_whole, percent, plain
from nqpf.words import _

DRAWS = 1000
ORDER = sorted(range(len(NAMES)), key=EQUAL.__getitem__)
"""The places of the provinces, the first by the plainest index first."""

BELOW = {place: ORDER[min(at + 1, len(ORDER) - 1)] for at, place in enumerate(ORDER)}
"""Of each province the next one down by the plainest index; the last has itself."""


def computed(*, freedom: float, drawn: float) -> dict[str, float | Sequence[float]]:
    """Return the ends of each province's band, and how often it stands above the next one."""
    scales = SCALES if drawn else SCALES[:1]
    found = drawn_ranks(scales, freedom=freedom, draws=DRAWS, seed="how sure a rank")
    bands = bands_of(found, within=0.9)
    above = [part_above(found, unit=place, other=BELOW[place]) for place in range(len(NAMES))]
    wide = [worst - best for best, worst in zip(bands.best, bands.worst, strict=True)]
    return {
        "best": bands.best,
        "worst": bands.worst,
        "above": above,
        "wide": sum(wide) / len(wide),
    }


FREEDOM = plain_slider(
    "freedom",
    _("How free the weights are"),
    low=0.0,
    high=1.0,
    step=0.1,
    start=0.5,
    form=percent(0),
)
DRAWN = radio("drawn", _("What is drawn"), [_("weights alone"), _("weights and the scale")])
LATTICE = Lattice([FREEDOM, DRAWN], computed, decimals=3)


def show(p: Settings) -> View:
    """Return a province's band, and how often it stands above the one below it."""
    found = LATTICE.read(p)
    own = {name: LATTICE.item(p, name, p.province) for name in ("best", "worst", "above")}
    said = Sentence(
        _(
            "By equal weights {province} is number {rank}. In nine draws of ten it lies between "
            "number {best} and number {worst}, and in {above} of all draws above {other}, the next "
            "one down."
        ),
        province=word(p.province, NAMES),
        rank=Value(lookup(EQUAL, p.province), mostly_whole()),
        best=Value(own["best"], plain(0)),
        worst=Value(own["worst"], plain(0)),
        above=Value(own["above"], percent(0)),
        other=word(lookup([BELOW[place] for place in range(len(NAMES))], p.province), NAMES),
    )
    average = Sentence(
        _("The average province moves through {wide} places."), wide=Value(found["wide"], plain(1))
    )
    table = rows(
        (
            {
                "province": name,
                "rank": EQUAL[place],
                "best": found["best"][place],
                "worst": found["worst"][place],
                "chosen": where(abs(p.province - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, name in enumerate(NAMES)
        ),
        province=Column(_("Province")),
        rank=Column(_("Rank by equal weights"), mostly_whole()),
        best=Column(_("Best rank of the band"), mostly_whole()),
        worst=Column(_("Worst rank of the band"), mostly_whole()),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    named = observations(
        ({"place": place, "province": name} for place, name in enumerate(NAMES)),
        keep={"place": p.province},
        province=Column(_("Province chosen")),
    )
    return View([said, average], {"bands": table, "named": named})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return an upright band a province, ordered by the plainest index, and its rank there."""
    x = across("rank", _("Rank by equal weights"), [0, 32], ticks=[1, 10, 20, 31])
    y = upward("best", _("Rank in nine draws of ten"), [32, 0], ticks=[1, 10, 20, 31])
    hues = alt.Scale(domain=[0, 1], range=[colour("series-6"), colour("series-1")])
    shade = alt.Color("chosen:N", scale=hues, legend=None)
    faint = alt.Opacity("chosen:N", scale=alt.Scale(domain=[0, 1], range=[0.55, 1]), legend=None)
    wide = alt.Size("chosen:N", scale=alt.Scale(domain=[0, 1], range=[5, 9]), legend=None)
    bands = charts.bands.mark_rule(strokeCap="round").encode(
        x=x, y=y, y2="worst:Q", color=shade, opacity=faint, size=wide
    )
    dots = charts.bands.mark_point(size=16, color=colour("ink")).encode(x=x, y="rank:Q")
    name = charts.named.mark_text(
        align="right", fontWeight="bold", color=colour("series-1"), x="width", dx=-4, y=12
    ).encode(text="province:N")
    return alt.layer(bands, dots, name)


EXPLORER = Explorer(
    slug="how-sure-a-rank",
    title=_("How sure is a rank?"),
    question=_("If nobody knows the right weights, what does a rank still say?"),
    description=_(
        "Thirty-one upright bars in the order of the plainest index, each from the best to the "
        "worst rank of a province in nine draws of ten; a dot marks its rank by equal weights. "
        "Bars at both ends are short, in the middle they are long and overlap."
    ),
    kind="observed",
    period="2021",
    chapter=18,
    height=320,
    controls=[FREEDOM, DRAWN, select("province", _("Look at"), NAMES, NAMES.index("Hainan"))],
    named={
        "rank": _("Rank by equal weights"),
        "best": _("Best rank in nine draws of ten"),
        "worst": _("Worst rank in nine draws of ten"),
        "above": _("Draws in which it is above the next"),
        "other": _("The next one down"),
        "wide": _("Places that the average province moves through"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Doubt about the figures themselves, and about which indicators belong in the table."),
        _("That some weights may be likelier than others; here all are alike."),
        _("Products in place of sums, in which a weak indicator cannot be made up for."),
    ],
    sources=["provinces_2021", "saisana2005", "nardo2008"],
    predict=Prediction(
        "wide",
        _(
            "Thirty-one provinces, twelve indicators. Weights are drawn a thousand times, each "
            "time half equal and half at random. Through how many ranks does the average province "
            "move, if the tenth of draws that lie outermost is left out?"
        ),
        low=0,
        high=30,
        step=0.5,
    ),
)
