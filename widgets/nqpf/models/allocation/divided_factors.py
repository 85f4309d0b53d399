r"""Labour and capital divided among firms by hand (chapter 5).

Where the last worker and the last machine add most, the next ones should go; output is largest
once no move adds anything. All labour and all capital are counted as 1.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, model, power, total

_GOODS = (1.5, 8.0)
_SHARES = (0.05, 0.95)


def _output(
    productivities: Sequence[Scalar],
    capital_by_firm: Sequence[Scalar],
    labour_by_firm: Sequence[Scalar],
    capital_share: Scalar,
    elasticity_of_substitution: Scalar,
) -> tuple[list[Scalar], Scalar, Scalar]:
    """Return how much each firm makes of its good, the exponent, and what the goods come to."""
    made = [
        let("made", a * power(k, capital_share) * power(n, 1 - capital_share), "y_i")
        for a, k, n in zip(productivities, capital_by_firm, labour_by_firm, strict=True)
    ]
    rho = let("exponent", 1 - 1 / elasticity_of_substitution, r"\rho")
    return made, rho, power(total(power(y, rho) for y in made), 1 / rho)


@model(symbol="Y", unit="index", elasticity_of_substitution=_GOODS, capital_share=_SHARES)
def output_of_divided_factors(
    *,
    productivities: Sequence[Scalar],
    capital_by_firm: Sequence[Scalar],
    labour_by_firm: Sequence[Scalar],
    capital_share: Scalar,
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return output when each firm has the given part of all capital and of all labour.

    Parameters: three lists of one length, ``productivities`` as indices, the other two as
    fractions of all capital and all labour; ``capital_share`` a fraction;
    ``elasticity_of_substitution`` between the firms' goods, from 1.5 to 8. Returns an index.
    Raises ``ValueError`` out of range or for lists of unequal length. Source:
    :cite:t:`hsieh2009`, with two inputs.

    >>> round(output_of_divided_factors(productivities=[1., 2.], capital_by_firm=[.2, .8],
    ...     labour_by_firm=[.2, .8], capital_share=.4, elasticity_of_substitution=3.) ** 2, 6)
    5.0
    """
    _made, _exponent, output = _output(
        productivities, capital_by_firm, labour_by_firm, capital_share, elasticity_of_substitution
    )
    return output


@model(
    symbol=r"\frac{\partial Y}{\partial n_i}",
    unit="index",
    elasticity_of_substitution=_GOODS,
    capital_share=_SHARES,
)
def marginal_products_of_labour(
    *,
    productivities: Sequence[Scalar],
    capital_by_firm: Sequence[Scalar],
    labour_by_firm: Sequence[Scalar],
    capital_share: Scalar,
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return what a little more labour adds to output in each firm, for each unit of it.

    Parameters: as for :func:`output_of_divided_factors`. Returns one index a firm. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: :cite:t:`hsieh2009`.

    >>> better, worse = marginal_products_of_labour(
    ...     productivities=[2., 1.], capital_by_firm=[.8, .2], labour_by_firm=[.8, .2],
    ...     capital_share=.4, elasticity_of_substitution=3.)
    >>> round(better / worse, 6)
    1.0
    """
    made, rho, output = _output(
        productivities, capital_by_firm, labour_by_firm, capital_share, elasticity_of_substitution
    )
    value = power(output, 1 - rho)
    return tuple(
        (1 - capital_share) * value * power(y, rho) / n
        for y, n in zip(made, labour_by_firm, strict=True)
    )


@model(
    symbol=r"\frac{\partial Y}{\partial k_i}",
    unit="index",
    elasticity_of_substitution=_GOODS,
    capital_share=_SHARES,
)
def marginal_products_of_capital(
    *,
    productivities: Sequence[Scalar],
    capital_by_firm: Sequence[Scalar],
    labour_by_firm: Sequence[Scalar],
    capital_share: Scalar,
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return what a little more capital adds to output in each firm, for each unit of it.

    Capital and labour enter alike, so this is :func:`marginal_products_of_labour` with the two
    exchanged. Parameters: as there. Returns one index a firm. Raises ``ValueError`` out of range
    or for lists of unequal length. Source: :cite:t:`hsieh2009`.

    >>> better, worse = marginal_products_of_capital(
    ...     productivities=[2., 2.], capital_by_firm=[.25, .75], labour_by_firm=[.5, .5],
    ...     capital_share=.5, elasticity_of_substitution=2.)
    >>> round(better / worse, 6)
    2.279507
    """
    return marginal_products_of_labour(
        productivities=productivities,
        capital_by_firm=labour_by_firm,
        labour_by_firm=capital_by_firm,
        capital_share=1 - capital_share,
        elasticity_of_substitution=elasticity_of_substitution,
    )
