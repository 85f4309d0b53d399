r"""A leak of data: how far a break-in at one firm runs along shared data (chapter 14).

Firms that share data gain from one another and are open to one another. A leak that each firm hit
passes to fewer than one other dies out, however late it is noticed; if each passes it to more than
one, every round until then multiplies it.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, maximum, model, power, where

BAND = 1e-6
"""A reach this near to 1 counts as 1: the error is below one in 100,000 in the range."""


@model(symbol="g_{DL}", unit="firms")
def reach_of_leak(*, data_partners: Scalar, leak_chance: Scalar) -> Scalar:
    r"""Return to how many further firms each firm hit passes a leak, on average.

    The partner from which it came has it already. Parameters: scalars or arrays of one shape;
    ``data_partners`` from 0 to 10, ``leak_chance`` a probability. Returns firms; at 1 a leak
    neither dies out nor grows. Raises ``ValueError`` out of range. Source: the threshold of
    :cite:t:`newman2002`, every firm with as many partners.

    >>> round(reach_of_leak(data_partners=5., leak_chance=.1), 6)
    0.4
    """
    return maximum(0.0, data_partners - 1) * leak_chance


@model(symbol="n_{DL}", unit="firms")
def firms_hit(*, data_partners: Scalar, leak_chance: Scalar, rounds_unnoticed: Scalar) -> Scalar:
    r"""Return how many firms a leak has reached when it is noticed, the first one counted.

    Partners of partners are all different, so that it runs through a tree. Parameters: as for
    :func:`reach_of_leak`, with ``rounds_unnoticed`` from 0 to 6. Returns firms, 1 if it is noticed
    at once. Raises ``ValueError`` out of range. Source: derived here, the outbreak of
    :cite:t:`newman2002` counted round by round.

    >>> round(firms_hit(data_partners=5., leak_chance=.1, rounds_unnoticed=3.), 6)
    1.78
    """
    reach = reach_of_leak(data_partners=data_partners, leak_chance=leak_chance)
    reach = let("reach", reach, "g_{DL}")
    rounds = where(
        abs(reach - 1) > BAND,
        lambda: (1 - power(reach, rounds_unnoticed)) / (1 - reach),
        lambda: rounds_unnoticed,
    )
    return 1 + data_partners * leak_chance * rounds


@model(symbol="W_{DL}", unit="fraction of profit")
def value_of_sharing(
    *,
    data_partners: Scalar,
    leak_chance: Scalar,
    rounds_unnoticed: Scalar,
    break_in_chance: Scalar,
    leak_loss: Scalar,
    partner_value: Scalar,
) -> Scalar:
    r"""Return what sharing data is worth to a firm a year, leaks counted, if all share alike.

    As all are alike, each is reached as often as a leak at one firm reaches others. Parameters: as
    for :func:`firms_hit`, a probability a year, a loss in years of profit and a gain as a fraction
    of a year's. Returns such a fraction, negative if leaks cost more. Raises ``ValueError`` out of
    range. Source: derived here; that losses pass on to a firm's customers,
    :cite:t:`crosignani2023`.

    >>> round(value_of_sharing(data_partners=5., leak_chance=.1, rounds_unnoticed=3.,
    ...     break_in_chance=.02, leak_loss=1., partner_value=.1), 6)
    0.143576
    """
    reached = firms_hit(
        data_partners=data_partners, leak_chance=leak_chance, rounds_unnoticed=rounds_unnoticed
    )
    return partner_value * log(1 + data_partners) - break_in_chance * leak_loss * reached
