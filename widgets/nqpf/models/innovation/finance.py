r"""Finance by stage: which kind of money a project can hope for (chapter 10).

A lender never gets more than was promised, so a loan needs a project that hardly fails. An owner
of shares gets the whole success and can bear many failures. Public money can count what others
gain. So the same project may be no case for one and a good case for another.
"""

from __future__ import annotations

from typing import Any

from nqpf.algebra import Refusal, Scalar, model


def _cap_is_too_low(required_return: Scalar, highest_rate: Scalar) -> Any:
    return required_return > highest_rate


@model(
    symbol=r"p_W^{\min}",
    unit="probability",
    refuses=Refusal(
        _cap_is_too_low,
        "no chance suffices: the money must earn more than a lender can promise itself, even if "
        "nothing ever fails. Take a higher cap or a lower required return.",
    ),
)
def least_chance_for_loan(
    *, required_return: Scalar, highest_rate: Scalar, years_to_payoff: Scalar
) -> Scalar:
    r"""Return the chance of success that a loan needs to pay on average.

    What a success pays plays no part: the lender gets what was promised, or nothing. Rates are
    capped, as higher ones would draw the worse borrowers. Parameters: scalars or arrays of one
    shape; two rates a year, ``years_to_payoff`` from 1 to 20. Returns a probability. Raises
    ``ValueError`` out of range, and where the cap is below what must be earned: then not even a
    certain project gets a loan. Source: derived here; the cap is that of :cite:t:`stiglitz1981`.

    >>> round(least_chance_for_loan(required_return=.04, highest_rate=.3, years_to_payoff=1.), 6)
    0.8
    """
    return ((1 + required_return) / (1 + highest_rate)) ** years_to_payoff


@model(symbol=r"X_W^{\min}", unit="times what is invested")
def least_payoff_for_shares(
    *,
    required_return: Scalar,
    project_chance: Scalar,
    years_to_payoff: Scalar,
    gain_of_others: Scalar,
) -> Scalar:
    r"""Return the payoff that a success must have for shares in the project to pay on average.

    Parameters: scalars or arrays of one shape; ``required_return`` a year, ``project_chance`` from
    0.02 to 1, ``years_to_payoff`` from 1 to 20; ``gain_of_others`` counts for public money and is 0
    for private. Returns a multiple of what is invested. Raises ``ValueError`` out of range. Source:
    derived here by setting the expected payoff to what the money must earn.

    >>> round(least_payoff_for_shares(required_return=.2, project_chance=.5, years_to_payoff=2.,
    ...                               gain_of_others=0.), 6)
    2.88
    """
    needed = (1 + required_return) ** years_to_payoff
    return needed / (project_chance * (1 + gain_of_others))
