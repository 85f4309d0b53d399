r"""Data as a bond: how much more labour and capital yield when data are added (chapter 4)."""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, let, model


class CrossProducts(NamedTuple):
    """What one more unit of data adds to the marginal product of labour and of capital."""

    labour: Scalar
    capital: Scalar


@model(symbol="Y", unit="index")
def output_with_data(
    *,
    data: Scalar,
    capital: Scalar,
    labour: Scalar,
    capital_share: Scalar,
    elasticity_of_data: Scalar,
) -> Scalar:
    r"""Return output from data, capital and labour; doubling all three more than doubles it.

    Parameters: scalars or arrays of one shape; ``data``, ``capital``, ``labour`` as positive
    indices, ``capital_share`` and ``elasticity_of_data`` as fractions. Returns an index of the same
    shape. Raises ``ValueError`` out of range. Source: :cite:t:`jones2020data`, with capital added.

    >>> output_with_data(data=1., capital=4., labour=9., capital_share=.5, elasticity_of_data=.06)
    6.0
    """
    return data**elasticity_of_data * capital**capital_share * labour ** (1 - capital_share)


@model(symbol=r"\frac{\partial Y}{\partial L}", unit="index")
def marginal_product_of_labour_with_data(
    *,
    data: Scalar,
    capital: Scalar,
    labour: Scalar,
    capital_share: Scalar,
    elasticity_of_data: Scalar,
) -> Scalar:
    r"""Return what one more unit of labour adds to output, data and capital given.

    Parameters: as for :func:`output_with_data`. Returns an index of the same shape. Raises
    ``ValueError`` out of range. Source: derived here from :func:`output_with_data`.

    >>> round(marginal_product_of_labour_with_data(
    ...     data=1., capital=4., labour=1., capital_share=.5, elasticity_of_data=.06), 6)
    1.0
    """
    intensity = (capital / labour) ** capital_share
    return (1 - capital_share) * data**elasticity_of_data * intensity


@model(
    symbol=(
        r"\frac{\partial^2 Y}{\partial D \, \partial L}",
        r"\frac{\partial^2 Y}{\partial D \, \partial K}",
    ),
    unit="index",
)
def cross_marginal_products(
    *,
    data: Scalar,
    capital: Scalar,
    labour: Scalar,
    capital_share: Scalar,
    elasticity_of_data: Scalar,
) -> CrossProducts:
    r"""Return how much one more unit of data raises the marginal products of labour and capital.

    Parameters: as for :func:`output_with_data`. Returns two indices of the same shape, both 0 or
    above: data make either factor worth more. Raises ``ValueError`` out of range. Source: derived
    here from :func:`output_with_data`.

    >>> parts = cross_marginal_products(data=1., capital=1., labour=1., capital_share=.4,
    ...                                 elasticity_of_data=.1)
    >>> [round(part, 6) for part in parts]
    [0.06, 0.04]
    """
    lift = let("lift", elasticity_of_data * data ** (elasticity_of_data - 1), r"\eta_D")
    intensity = let("intensity", capital / labour, "k")
    return CrossProducts(
        labour=lift * (1 - capital_share) * intensity**capital_share,
        capital=lift * capital_share * intensity ** (capital_share - 1),
    )
