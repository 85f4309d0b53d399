r"""Pay for labour, knowledge, technology, management, data and capital (chapter 4).

"Pay by contribution" is not one rule. Three are here for the same technology: marginal products,
the sum that marginal products come to, and the Shapley value.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, maximum, model, total, where
from nqpf.models.elements.aggregation import BAND, elasticity_shares, normalised, shapley_values


@model(symbol="s_i", unit="fraction of output")
def marginal_product_payments(
    *,
    amounts: Sequence[Scalar],
    weights: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return what each factor gets when it is paid its marginal product, returns being constant.

    Parameters: two lists of one length, of scalars or arrays of one shape: ``amounts`` as indices,
    ``weights`` divided by their sum; ``elasticity_of_substitution`` from 0.05 to 20. Returns one
    fraction of output a factor; they sum to 1. Raises ``ValueError`` out of range or for lists of
    unequal length. Source: :cite:t:`arrow1961`; the same as the diagonal rule of
    :cite:t:`aumann1974`.

    >>> [round(share, 6) for share in marginal_product_payments(
    ...     amounts=[4., 1.], weights=[.5, .5], elasticity_of_substitution=2.)]
    [0.666667, 0.333333]
    """
    shares = normalised(weights)
    least = r"x_{\min}"
    return tuple(elasticity_shares(amounts, shares, elasticity_of_substitution, least=least))


@model(symbol="B_Y", unit="fraction of output")
def marginal_product_bill(*, exponents: Sequence[Scalar], elasticity_of_data: Scalar) -> Scalar:
    r"""Return the sum of all payments when every factor, data included, gets its marginal product.

    Rival factors whose exponents sum to 1 already take all output; data come on top, so the bill
    cannot be paid. Parameters: ``exponents`` of the rival factors and ``elasticity_of_data``.
    Returns a fraction of output. Raises ``ValueError`` out of range. Source:
    :cite:t:`romer1990`, for data :cite:t:`jones2020data`.

    >>> round(marginal_product_bill(exponents=[.6, .4], elasticity_of_data=.06), 6)
    1.06
    """
    return total(exponents) + elasticity_of_data


@model(symbol="v_i", unit="fraction of output")
def shapley_payments(
    *,
    amounts: Sequence[Scalar],
    weights: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return each factor's Shapley value: what it adds on average over every order of arrival.

    A coalition of factors makes what they can without the rest. Up to elasticity 1 every factor is
    essential, any coalition but the whole makes nothing, and all get the same whatever their
    weights: a property of the rule, not a finding about pay. Parameters and range: as for
    :func:`marginal_product_payments`. Returns one fraction of output a factor; they sum to 1.
    Raises ``ValueError`` out of range or for lists of unequal length. Source:
    :cite:t:`shapley1953`.

    >>> shapley_payments(amounts=[1., 1.], weights=[.75, .25], elasticity_of_substitution=2.)
    (0.75, 0.25)
    """
    sigma = elasticity_of_substitution
    factors = range(len(amounts))
    units = [amounts[factor] for factor in factors]  # an order of arrival needs numbered factors
    shares = elasticity_shares(units, normalised(weights), sigma, least=r"x_{\min}")
    returns = let("returns", sigma / maximum(sigma - 1, BAND))

    def worth(coalition: list[int]) -> Scalar:
        if len(coalition) in (0, len(factors)):
            return float(len(coalition) > 0)
        together = total(shares[factor] for factor in coalition)
        made = where(sigma > 1 + BAND, lambda: together**returns, lambda: 0.0)
        return let("made_by_" + "_".join(map(str, coalition)), made)

    return shapley_values(len(factors), worth)
