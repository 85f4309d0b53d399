r"""How a chain is organised: a margin at every stage, or one owner for all (chapter 8).

Each stage that sets its own price adds a margin to what the stage before it charges, and so sells
less than would be best for the chain as a whole. Against this stands what each owner does to lower
the cost of a stage whose profit is its own.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, model


@model(symbol="p_V", unit="part of the most that anyone would pay")
def price_at_the_end(*, stages: Scalar, chain_cost: Scalar) -> Scalar:
    r"""Return what the last buyer pays if demand is linear and the first stage goes first.

    Parameters: scalars or arrays of one shape; ``stages`` from 1 to 6, ``chain_cost`` a fraction.
    Returns a fraction. Raises ``ValueError`` out of range. Source: successive monopoly,
    :cite:t:`machlup1960`, with more stages and linear demand derived here.

    >>> price_at_the_end(stages=1., chain_cost=.5), price_at_the_end(stages=2., chain_cost=.5)
    (0.75, 0.875)
    """
    return 1 - (1 - chain_cost) / 2**stages


@model(symbol="q_V", unit="ratio")
def output_against_one_owner(
    *, stages: Scalar, chain_cost: Scalar, incentive_saving: Scalar
) -> Scalar:
    r"""Return what a chain of independent stages sells, over what it sells under one owner.

    Without savings it halves with each stage after the first. Parameters: scalars or arrays of one
    shape; as for :func:`price_at_the_end`, and ``incentive_saving`` as a fraction of cost. Returns
    a ratio. Raises ``ValueError`` out of range. Source: derived here from :cite:t:`machlup1960`.

    >>> output_against_one_owner(stages=3., chain_cost=.5, incentive_saving=0.)
    0.25
    """
    room = let("room", 1 - chain_cost * (1 - incentive_saving), r"r_V")
    return room / (1 - chain_cost) / 2 ** (stages - 1)


@model(symbol=r"\pi_V", unit="ratio")
def profit_against_one_owner(
    *, stages: Scalar, chain_cost: Scalar, incentive_saving: Scalar
) -> Scalar:
    r"""Return the profit of all independent stages together, over that of one owner.

    Parameters: as for :func:`output_against_one_owner`. Returns a ratio. Raises ``ValueError`` out
    of range. Source: derived here from :cite:t:`machlup1960`.

    >>> profit_against_one_owner(stages=2., chain_cost=.5, incentive_saving=0.)
    0.75
    """
    room = let("room", 1 - chain_cost * (1 - incentive_saving), r"r_V")
    return 4 * (room / (1 - chain_cost)) ** 2 * (1 - 2**-stages) / 2**stages
