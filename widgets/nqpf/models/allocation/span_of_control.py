r"""Allocation under diminishing returns, and in a sample of many firms (chapter 5)."""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, exp, let, maximum, minimum, model, sqrt, total


@model(symbol=r"E_{\nu}", unit="fraction of efficient output")
def efficiency_with_span_of_control(
    *,
    productivities: Sequence[Scalar],
    wedges: Sequence[Scalar],
    span_of_control: Scalar,
) -> Scalar:
    r"""Return output as a fraction of the efficient, when each firm has diminishing returns.

    All firms make one good; a firm's output is its productivity times its input to the power of
    the span of control. Parameters: two lists of one length, of scalars or arrays of one shape,
    ``productivities`` as indices and ``wedges`` as fractions of the price; ``span_of_control``
    from 0.5 to 0.95. Returns a fraction above 0 and at most 1. Raises ``ValueError`` out of range
    or for lists of unequal length. Source: :cite:t:`restuccia2008`.

    >>> round(efficiency_with_span_of_control(productivities=[1., 1.], wedges=[0., .5],
    ...                                       span_of_control=.85), 6)
    0.938632
    """
    nu = span_of_control
    best = let("best_productivity", maximum(*productivities), r"A_{\max}")
    least = let("least_wedge", minimum(*wedges), r"\tau_{\min}")
    sizes = [let("size", (a / best) ** (1 / (1 - nu)), "z_i") for a in productivities]
    prices = [let("relative_price", (1 + wedge) / (1 + least), "r_i") for wedge in wedges]
    everything = let("sum_of_sizes", total(sizes), "Z")
    made = total(z * r ** (-nu / (1 - nu)) for z, r in zip(sizes, prices, strict=True))
    used = total(z * r ** (-1 / (1 - nu)) for z, r in zip(sizes, prices, strict=True))
    return made / everything / (used / everything) ** nu


@model(symbol="E", unit="fraction of efficient output", elasticity_of_substitution=(1.5, 8.0))
def efficiency_of_sampled_firms(
    *,
    productivity_draws: Sequence[Scalar],
    wedge_draws: Sequence[Scalar],
    dispersion_of_productivity: Scalar,
    dispersion: Scalar,
    correlation: Scalar,
    elasticity_of_substitution: Scalar,
) -> Scalar:
    r"""Return allocative efficiency of firms drawn at random, given their standardised draws.

    A firm's log wedge is ``dispersion`` times a mixture of its two draws, so that over many firms
    wedge and productivity have the given ``correlation``. Parameters: two lists of one length,
    draws in standard deviations; two standard deviations of logs; a correlation;
    ``elasticity_of_substitution`` between the firms' goods. Returns a fraction above 0 and at
    most 1. Raises ``ValueError`` out of range or for lists of unequal length. Source:
    :cite:t:`hsieh2009`, with one input.

    >>> efficiency_of_sampled_firms(
    ...     productivity_draws=[-1., 1.], wedge_draws=[1., -1.], dispersion_of_productivity=.5,
    ...     dispersion=0., correlation=0., elasticity_of_substitution=3.)
    1.0
    """
    sigma = elasticity_of_substitution
    apart = let("weight_of_wedge_draw", sqrt(1 - correlation**2), r"\bar{\varrho}")
    sizes, prices = [], []
    for z, e in zip(productivity_draws, wedge_draws, strict=True):
        sizes.append(let("size", exp((sigma - 1) * dispersion_of_productivity * z), "z_i"))
        prices.append(let("price", exp(dispersion * (correlation * z + apart * e)), "r_i"))
    everything = let("sum_of_sizes", total(sizes), "Z")
    sold = total(z * r ** (1 - sigma) for z, r in zip(sizes, prices, strict=True))
    used = total(z * r ** (-sigma) for z, r in zip(sizes, prices, strict=True))
    return (sold / everything) ** (sigma / (sigma - 1)) / (used / everything)
