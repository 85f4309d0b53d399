"""One table of thirty-one provinces, twelve ways to rank them, and how sure any rank is."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, rows, select, word
from nqpf.explorers.core.style import colour
from nqpf.models.measurement.composite import topsis, weighted_sums
from nqpf.models.measurement.index_weights import critic_weights, entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks, standard_scores
from nqpf.models.measurement.rank_uncertainty import rank_bands
from nqpf.numbers import plain
from nqpf.words import _

PROVINCES = data.rows("provinces_2021")
NAMES = [row["province"] for row in PROVINCES]
TABLE = [[v for v in row.values() if isinstance(v, (int, float))] for row in PROVINCES]
SPREAD = min_max(TABLE)
WEIGHTS = [equal_weights(len(TABLE[0])), entropy_weights(SPREAD), critic_weights(SPREAD)]
SCALES = [SPREAD, rank_scores(TABLE), standard_scores(TABLE)]
RANKS = [ranks(weighted_sums(scale, weights)) for scale in SCALES for weights in WEIGHTS]
RANKS += [ranks(topsis(TABLE, weights)) for weights in WEIGHTS]
MOVED = [sum(abs(a - b) > 3 for a, b in zip(own, RANKS[0], strict=True)) for own in RANKS]
BANDS = rank_bands(SPREAD, draws=1000, seed="which ranking", within=0.9)
ORDER = ranks([-middle - place / 1000 for place, middle in enumerate(BANDS.middle)])


def show(p: Settings) -> View:
    """Return the rank of every province by the reader's index, beside its band of ranks."""
    method = p.scale * len(WEIGHTS) + p.weights

    def rank(place: int) -> Scalar:
        return lookup([listed[place] for listed in RANKS], method)

    flat = [one for listed in RANKS for one in listed]
    own = Sentence(
        _(
            "By this index {province} is number {rank} of 31. Under nine in ten of a thousand "
            "random sets of weights it lies between number {best} and number {worst}."
        ),
        province=word(p.province, NAMES),
        rank=Value(lookup(flat, method * len(NAMES) + p.province), plain(0)),
        best=Value(lookup(BANDS.best, p.province), plain(0)),
        worst=Value(lookup(BANDS.worst, p.province), plain(0)),
    )
    moved = Sentence(
        _(
            "Against the plain sum with equal weights, {moved} provinces are more than three "
            "places away from where they were."
        ),
        moved=Value(lookup(MOVED, method), plain(0)),
    )
    table = rows(
        (
            {
                "province": name,
                "order": ORDER[place],
                "best": BANDS.best[place],
                "worst": BANDS.worst[place],
                "rank": rank(place),
                "chosen": where(abs(p.province - place) < 0.5, lambda: 1, lambda: 0),
            }
            for place, name in enumerate(NAMES)
        ),
        province=Column(_("Province")),
        rank=Column(_("Rank by this index"), plain(1)),
        best=Column(_("Best rank of the band"), plain(1)),
        worst=Column(_("Worst rank of the band"), plain(1)),
        chosen=Column(_("Chosen (1) or not (0)"), plain(0)),
    )
    return View([own, moved], {"provinces": table})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a band of ranks for each province, and a point for its rank by this index."""
    scale = alt.Scale(domain=[0.5, 31.5], nice=False)
    order = [name for _place, name in sorted(zip(ORDER, NAMES, strict=True))]
    y = alt.Y("province:N", sort=order, title=None, axis=alt.Axis(labelFontSize=10, ticks=False))
    bands = charts.provinces.mark_bar(color=colour("series-6"), height={"band": 0.25}).encode(
        x=alt.X(
            "best:Q",
            title=_("Rank (bar: 9 in 10 sets of weights)"),
            scale=scale,
            axis=alt.Axis(values=[1, 10, 20, 31]),
        ),
        x2="worst:Q",
        y=y,
    )
    points = charts.provinces.mark_point(opacity=1, color=colour("series-1")).encode(
        x=alt.X("rank:Q", scale=scale),
        y=y,
        size=alt.Size("chosen:N", scale=alt.Scale(domain=[0, 1], range=[36, 160]), legend=None),
        shape=alt.Shape(
            "chosen:N", scale=alt.Scale(domain=[0, 1], range=["circle", "diamond"]), legend=None
        ),
    )
    return bands + points


EXPLORER = Explorer(
    slug="which-ranking",
    title=_("Which ranking?"),
    question=_("Twelve indicators, one table. Does the ranking follow from the data?"),
    description=_(
        "A bar for each of thirty-one provinces spans the ranks it takes under nine in ten random "
        "sets of weights; a point marks its rank by the index as set. Bars in the middle are wide."
    ),
    kind="observed",
    period="2021",
    chapter=18,
    height=400,
    controls=[
        select(
            "scale",
            _("Brought to one scale by"),
            [
                _("spread from worst to best, added up"),
                _("ranks, added up"),
                _("standard deviations, added up"),
                _("distance from best and worst (TOPSIS)"),
            ],
        ),
        select("weights", _("Weights"), [_("equal"), _("entropy"), _("CRITIC")], start=1),
        select("province", _("Look at"), NAMES, start=NAMES.index("Tibet")),
    ],
    show=show,
    draw=draw,
    left_out=[
        _("Whether these twelve indicators measure what the index is named after."),
        _("Errors in the figures, some of which are for exercises only; years other than 2021."),
        _("Bands for other scales: random weights are drawn for the spread from worst to best."),
    ],
    sources=["provinces_2021", "nardo2008", "saisana2005", "diakoulaki1995"],
)
