"""Who owns the data: the same surplus shared out, and then a surplus that owners change."""

from collections.abc import Sequence

import altair as alt

from nqpf.algebra import Scalar
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.drawing import across, listed, named_colours
from nqpf.explorers.core.parts import Column, Sentence, Value, plain_slider, rows, slider
from nqpf.models.data.data_ownership import data_payments, data_surplus_under_owners
from nqpf.numbers import percent
from nqpf.words import _

PARTIES = [_("Firm"), _("People"), _("Platform")]
CASES = [_("before"), _("new owners"), _("new sharing")]
PLATFORM = 0.05
BEFORE = 0.05
FIRM_SHARES, PLATFORM_SHARES = 0.1, 0.5
FIRMS, OWN_WEIGHT, ELASTICITY = 100.0, 0.5, 0.06


def owners(people: Scalar) -> list[Scalar]:
    """Return the shares of firm, people and platform in the data."""
    return [1 - PLATFORM - people, people, PLATFORM]


def surplus(people: Scalar, p: Settings) -> Scalar:
    """Return what data add to output when people own that part of them."""
    return data_surplus_under_owners(
        ownership_shares=owners(people),
        sharing_choices=[FIRM_SHARES, p.people_share, PLATFORM_SHARES],
        number_of_firms=FIRMS,
        own_data_weight=OWN_WEIGHT,
        own_data_use=1.0,
        elasticity_of_data=ELASTICITY,
    )


def payments(people: Scalar, whole: Scalar, p: Settings) -> Sequence[Scalar]:
    """Return what each party gets of a surplus when people own that part of the data."""
    rest = (1 - p.people_power) / 2
    return data_payments(
        ownership_shares=owners(people),
        bargaining_powers=[rest, p.people_power, rest],
        outside_value=p.outside_value,
        data_surplus=whole,
    )


def show(p: Settings) -> View:
    """Return the three cases in words and as bars."""
    old, new = surplus(BEFORE, p), surplus(p.people, p)
    paid = [payments(BEFORE, old, p), payments(p.people, old, p), payments(p.people, new, p)]
    shares = Sentence(
        _(
            "Data add {old} to output. When people’s part of the data goes from {before} to "
            "{after}, they get {people_after} of output in place of {people_before}, and the whole "
            "stays {old_again}."
        ),
        old=Value(old, percent(1)),
        old_again=Value(old, percent(1)),
        before=Value(BEFORE, percent(0)),
        after=Value(p.people, percent(0)),
        people_before=Value(paid[0][1], percent(1)),
        people_after=Value(paid[1][1], percent(1)),
    )
    sharing = Sentence(
        _(
            "If the owners also decide how widely data are shared, data add {new}: the firm gets "
            "{firm_new} in place of the {firm_before} it had at first, and people {people_new}."
        ),
        new=Value(new, percent(1)),
        firm_new=Value(paid[2][0], percent(1)),
        firm_before=Value(paid[0][0], percent(1)),
        people_new=Value(paid[2][1], percent(1)),
    )
    bars = rows(
        (
            {"case": case, "party": party, "order": order, "paid": amount}
            for case, one in zip(CASES, paid, strict=True)
            for order, (party, amount) in enumerate(zip(PARTIES, one, strict=True))
        ),
        case=Column(_("Case")),
        party=Column(_("Party")),
        paid=Column(_("Paid, of output"), percent(1)),
    )
    wholes = rows(
        (
            {"case": case, "whole": whole}
            for case, whole in zip(CASES, (old, old, new), strict=True)
        ),
        case=Column(_("Case")),
        whole=Column(_("What data add, of output"), percent(1)),
    )
    return View([shares, sharing], {"bars": bars, "wholes": wholes})


def draw(charts):  # type: ignore[no-untyped-def]  # because Altair's charts are dynamic
    """Return three stacked bars with the whole written at the end of each."""
    y = listed("case", CASES, labelLimit=130)
    x = across(
        "paid", _("Paid to each, of output"), [0, 0.42], ticks=[0, 0.1, 0.2, 0.3], format="%"
    )
    bars = charts.bars.mark_bar().encode(
        y=y, x=x, color=named_colours("party", PARTIES, columns=3), order=alt.Order("order:Q")
    )
    written = charts.wholes.mark_text(align="left", dx=5, fontWeight="bold").encode(
        y=y, x="whole:Q", text=alt.Text("whole:Q", format=".1%")
    )
    return (bars + written).properties(height=190)


EXPLORER = Explorer(
    slug="who-owns-the-data",
    title=_("Who owns the data?"),
    question=_("When data change owner, does pay change, does output change, or do both?"),
    description=_(
        "Three stacked bars of what firm, people and platform are paid from what data add: before, "
        "after a change of owners, and after it with owners who decide how widely data are shared. "
        "The first two bars are equally long; the third need not be."
    ),
    kind="illustrative",
    chapter=4,
    controls=[
        plain_slider(
            "people",
            _("Part of the data owned by the people they describe"),
            low=0.1,
            high=0.9,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
        slider("outside_value", step=0.1, low=0, high=0.9),
        plain_slider(
            "people_power",
            _("People’s power in bargaining"),
            low=0.05,
            high=0.6,
            step=0.05,
            start=0.2,
            form=percent(0),
        ),
        plain_slider(
            "people_share",
            _("How widely people would share (firms: 10%)"),
            low=0,
            high=1,
            step=0.05,
            start=0.5,
            form=percent(0),
        ),
    ],
    named={
        "old": _("What data add with sharing as before, of output"),
        "people_before": _("Paid to people before, of output"),
        "people_after": _("Paid to people as new owners, of output"),
        "new": _("What data add if owners decide on sharing, of output"),
        "firm_new": _("Paid to the firm if owners decide on sharing, of output"),
        "firm_before": _("Paid to the firm before, of output"),
        "people_new": _("Paid to people if they decide on sharing, of output"),
    },
    show=show,
    draw=draw,
    left_out=[
        _("Privacy: sharing costs nothing here, so people who share little look wasteful."),
        _("That people are many: whoever bargains for them is taken as one party."),
        _("Whether fewer data would be gathered if the firm could not keep them."),
        _("Any measurement: all shares, powers and choices are figures for teaching."),
    ],
    sources=["nash1950", "jones2020data"],
)
