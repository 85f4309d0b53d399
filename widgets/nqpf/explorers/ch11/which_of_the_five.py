"""Twelve cases of manufacturing, sorted by which of five things was new in each."""

import altair as alt

from nqpf import data
from nqpf.algebra import Scalar, lookup, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import folded, listed, present
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    observations,
    plain_slider,
    rows,
    select,
    toggle,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.structure.kinds_of_new import (
    DISPUTED,
    NEW,
    NOT_NEW,
    cases_by_threshold,
    counted_marks,
    kinds_of_each,
    kinds_together,
    most_together,
)
from nqpf.numbers import plain, year
from nqpf.words import _

KINDS = {
    "discovery": _("discovery"),
    "technology": _("technology"),
    "tool": _("tool"),
    "factor": _("factor"),
    "product": _("product"),
}
WORDS = {"no": _("no"), "disputed": _("disputed"), "yes": _("yes")}
MARK = {"no": NOT_NEW, "disputed": DISPUTED, "yes": NEW}
ENTRIES = data.rows("manufacturing_cases")
CASES = list(dict.fromkeys(str(entry["case"]) for entry in ENTRIES))
GROUPS = [[entry for entry in ENTRIES if entry["case"] == case] for case in CASES]
MARKS = [[MARK[str(entry["new"])] for entry in group] for group in GROUPS]
YEARS = [int(str(group[0]["year"])) for group in GROUPS]
NAMES = list(KINDS.values())
PLACE = {kind: place for place, kind in enumerate(KINDS)}
COUNT = _("of 5")
STRICT_AND_WIDE = (False, True)
COUNTS = [kinds_of_each(MARKS, disputed=wide) for wide in STRICT_AND_WIDE]
PASSING = [cases_by_threshold(MARKS, disputed=wide) for wide in STRICT_AND_WIDE]
MOST = [most_together(MARKS, disputed=wide) for wide in STRICT_AND_WIDE]
PRODUCTS = [
    sum(row[PLACE["product"]] for row in counted_marks(MARKS, disputed=wide))
    for wide in STRICT_AND_WIDE
]
FOUND_AND_MADE = [
    kinds_together(MARKS, disputed=wide)[PLACE["discovery"], PLACE["product"]]
    for wide in STRICT_AND_WIDE
]


def kinds_counted(p: Settings, case: Scalar) -> Scalar:
    """Return how many kinds count as new in a case, with disputed ones or without."""
    return lookup([kinds for one in COUNTS for kinds in one], p.disputed * len(CASES) + case)


def passes(p: Settings, case: Scalar) -> Scalar:
    """Return 1 if a case has as many new kinds as the reader asks for, else 0."""
    return where(kinds_counted(p, case) > p.threshold - 0.5, lambda: 1, lambda: 0)


def sentences(p: Settings) -> list[Sentence]:
    """Return what was new in the chosen case, how many cases pass, and what goes together."""

    def passing(least: Scalar) -> Value:
        place = p.disputed * len(KINDS) + least - 1
        return Value(lookup([cases for one in PASSING for cases in one], place), plain(0))

    own = Sentence(
        _(
            "{case}, {year}: {new} of the five kinds new, {open} disputed. By the rule as set it "
            "{verdict} new manufacturing."
        ),
        case=word(p.case, CASES),
        year=Value(lookup(YEARS, p.case), year()),
        new=Value(lookup(COUNTS[0], p.case), plain(0)),
        open=Value(lookup([row.count(DISPUTED) for row in MARKS], p.case), plain(0)),
        verdict=word(passes(p, p.case), [_("is not"), _("is")]),
    )
    all_cases = Sentence(
        _(
            "Asked for at least {least} of the five, {passing} of {all} cases pass; asked for one "
            "it is {one}, asked for all five {five}."
        ),
        least=Value(p.threshold, plain(0)),
        passing=passing(p.threshold),
        all=Value(len(CASES), plain(0)),
        one=passing(1),
        five=passing(len(KINDS)),
    )
    together = Sentence(
        _(
            "{pair} are new together most often, in {times} cases. The product is new in "
            "{products}, and in {both} of these a discovery is new as well."
        ),
        pair=word(p.disputed, [_pair(*kinds) for kinds, _cases in MOST]),
        times=Value(lookup([cases for _kinds, cases in MOST], p.disputed), plain(0)),
        products=Value(lookup(PRODUCTS, p.disputed), plain(0)),
        both=Value(lookup(FOUND_AND_MADE, p.disputed), plain(0)),
    )
    return [own, all_cases, together]


def _pair(one: int, other: int) -> str:
    words = _("{one} and {other}").format(one=NAMES[one], other=NAMES[other])
    return words[:1].upper() + words[1:]


