"""Two counts of 26 industries, and the arrangement that neither of them settles."""

import altair as alt

from nqpf.algebra import Scalar, floor, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, word
from nqpf.explorers.core.style import colour
from nqpf.models.structure.completeness import Bounds, overlap_bounds, overlap_if_independent
from nqpf.numbers import percent, plain
from nqpf.words import _

TILES = 26
LEADING, SECURE = 11, 16
KINDS = [_("both"), _("leading only"), _("secure only"), _("neither")]
LETTERS = [_("LS"), _("L"), _("S"), "–"]
COLOURS = [colour("series-4"), colour("series-2"), colour("series-1"), colour("series-6")]


def bounds(p: Settings) -> Bounds:
    """Return the least and the most industries that can carry both labels."""
    return overlap_bounds(items=float(TILES), first_count=p.leading, second_count=p.secure)


def both(p: Settings) -> Scalar:
    """Return how many industries carry both labels in the reader's arrangement."""
    least, most = bounds(p)
    return floor(least + p.arrangement * (most - least) + 0.5)


def kind_of(tile: int, p: Settings) -> Scalar:
    """Return which of the four kinds a tile is: tiles are dealt kind after kind."""
    overlap = both(p)
    until_leading = p.leading
    until_secure = p.leading + p.secure - overlap
    return where(
        tile < overlap,
        lambda: 0,
        lambda: where(
            tile < until_leading,
            lambda: 1,
            lambda: where(tile < until_secure, lambda: 2, lambda: 3),
        ),
    )


def show(p: Settings) -> View:
    """Return what must and can be, the reader's arrangement, and 26 tiles in it."""
    least, most = bounds(p)
    overlap = both(p)
    as_counted = where(
        abs(p.leading - LEADING) + abs(p.secure - SECURE) < 0.5, lambda: 0, lambda: 1
    )
    possible = Sentence(
        _(
            "{whose}: {leading} leading or advanced ({leading_share}) and {secure} secure "
            "({secure_share}). At least {least} must be both, at most {most} can be."
        ),
        whose=word(as_counted, [_("Counted in 2019"), _("Your own counts")]),
        leading=Value(p.leading, plain(0)),
        leading_share=Value(p.leading / TILES, percent(0)),
        secure=Value(p.secure, plain(0)),
        secure_share=Value(p.secure / TILES, percent(0)),
        least=Value(least, plain(0)),
        most=Value(most, plain(0)),
    )
    arranged = Sentence(
        _(
            "In your arrangement {both} can claim both; leading, but dependent on others: "
            "{exposed}."
        ),
        both=Value(overlap, plain(0)),
        exposed=Value(p.leading - overlap, plain(0)),
    )
    tiles = rows(
        (
            {"tile": tile + 1, "across": tile % 13, "down": tile // 13, "kind": kind_of(tile, p)}
            for tile in range(TILES)
        ),
        tile=Column(_("Tile, no industry in particular"), plain(0)),
        kind=Column(_("Kind: 0 both, 1 leading only, 2 secure only, 3 neither"), plain(0)),
    )
    scale = rows(
        [{"least": least, "most": most, "both": overlap, "chance": expected(p)}],
        least=Column(_("Least that must be both"), plain(0)),
        most=Column(_("Most that can be both"), plain(0)),
        both=Column(_("Both, in your arrangement"), plain(0)),
        chance=Column(_("Both, if the labels were independent"), plain(2)),
    )
    return View([possible, arranged], {"tiles": tiles, "scale": scale})


def expected(p: Settings) -> Scalar:
    """Return the overlap that an assumption of independence would give."""
    return overlap_if_independent(items=float(TILES), first_count=p.leading, second_count=p.secure)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the tiles with their letters, above the range of what is possible."""
    names = "[" + ",".join(f"'{kind}'" for kind in KINDS) + "]"
    letters = "[" + ",".join(f"'{letter}'" for letter in LETTERS) + "]"
    tiles = charts.tiles.transform_calculate(
        name=f"{names}[datum.kind]", letter=f"{letters}[datum.kind]"
    )
    x = alt.X("across:O", axis=None, scale=alt.Scale(paddingInner=0.12, paddingOuter=0))
    y = alt.Y("down:O", axis=None, scale=alt.Scale(paddingInner=0.12, paddingOuter=0))
    squares = tiles.mark_rect().encode(
        x=x,
        y=y,
        color=alt.Color(
            "name:N",
            sort=KINDS,
            title=None,
            scale=alt.Scale(domain=KINDS, range=COLOURS),
            legend=alt.Legend(columns=4, columnPadding=6),
        ),
    )
    signs = tiles.mark_text(color=colour("paper"), fontWeight="bold", fontSize=11.5).encode(
        x=x, y=y, text="letter:N"
    )
    position = alt.X(
        "least:Q",
        title=_("Industries that are both"),
        scale=alt.Scale(domain=[0, TILES]),
        axis=alt.Axis(values=[0, 5, 10, 15, 20, 26], format="d"),
    )
    span = charts.scale.mark_rule(strokeWidth=8, strokeCap="round", color=colour("line")).encode(
        x=position, x2="most:Q"
    )
    here = charts.scale.mark_point(size=150, color=COLOURS[0], opacity=1).encode(x="both:Q")
    return alt.vconcat(
        (squares + signs).properties(height=76), (span + here).properties(height=26), spacing=10
    )


EXPLORER = Explorer(
    slug="two-percentages",
    title=_("Two percentages"),
    question=_("Of 26 industries 11 lead or are advanced and 16 are secure. How many are both?"),
    description=_(
        "Twenty-six tiles marked L for leading or advanced and S for secure, above a scale that "
        "runs from the fewest that must carry both marks to the most that can."
    ),
    kind="observed",
    period=_("counts of 2019, your arrangement"),
    chapter=1,
    controls=[
        plain_slider(
            "arrangement",
            _("Labels: from apart to together"),
            low=0,
            high=1,
            step=0.1,
            start=0.5,
            form=percent(0),
        ),
        plain_slider("leading", _("Leading or advanced"), low=4, high=22, step=1, start=LEADING),
        plain_slider("secure", _("Secure"), low=4, high=22, step=1, start=SECURE),
    ],
    named={
        "whose": _("Counts"),
        "leading_share": _("Part that is leading or advanced"),
        "secure_share": _("Part that is secure"),
        "exposed": _("Leading, but dependent on others"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Which industries are secure: the report gives only how many, so no tile has a name."),
        _("Size: a tile is an industry, whether it is large or small."),
        _("What secure means: no rule for the grade was published that we could find."),
        _("Time: one assessment of 2019 says nothing about change."),
    ],
    sources=["industries_26", "industries_26_security", "huang2024"],
)
