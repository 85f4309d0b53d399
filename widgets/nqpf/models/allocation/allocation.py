r"""Allocation: what output loses when firms pay different prices for one input (chapter 5).

A wedge of 0.5 makes a firm pay half as much again for its input; the input is in fixed supply.
A wedge that every firm pays alike changes nothing: only differences cost output.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, exp, let, maximum, minimum, model, total

_GOODS = (1.5, 8.0)


def _sizes(productivities: Sequence[Scalar], elasticity: Scalar) -> list[Scalar]:
    """Return each firm's size relative to the largest in an economy without wedges."""
    best = let("best_productivity", maximum(*productivities), r"A_{\max}")
    return [
        let("size", (productivity / best) ** (elasticity - 1), "z_i")
        for productivity in productivities
    ]


def _relative_prices(wedges: Sequence[Scalar]) -> list[Scalar]:
    """Return what each firm pays for its input relative to the firm that pays least."""
    least = let("least_wedge", minimum(*wedges), r"\tau_{\min}")
    return [let("relative_price", (1 + wedge) / (1 + least), "r_i") for wedge in wedges]


@model(symbol="E", unit="fraction of efficient output", elasticity_of_substitution=_GOODS)
def allocative_efficiency(
    *,
    productivities: Sequence[Scalar],
    wedges: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return output as a fraction of what the same input would yield without wedges.

    Parameters: two lists of one length, of scalars or arrays of one shape: ``productivities`` as
    indices, ``wedges`` as fractions of the input's price; ``elasticity_of_substitution`` between
    the firms' goods, from 1.5 to 8. Returns a fraction above 0 and at most 1. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: :cite:t:`hsieh2009`, with
    one input.

    >>> round(allocative_efficiency(productivities=[1., 1.], wedges=[0., .5],
    ...                             elasticity_of_substitution=3.), 6)
    0.946961
    """
    sigma = elasticity_of_substitution
    sizes = _sizes(productivities, sigma)
    prices = _relative_prices(wedges)
    everything = let("sum_of_sizes", total(sizes), "Z")
    sold = total(z * r ** (1 - sigma) for z, r in zip(sizes, prices, strict=True))
    used = total(z * r ** (-sigma) for z, r in zip(sizes, prices, strict=True))
    return (sold / everything) ** (sigma / (sigma - 1)) / (used / everything)


@model(symbol="l_i", unit="fraction of all labour", elasticity_of_substitution=_GOODS)
def labour_shares(
    *,
    productivities: Sequence[Scalar],
    wedges: Sequence[Scalar],
    elasticity_of_substitution: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return how the input is divided among the firms.

    Parameters: as for :func:`allocative_efficiency`. Returns one fraction a firm; they sum to 1.
    Raises ``ValueError`` out of range or for lists of unequal length. Source:
    :cite:t:`hsieh2009`, with one input.

    >>> labour_shares(productivities=[1., 2.], wedges=[0., 0.], elasticity_of_substitution=3.)
    (0.2, 0.8)
    """
    sigma = elasticity_of_substitution
    sizes = _sizes(productivities, sigma)
    prices = _relative_prices(wedges)
    wanted = [z * r ** (-sigma) for z, r in zip(sizes, prices, strict=True)]
    everything = let("sum_of_labour", total(wanted), "Z_l")
    return tuple(labour / everything for labour in wanted)


@model(symbol=r"\bar{A}", unit="index", elasticity_of_substitution=_GOODS)
def efficient_productivity(
    *, productivities: Sequence[Scalar], elasticity_of_substitution: Scalar
) -> Scalar:
    r"""Return output for one unit of the input when no firm pays a wedge.

    Parameters: as for :func:`allocative_efficiency`. Returns an index of the same shape. Raises
    ``ValueError`` out of range. Source: :cite:t:`hsieh2009`.

    >>> round(efficient_productivity(productivities=[3., 4.], elasticity_of_substitution=3.), 6)
    5.0
    """
    best = let("best", maximum(*productivities), r"A_{\max}")
    sizes = _sizes(productivities, elasticity_of_substitution)
    return best * total(sizes) ** (1 / (elasticity_of_substitution - 1))


@model(symbol=r"\ln E", unit="log points", elasticity_of_substitution=_GOODS)
def log_efficiency_with_dispersion(
    *, elasticity_of_substitution: Scalar, dispersion: Scalar
) -> Scalar:
    r"""Return the log of allocative efficiency when productivity and wedges are jointly lognormal.

    Parameters: scalars or arrays of one shape; ``elasticity_of_substitution`` from 1.5 to 8,
    ``dispersion`` the standard deviation of log revenue productivity. Returns log points, 0 or
    less. Raises ``ValueError`` out of range. Source: :cite:t:`hsieh2009`.

    >>> round(log_efficiency_with_dispersion(elasticity_of_substitution=3., dispersion=.2), 6)
    -0.06
    """
    return -elasticity_of_substitution / 2 * dispersion**2


@model(symbol="G", unit="fraction of output", elasticity_of_substitution=_GOODS)
def gain_from_equal_wedges(*, elasticity_of_substitution: Scalar, dispersion: Scalar) -> Scalar:
    r"""Return the fraction by which output rises when dispersion is removed.

    Parameters: as for :func:`log_efficiency_with_dispersion`. Returns a fraction of output. Raises
    ``ValueError`` out of range. Source: :cite:t:`hsieh2009`.

    >>> round(gain_from_equal_wedges(elasticity_of_substitution=3., dispersion=.3), 6)
    0.144537
    """
    return exp(elasticity_of_substitution / 2 * dispersion**2) - 1


@model(symbol=r"G_{\to 0}", unit="fraction of output")
def gain_to_reference_efficiency(*, gain: Scalar, reference_gain: Scalar) -> Scalar:
    r"""Return the gain from moving only to the efficiency of the country compared with.

    Parameters: scalars or arrays of one shape; each gain is what full equality would add to
    output, a fraction. Returns a fraction. Raises ``ValueError`` out of range. Source:
    :cite:t:`hsieh2009`.

    >>> round(gain_to_reference_efficiency(gain=.5, reference_gain=.2), 6)
    0.25
    """
    return (1 + gain) / (1 + reference_gain) - 1
