"""One project, three kinds of money: a loan, private shares, and public money."""

import altair as alt

from nqpf.algebra import Scalar, where
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, upward, written
from nqpf.explorers.core.parts import (
    Column,
    Sentence,
    Value,
    curve,
    grid,
    plain_slider,
    rows,
    slider,
    word,
)
from nqpf.explorers.core.style import colour
from nqpf.models.innovation.finance import least_chance_for_loan, least_payoff_for_shares
from nqpf.numbers import percent, plain
from nqpf.words import _

SAVERS, LENDERS, VENTURE = 0.04, 0.08, 0.2
MOST = 40
VERDICTS = [_("out of reach"), _("within reach")]


def needed(p: Settings, chance: Scalar) -> dict[str, Scalar]:
    """Return the payoff that private shares and public money need at a chance of success."""
    case = {"project_chance": chance, "years_to_payoff": p.years_to_payoff}
    return {
        "private": least_payoff_for_shares(required_return=VENTURE, gain_of_others=0.0, **case),
        "public": least_payoff_for_shares(
            required_return=SAVERS, gain_of_others=p.gain_of_others, **case
        ),
    }


def show(p: Settings) -> View:
    """Return which money the project can hope for, and what each needs at every chance."""
    loan = least_chance_for_loan(
        required_return=SAVERS, highest_rate=LENDERS, years_to_payoff=p.years_to_payoff
    )
    here = needed(p, p.project_chance)
    promised = (1 + LENDERS) ** p.years_to_payoff
    lent = where(
        p.project_chance >= loan,
        lambda: where(p.payoff >= promised, lambda: 1, lambda: 0),
        lambda: 0,
    )
    verdicts = Sentence(
        _(
            "With this project a loan is {loan}, private shares are {private}, and public money "
            "that counts what others gain is {public}."
        ),
        loan=word(lent, VERDICTS),
        **{
            name: word(where(p.payoff >= least, lambda: 1, lambda: 0), VERDICTS)
            for name, least in here.items()
        },
    )
    needs = Sentence(
        _(
            "A loan needs a chance of {chance}; at a chance of {own} private shares need a payoff "
            "of {least_private} times what is put in, public money {least_public} times."
        ),
        chance=Value(loan, percent(0)),
        own=Value(p.project_chance, percent(0)),
        least_private=Value(here["private"], plain(1)),
        least_public=Value(here["public"], plain(1)),
    )
    lines = curve(
        "chance",
        grid(0.05, 1, 39),
        lambda chance: needed(p, chance),
        chance=Column(_("Chance of success"), percent(0)),
        private=Column(_("Payoff that private shares need"), plain(1)),
        public=Column(_("Payoff that public money needs"), plain(1)),
    )
    project = rows(
        [{"at": p.project_chance, "payoff": p.payoff, "loan": loan}],
        at=Column(_("Chance of the project"), percent(0)),
        payoff=Column(_("Its payoff, times what is put in"), plain(0)),
        loan=Column(_("Chance that a loan needs"), percent(0)),
    )
    return View([verdicts, needs], {"lines": lines, "project": project})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return the payoff that two kinds of money need, and the chance that a loan needs."""
    title, ends, ticks = _("Payoff, times what is put in"), [0, 60], [0, 10, 20, 30, 40]
    x, at, rule = (
        across(name, _("Chance of success"), [0, 1], format="%")
        for name in ("chance", "at", "loan")
    )
    upright = charts.project.mark_rule(color=colour("series-3"), strokeWidth=2.5)
    layers = [upright.encode(x=rule, y=alt.YDatum(0), y2=alt.Y2Datum(MOST))]
    for name, token, dash in (("private", "series-1", [1, 0]), ("public", "series-2", [6, 4])):
        # Above the last payoff stand the words.
        low = charts.lines.transform_filter(f"datum.{name} <= {MOST}")
        line = low.mark_line(color=colour(token), strokeDash=dash)
        layers.append(line.encode(x=x, y=upward(name, title, ends, ticks=ticks)))
    point = charts.project.mark_point(color=colour("ink"), size=140, shape="diamond")
    layers.append(point.encode(x=at, y=upward("payoff", title, ends, ticks=ticks)))
    layers += written(
        charts.project,
        [
            (_("a loan: right of the upright line"), "series-3"),
            (_("private shares: above the solid"), "series-1"),
            (_("public money: above the dashed"), "series-2"),
        ],
        side="above",
    )
    return alt.layer(*layers)


EXPLORER = Explorer(
    slug="which-money",
    title=_("Which money?"),
    question=_("A project mostly fails and sometimes pays tenfold. Who can pay for it?"),
    description=_(
        "A chart of payoff against the chance of success. Two falling lines show what private "
        "shares and public money need, an upright line the chance that a loan needs, and a "
        "diamond the project."
    ),
    kind="illustrative",
    chapter=10,
    controls=[
        slider("project_chance", step=0.05, low=0.05, form=percent(0)),
        plain_slider(
            "payoff",
            _("Payoff of a success, times what is put in"),
            low=1,
            high=MOST,
            step=1,
            start=10,
        ),
        slider("years_to_payoff", step=1, high=15, form=plain(0)),
        slider("gain_of_others", step=0.25, form=plain(2)),
    ],
    drag={"project_chance": "project.at", "payoff": "project.payoff"},
    named={
        "loan": _("A loan"),
        "private": _("Private shares"),
        "public": _("Public money"),
        "least_private": _("Payoff that private shares need"),
        "least_public": _("Payoff that public money needs"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Rates: savers get 4%, lenders at most 8%, private shares must earn 20%, by choice."),
        _("Security for loans, and mixtures of loans, shares and public money."),
        _("Whether public money finds the good projects, or keeps the bad ones alive."),
    ],
    sources=["stiglitz1981"],
)