def show(p: Settings) -> View:
    """Return the sentences, every case with its entries, and the reasons for the chosen one."""
    cases = rows(
        (
            {
                "case": name,
                "year": YEARS[place],
                "country": GROUPS[place][0]["country"],
                **{str(entry["kind"]): WORDS[str(entry["new"])] for entry in GROUPS[place]},
                "counted": kinds_counted(p, place),
                "passes": passes(p, place),
            }
            for place, name in enumerate(CASES)
        ),
        case=Column(_("Case")),
        year=Column(_("Year"), year()),
        country=Column(_("Country")),
        **{kind: Column(words.capitalize()) for kind, words in KINDS.items()},
        counted=Column(_("Kinds counted as new"), plain(0)),
        passes=Column(_("Passes (1) or not (0)"), plain(0)),
    )
    reasons = observations(
        (
            {
                "place": CASES.index(str(entry["case"])),
                "chosen": entry["case"],
                "kind": KINDS[str(entry["kind"])],
                "new": WORDS[str(entry["new"])],
                "why": entry["why"],
            }
            for entry in ENTRIES
        ),
        keep={"place": p.case},
        kind=Column(_("Kind, in the chosen case")),
        new=Column(_("New for the world")),
        why=Column(_("Why")),
    )
    return View(sentences(p), {"cases": cases, "reasons": reasons})


def _of_words(shown: list[str]) -> alt.Scale:
    return alt.Scale(domain=[WORDS[word] for word in ("yes", "disputed", "no")], range=shown)


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return a grid of marks, the chosen case framed, and the counts, ringed where they pass."""
    scale = alt.Scale(domain=[*NAMES, COUNT])
    x_axis = alt.Axis(orient="top", labelAngle=-40, ticks=False, domain=False)
    y_axis = {"labelLimit": 160, "ticks": False, "domain": False, "labelFontSize": 11.5}
    # Named twice: a list for sorting alone is lost where two tables share an axis.
    y, chosen = (listed(field, CASES, **y_axis).scale(domain=CASES) for field in ("case", "chosen"))
    hue, paper = colour("series-1"), colour("paper")
    shape = alt.Shape(
        "new:N",
        title=None,
        scale=_of_words(["square", "diamond", "stroke"]),
        legend=alt.Legend(columns=3),
    )
    marks = (
        folded(charts.cases, KINDS, value="new")
        .mark_point(size=90, opacity=1, filled=False, stroke=hue, strokeWidth=2)
        .encode(
            x=alt.X("name:N", title=None, scale=scale, axis=x_axis),
            y=y,
            shape=shape,
            fill=alt.Fill("new:N", title=None, scale=_of_words([hue, paper, paper])),
        )
    )
    frame = charts.reasons.mark_point(
        size=420, shape="square", opacity=1, filled=False, color=colour("series-2"), strokeWidth=2
    ).encode(x="kind:N", y=chosen)
    base = charts.cases.encode(x=alt.datum(COUNT), y=y)
    ring = base.mark_point(
        size=330, opacity=1, filled=False, color=colour("series-1"), strokeWidth=2
    ).encode(opacity=present("passes"))
    numbers = base.mark_text(fontWeight="bold").encode(text=alt.Text("counted:Q", format="d"))
    return alt.layer(marks, frame, ring, numbers)


EXPLORER = Explorer(
    slug="which-of-the-five",
    title=_("Which of the five?"),
    question=_("How many of the five were new at once, and how many does it take?"),
    description=_(
        "A grid of twelve cases by five kinds: a full square where that kind was new for the "
        "world, a hollow diamond where this is disputed, a dash where it was not. The chosen case "
        "is framed; a count at the end of each row is ringed if the case passes."
    ),
    kind="observed",
    period=_("1913–2020; the sorting is ours"),
    chapter=11,
    height=400,
    controls=[
        select("case", _("Look at"), CASES, start=CASES.index("Artemisinin")),
        plain_slider(
            "threshold",
            _("Kinds that must be new to call a case new manufacturing"),
            low=1,
            high=len(KINDS),
            step=1,
            start=3,
        ),
        toggle(
            "disputed",
            _("Count disputed entries"),
            off=_("not counted"),
            on=_("counted"),
        ),
    ],
    named={
        "year": _("Year of the case"),
        "new": _("Kinds that are new in the case"),
        "open": _("Kinds that are disputed in the case"),
        "verdict": _("Whether it is new manufacturing"),
        "passing": _("Cases that pass, of 12"),
        "one": _("Cases that pass with one kind new"),
        "five": _("Cases that pass with all five new"),
        "times": _("Cases in which the pair is new together"),
        "products": _("Cases with a new product"),
        "both": _("Cases with a new product and a new discovery"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Other readings: the sorting is ours, by one rule for each kind, printed with the data."),
        _("A threshold in the founding text: it names five kinds, not how many of them it takes."),
        _("All other cases: twelve that could be read up are no sample, and give no rates."),
        _("What is new for a country or a firm, though it is old elsewhere."),
        _("Worth: a new thing may fail or do harm, and an old one made better may matter more."),
    ],
    sources=["manufacturing_cases", "gan2024", "tian2015", "rosa2021"],
)
