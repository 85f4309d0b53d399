r"""Layers over an industry: each works as far as the one beneath it is there (chapter 15).

Informatisation, digitalisation, networking, intelligence and greening are laid over an industry one
on another. If a layer needs the one beneath it, a first layer that reaches few firms holds back all
that is built on it, at full cost. And an industry that makes more emits more, unless what is saved
for each unit outweighs what is added.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, model, product


@model(symbol="w_{LA,k}", unit="fraction")
def effect_of_layers(*, layer_reach: Sequence[Scalar], layer_need: Scalar) -> tuple[Scalar, ...]:
    r"""Return which part of its full effect each layer has, given the one beneath it.

    The lowest layer works as far as it reaches. Each further one works as far as it reaches, too,
    but for the part that needs the layer beneath: that part works as far as that layer does.
    Parameters: ``layer_reach``, a list of fractions from the lowest layer on, and a fraction.
    Returns a fraction for each layer. Raises ``ValueError`` out of range. Source: derived here;
    that layers are laid one on another is how :cite:t:`huang2024` describes it.

    >>> effect_of_layers(layer_reach=[.5, 1., 1.], layer_need=1.)
    (0.5, 0.5, 0.5)
    """
    effects = [layer_reach[0]]
    for place, reach in enumerate(layer_reach[1:], 2):
        works = reach * (1 - layer_need + layer_need * effects[-1])
        effects.append(let(f"effect_{place}", works))
    return tuple(effects)


@model(symbol="Y_{LA}", unit="ratio")
def output_with_layers(*, layer_effect: Sequence[Scalar], layer_gains: Sequence[Scalar]) -> Scalar:
    r"""Return output of an industry with its layers, over output without any.

    Gains multiply. Parameters: two lists of one length, fractions: effects from
    :func:`effect_of_layers`, and what each adds at its full effect. Returns a ratio of at least 1;
    what the layers cost is not counted. Raises ``ValueError`` out of range or for lists of unequal
    length. Source: derived here.

    >>> round(output_with_layers(layer_effect=[1., .5], layer_gains=[.1, .2]), 6)
    1.21
    """
    return product(
        1 + gain * effect for gain, effect in zip(layer_gains, layer_effect, strict=True)
    )


@model(symbol="E_{LA}", unit="ratio")
def emissions_with_layers(
    *,
    layer_effect: Sequence[Scalar],
    layer_gains: Sequence[Scalar],
    layer_cuts: Sequence[Scalar],
) -> Scalar:
    r"""Return emissions of an industry with its layers, over emissions without any.

    They grow with output and shrink with what each layer saves for a unit of it. Parameters: three
    lists of one length, fractions, as for :func:`output_with_layers`. Returns a ratio. Raises
    ``ValueError`` out of range or for lists of unequal length. Source: derived here, output times
    emissions for a unit of it.

    >>> round(emissions_with_layers(layer_effect=[1., 1.], layer_gains=[.25, 0.],
    ...                             layer_cuts=[0., .2]), 6)
    1.0
    """
    made = output_with_layers(layer_effect=layer_effect, layer_gains=layer_gains)
    left = product(1 - cut * effect for cut, effect in zip(layer_cuts, layer_effect, strict=True))
    return made * left


@model(symbol="z_{LA}^{*}", unit="fraction")
def saving_that_keeps_emissions(*, layered_output: Scalar) -> Scalar:
    r"""Return what must be saved for each unit of output if more output is to emit no more.

    Parameters: ``layered_output``, output over what it was, at least 1. Returns a fraction. Raises
    ``ValueError`` out of range. Source: derived here, :func:`emissions_with_layers` set to 1.

    >>> saving_that_keeps_emissions(layered_output=2.)
    0.5
    """
    return 1 - 1 / layered_output
