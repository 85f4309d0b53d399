r"""Data as a factor that many can use at once: sharing, growth, and what they lift (chapter 4).

A firm's data come from sales. Data are not used up: what one firm has learnt from can be used by
all. So sharing raises output without taking anything from anybody, up to a point set by how
much data matter.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, model

_GOODS = (1.5, 8.0)


@model(symbol="G_D", unit="ratio")
def gain_from_sharing_data(
    *,
    number_of_firms: Scalar,
    own_data_weight: Scalar,
    own_data_use: Scalar,
    data_sharing: Scalar,
    elasticity_of_data: Scalar,
) -> Scalar:
    r"""Return output with shared data as a multiple of output when each firm keeps to its own.

    Parameters: scalars or arrays of one shape; ``number_of_firms`` from 1 to 1000, the others
    fractions, ``elasticity_of_data`` up to 0.3. Returns a ratio of at least 1. Raises
    ``ValueError`` out of range. Source: :cite:t:`jones2020data`, for a given number of firms.

    >>> round(gain_from_sharing_data(number_of_firms=100., own_data_weight=.5, own_data_use=1.,
    ...                              data_sharing=1., elasticity_of_data=.06), 6)
    1.342565
    """
    own = let("own_data", own_data_weight * own_data_use, "D_o")
    pool = (1 - own_data_weight) * data_sharing * number_of_firms
    return ((own + pool) / own) ** (elasticity_of_data / (1 - elasticity_of_data))


@model(symbol="y", unit="index", elasticity_of_substitution=_GOODS)
def output_per_head_with_data(
    *,
    number_of_firms: Scalar,
    labour: Scalar,
    own_data_weight: Scalar,
    own_data_use: Scalar,
    data_sharing: Scalar,
    elasticity_of_data: Scalar,
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return output a head, up to a constant, in an economy of many firms with data.

    More firms give more variety; more labour gives more sales, so more data. Parameters: as for
    :func:`gain_from_sharing_data`, with ``labour`` an index and ``elasticity_of_substitution``
    between varieties from 1.5 to 8. Returns an index of the same shape. Raises ``ValueError`` out
    of range. Source: :cite:t:`jones2020data`.

    >>> output_per_head_with_data(number_of_firms=16., labour=1., own_data_weight=1.,
    ...     own_data_use=1., data_sharing=0., elasticity_of_data=0., elasticity_of_substitution=5.)
    2.0
    """
    used = own_data_weight * own_data_use / number_of_firms + (1 - own_data_weight) * data_sharing
    variety = number_of_firms ** (1 / (elasticity_of_substitution - 1))
    used = let("data_used", used, r"\bar{u}_D")
    return variety * (used * labour) ** (elasticity_of_data / (1 - elasticity_of_data))


@model(symbol="g_{y}", unit="fraction a year", elasticity_of_substitution=_GOODS)
def growth_with_data_sharing(
    *, labour_growth: Scalar, elasticity_of_data: Scalar, elasticity_of_substitution: Scalar
) -> Scalar:
    r"""Return the growth of output a head when data are shared and firms grow with labour.

    Parameters: scalars or arrays of one shape; ``labour_growth`` a fraction a year. Returns a
    fraction a year. Raises ``ValueError`` out of range. Source: :cite:t:`jones2020data`.

    >>> round(growth_with_data_sharing(labour_growth=.02, elasticity_of_data=.06,
    ...                                elasticity_of_substitution=5.), 6)
    0.006277
    """
    from_data = elasticity_of_data / (1 - elasticity_of_data)
    return (1 / (elasticity_of_substitution - 1) + from_data) * labour_growth


@model(symbol=r"g_{y,0}", unit="fraction a year", elasticity_of_substitution=_GOODS)
def growth_without_data_sharing(
    *, labour_growth: Scalar, elasticity_of_substitution: Scalar
) -> Scalar:
    r"""Return the growth of output a head when every firm keeps its data to itself.

    Parameters: as for :func:`growth_with_data_sharing`. Returns a fraction a year. Raises
    ``ValueError`` out of range. Source: :cite:t:`jones2020data`.

    >>> growth_without_data_sharing(labour_growth=.02, elasticity_of_substitution=5.)
    0.005
    """
    return labour_growth / (elasticity_of_substitution - 1)


@model(symbol="G_{m}", unit="ratio")
def gain_from_more_data(*, data_multiple: Scalar, elasticity_of_data: Scalar) -> Scalar:
    r"""Return by how much output, and each factor's marginal product, are multiplied by more data.

    Parameters: scalars or arrays of one shape; ``data_multiple`` is data relative to before.
    Returns a ratio of the same shape. Raises ``ValueError`` out of range. Source:
    :cite:t:`jones2020data`.

    >>> round(gain_from_more_data(data_multiple=2., elasticity_of_data=.06), 6)
    1.042466
    """
    return data_multiple**elasticity_of_data
