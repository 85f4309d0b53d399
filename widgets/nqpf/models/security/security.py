r"""Industrial security: suppliers, stocks, or making it at home (chapter 14).

More suppliers stop helping where one event hits them all. Stocks buy time once in a crisis. Making
everything at home is right only where that costs no more than a fair insurance would.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, exp, let, log, maximum, minimum, model, total


@model(symbol="H_S", unit="index")
def concentration_of_suppliers(*, supplier_shares: Sequence[Scalar]) -> Scalar:
    r"""Return the Herfindahl index of suppliers: one over it is the effective number of them.

    Parameters: ``supplier_shares``, a list divided by its sum. Returns a number from 0 to 1. Raises
    ``ValueError`` out of range or for an empty list. Source: derived here, the sum of squared
    shares.

    >>> round(concentration_of_suppliers(supplier_shares=[.5, .3, .2]), 6)
    0.38
    """
    whole = let("all_bought", total(supplier_shares), r"v_{\Sigma}")
    return total(share**2 for share in supplier_shares) / whole**2


@model(symbol="H_1", unit="index")
def concentration_around_largest(*, largest_share: Scalar, other_suppliers: Scalar) -> Scalar:
    r"""Return the Herfindahl index if all sellers but one are alike.

    However many there are, it stays above the square of the one's share: the effective number of
    suppliers never passes one over that square. Parameters: scalars or arrays of one shape;
    ``largest_share`` a fraction, ``other_suppliers`` from 1 to 100. Returns a number up to 1.
    Raises ``ValueError`` out of range. Source: derived here from
    :func:`concentration_of_suppliers`.

    >>> round(concentration_around_largest(largest_share=.5, other_suppliers=2.), 6)
    0.375
    """
    return largest_share**2 + (1 - largest_share) ** 2 / other_suppliers


@model(symbol="F_S", unit="probability")
def chance_of_losing_all(
    *, suppliers: Scalar, failure_chance: Scalar, common_chance: Scalar
) -> Scalar:
    r"""Return the chance that all suppliers fail at once.

    Parameters: scalars or arrays of one shape; ``suppliers`` from 1 to 6, two probabilities.
    Returns a probability, never below ``common_chance``. Raises ``ValueError`` out of range.
    Source: derived here, independent failures beside a common one.

    >>> round(chance_of_losing_all(suppliers=2., failure_chance=.1, common_chance=.02), 6)
    0.0298
    """
    return common_chance + (1 - common_chance) * failure_chance**suppliers


@model(symbol="K_S", unit="money a year")
def cost_of_stock(
    *,
    stock: Scalar,
    disruption_rate: Scalar,
    disruption_length: Scalar,
    shortage_cost: Scalar,
    holding_cost: Scalar,
) -> Scalar:
    r"""Return what a stock costs a year: holding it, and the shortages that outlast it.

    A disruption outlasts a stock with a chance that falls exponentially. Parameters: as for
    :func:`best_stock`, with ``stock`` in years of use. Returns money a year. Raises ``ValueError``
    out of range. Source: derived here; :func:`best_stock` is where it is least.

    >>> round(cost_of_stock(stock=0., disruption_rate=.2, disruption_length=.5, shortage_cost=10.,
    ...                     holding_cost=.5), 6)
    1.0
    """
    shortage = disruption_rate * disruption_length * exp(-stock / disruption_length)
    return holding_cost * stock + shortage_cost * shortage


@model(symbol="S_S^{*}", unit="years of use")
def best_stock(
    *,
    disruption_rate: Scalar,
    disruption_length: Scalar,
    shortage_cost: Scalar,
    holding_cost: Scalar,
) -> Scalar:
    r"""Return the stock at which holding a little more costs as much as it is expected to save.

    Lengths of disruptions are exponential. Parameters: scalars or arrays of one shape;
    ``disruption_rate`` a year, ``disruption_length`` in years, two costs in money for a year of
    use. Returns years of use, 0 where disruptions are too rare. Raises ``ValueError`` out of range.
    Source: derived here by setting the marginal saving to the holding cost.

    >>> round(12 * best_stock(disruption_rate=.2, disruption_length=1/6, shortage_cost=10.,
    ...                       holding_cost=.5), 4)
    2.7726
    """
    worth = let("worth", disruption_rate * shortage_cost / holding_cost, r"\beta_S")
    return disruption_length * maximum(0.0, log(worth))


@model(symbol="x_S^{*}", unit="fraction")
def best_home_share(*, crisis_chance: Scalar, crisis_loss: Scalar, home_cost: Scalar) -> Scalar:
    r"""Return the part to make at home that is best for one who dislikes risk as log utility does.

    Making a part x at home costs x times ``home_cost`` of income and spares x times
    ``crisis_loss``. Parameters: scalars or arrays of one shape, fractions. Returns a fraction, 1
    only if home production costs no more than a crisis is expected to. Raises ``ValueError`` out of
    range. Source: derived here from expected log income.

    >>> round(best_home_share(crisis_chance=.1, crisis_loss=.4, home_cost=.05), 6)
    0.457143
    """
    calm = (1 - crisis_chance) * (1 - crisis_loss) / (crisis_loss - home_cost)
    return minimum(1.0, maximum(0.0, crisis_chance / home_cost - calm))
