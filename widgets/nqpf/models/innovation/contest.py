r"""Who answers: several contenders and one leader who all spend to win a prize (chapter 7).

A leader need not answer somebody far behind. As a contender comes near both spend more, and rivals
at home spend against each other as well as against the leader.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, model


@model(symbol="s_Z", unit="fraction", proximity=(0.05, 1.0))
def contenders_share(*, contenders: Scalar, proximity: Scalar) -> Scalar:
    r"""Return the part of the prize that the contenders win together from the leader.

    Each wins by what it spends, weighed by its proximity to the leader, over what all spend.
    Parameters: scalars or arrays of one shape; ``contenders`` from 1 to 12, ``proximity`` a ratio
    from 0.05 to 1. Returns a fraction, at most ``proximity`` however many contend. Raises
    ``ValueError`` out of range. Source: the contest of :cite:t:`dixit1987`, solved here.

    >>> contenders_share(contenders=1., proximity=1.)
    0.5
    """
    return contenders * proximity / (proximity + contenders)


@model(symbol="e_L", unit="part of the prize", proximity=(0.05, 1.0))
def leaders_effort(*, contenders: Scalar, proximity: Scalar) -> Scalar:
    r"""Return what the leader spends to keep the prize.

    Parameters: as for :func:`contenders_share`. Returns a part of the prize. Raises ``ValueError``
    out of range. Source: the contest of :cite:t:`dixit1987`, solved here.

    >>> leaders_effort(contenders=1., proximity=1.)
    0.25
    """
    share = contenders_share(contenders=contenders, proximity=proximity)
    return share * (1 - share)


@model(symbol="e_Z", unit="part of the prize", proximity=(0.05, 1.0))
def contenders_effort(*, contenders: Scalar, proximity: Scalar) -> Scalar:
    r"""Return what the contenders spend together.

    Parameters: as for :func:`contenders_share`. Returns a part of the prize. Raises ``ValueError``
    out of range. Source: the contest of :cite:t:`dixit1987`, solved here.

    >>> contenders_effort(contenders=2., proximity=1.)
    0.4444444444444444
    """
    share = contenders_share(contenders=contenders, proximity=proximity)
    return contenders * share / (proximity + contenders)


@model(symbol="v_Z", unit="part of the prize", proximity=(0.05, 1.0))
def contenders_gain(*, contenders: Scalar, proximity: Scalar, lasting_part: Scalar) -> Scalar:
    r"""Return what the contenders' country has of the contest: prize won, less what was spent.

    What stays useful at home of the outlay, such as people trained, is no loss to the country; the
    contenders do not count it when they decide. Parameters: as for :func:`contenders_share`, and
    ``lasting_part``, a fraction. Returns a part of the prize. Raises ``ValueError`` out of range.
    Source: derived here from the contest of :cite:t:`dixit1987`.

    >>> contenders_gain(contenders=1., proximity=1., lasting_part=0.)
    0.25
    """
    share = contenders_share(contenders=contenders, proximity=proximity)
    effort = contenders_effort(contenders=contenders, proximity=proximity)
    return share - (1 - lasting_part) * effort
