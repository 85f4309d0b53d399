r"""Labourers, means of labour and objects of labour, combined into output (chapter 3).

The founding texts speak of better elements, not only of more: an element enters in efficiency
units, its quality times its amount. Output here is gross output, because the objects of labour
(materials, energy) are among the inputs. Weights are divided by their sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, minimum, model, total
from nqpf.models.elements.aggregation import elasticity_mean, elasticity_shares, normalised

_LEAST = r"e_{\min}"


def _efficiency_units(qualities: Sequence[Scalar], amounts: Sequence[Scalar]) -> list[Scalar]:
    """Return quality times amount of each element."""
    return [
        let("efficiency_units", quality * amount, "e_i")
        for quality, amount in zip(qualities, amounts, strict=True)
    ]


@model(symbol="Q", unit="index")
def output_of_elements(
    *,
    qualities: Sequence[Scalar],
    amounts: Sequence[Scalar],
    weights: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return gross output from elements that substitute with a constant elasticity.

    Parameters: three lists of one length, of scalars or arrays of one shape: ``qualities`` and
    ``amounts`` as indices, ``weights`` divided by their sum; ``elasticity_of_substitution`` from
    0.05 (nearly the weakest link) to 20 (nearly perfect substitutes), 1 being Cobb-Douglas.
    Returns an index of the same shape. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: :cite:t:`arrow1961`.

    >>> round(output_of_elements(qualities=[1., 1., 1.], amounts=[4., 1., 1.],
    ...                          weights=[1., 1., 1.], elasticity_of_substitution=.5), 6)
    1.333333
    """
    return elasticity_mean(
        _efficiency_units(qualities, amounts),
        normalised(weights),
        elasticity_of_substitution,
        least=_LEAST,
    )


@model(symbol="Q_0", unit="index")
def weakest_link_output(*, qualities: Sequence[Scalar], amounts: Sequence[Scalar]) -> Scalar:
    r"""Return gross output when nothing replaces anything: the limit at elasticity 0.

    Parameters: two lists of one length, indices. Returns an index of the same shape. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: :cite:t:`arrow1961`.

    >>> weakest_link_output(qualities=[1., 1., 1.], amounts=[4., 1., 1.])
    1.0
    """
    return minimum(*_efficiency_units(qualities, amounts))


@model(symbol=r"Q_{\infty}", unit="index")
def perfect_substitutes_output(
    *, qualities: Sequence[Scalar], amounts: Sequence[Scalar], weights: Sequence[Scalar]
) -> Scalar:
    r"""Return gross output when everything replaces everything: the limit of high elasticity.

    Parameters: three lists of one length, indices and weights. Returns an index of the same
    shape. Raises ``ValueError`` out of range or for lists of unequal length. Source:
    :cite:t:`arrow1961`.

    >>> perfect_substitutes_output(qualities=[1., 1.], amounts=[3., 1.], weights=[1., 1.])
    2.0
    """
    units = _efficiency_units(qualities, amounts)
    return total(share * unit for share, unit in zip(normalised(weights), units, strict=True))


@model(symbol="s_i", unit="fraction of output")
def element_shares(
    *,
    qualities: Sequence[Scalar],
    amounts: Sequence[Scalar],
    weights: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return each element's share of output when it is paid its marginal product.

    The share is also the percentage by which output grows when the element's quality or amount
    grows by one percent. Parameters: as for :func:`output_of_elements`. Returns one fraction an
    element; they sum to 1. Raises ``ValueError`` out of range or for lists of unequal length.
    Source: :cite:t:`arrow1961`.

    >>> shares = element_shares(qualities=[1., 1., 1.], amounts=[4., 1., 1.],
    ...                         weights=[1., 1., 1.], elasticity_of_substitution=.5)
    >>> [round(share, 6) for share in shares]
    [0.111111, 0.444444, 0.444444]
    """
    units = _efficiency_units(qualities, amounts)
    shares = normalised(weights)
    return tuple(elasticity_shares(units, shares, elasticity_of_substitution, least=_LEAST))
