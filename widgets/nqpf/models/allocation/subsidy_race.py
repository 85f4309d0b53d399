r"""Places that outbid each other for industry, and a common rule against it (chapter 16).

Support brings a place industry. Part of it is drawn away from other places, and others learn from
part of it. A place counts neither, so that all together give too much or too little; which of the
two depends on what is larger. Support is measured by what a place would choose by itself, which
is 1, and gains by twice what it would then gain if no other place gave anything.
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import Refusal, Scalar, maximum, model


@model(symbol="W_S", unit="gain")
def gain_of_place(
    *, support: Scalar, support_elsewhere: Scalar, drawn_away: Scalar, learnt_elsewhere: Scalar
) -> Scalar:
    r"""Return what a place gains from its own support and from that of the others.

    Each unit of support brings industry worth 1 and costs more, the more is given already.
    Parameters: scalars or arrays of one shape; ``support`` and ``support_elsewhere`` over what a
    place chooses by itself, ``drawn_away`` and ``learnt_elsewhere`` fractions of the industry that
    support brings. Returns a gain. Raises ``ValueError`` out of range. Source: derived here, a race
    for mobile industry in the spirit of :cite:t:`wilson1999`.

    >>> gain_of_place(support=1., support_elsewhere=1., drawn_away=.75, learnt_elsewhere=.25)
    0.0
    """
    from_others = (learnt_elsewhere - drawn_away) * support_elsewhere
    return support - support**2 / 2 + from_others


@model(symbol="s_S^{*}", unit="of what a place chooses by itself")
def common_support_worth_most(*, drawn_away: Scalar, learnt_elsewhere: Scalar) -> Scalar:
    r"""Return the support, the same in all places, at which each of them gains most.

    Parameters: as for :func:`gain_of_place`. Returns a multiple of what a place chooses by itself:
    below 1 where more is drawn away than learnt, above 1 where more is learnt. Raises
    ``ValueError`` out of range. Source: derived here from :func:`gain_of_place`.

    >>> common_support_worth_most(drawn_away=.75, learnt_elsewhere=.25)
    0.5
    """
    return maximum(0.0, 1 + learnt_elsewhere - drawn_away)


@model(symbol="G_S", unit="gain")
def gain_from_breaking(*, support_cap: Scalar) -> Scalar:
    r"""Return what a place gains if it alone breaks a common cap and gives what it would choose.

    Whatever is drawn away or learnt: the others keep to the cap in both cases. Parameters:
    ``support_cap`` from 0 to 1. Returns a gain, 0 at a cap that binds nobody. Raises ``ValueError``
    out of range. Source: derived here from :func:`gain_of_place`.

    >>> gain_from_breaking(support_cap=.5)
    0.125
    """
    return (1 - support_cap) ** 2 / 2


def _never_found(support_cap: Scalar, chance_found: Scalar) -> Any:
    return chance_found == 0


@model(
    symbol="F_S",
    unit="gain",
    refuses=Refusal(_never_found, "no penalty holds a rule whose breach is never found."),
)
def penalty_that_holds(*, support_cap: Scalar, chance_found: Scalar) -> Scalar:
    r"""Return the least penalty at which no place gains by breaking a common cap.

    Parameters: as for :func:`gain_from_breaking`, with ``chance_found`` a probability. Returns a
    gain that is forfeited. Raises ``ValueError`` out of range and at a chance of 0. Source: derived
    here, after :cite:t:`becker1968`.

    >>> penalty_that_holds(support_cap=.5, chance_found=.25)
    0.5
    """
    return gain_from_breaking(support_cap=support_cap) / chance_found
