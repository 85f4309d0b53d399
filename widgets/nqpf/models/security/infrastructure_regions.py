r"""Infrastructure between regions: the split that yields most, and one that counts equality too.

Two regions share a budget. Output is highest where the last unit yields the same in both: under
one elasticity, where infrastructure stands in proportion to output. A goal of equality moves it
inland: at first almost free, for at the best split a small move costs nothing (chapter 15).
"""

from __future__ import annotations

from typing import NamedTuple

from nqpf.algebra import Scalar, let, minimum, model, power


class RegionalOutput(NamedTuple):
    """Output of the coast and of the inland, over all output with equal halves."""

    coast: Scalar
    inland: Scalar


@model(symbol=("Y_C", "Y_I"), unit="ratio")
def output_of_regions(
    *, inland_part: Scalar, public_elasticity: Scalar, coast_strength: Scalar
) -> RegionalOutput:
    r"""Return what each region makes with its part of the infrastructure.

    Parameters: scalars or arrays of one shape, fractions; ``inland_part`` from 0.01 to 0.99.
    Returns two ratios that add up to 1 if both regions have one half. Raises ``ValueError`` out of
    range. Source: derived here, for two regions with the service of infrastructure in
    :cite:t:`barro1990`.

    >>> made = output_of_regions(inland_part=.5, public_elasticity=.2, coast_strength=.65)
    >>> [round(one, 6) for one in made]
    [0.65, 0.35]
    """
    coast = coast_strength * power(2 * (1 - inland_part), public_elasticity)
    inland = (1 - coast_strength) * power(2 * inland_part, public_elasticity)
    return RegionalOutput(coast, inland)


@model(symbol="G_R", unit="index")
def gini_of_regions(
    *,
    inland_part: Scalar,
    public_elasticity: Scalar,
    coast_strength: Scalar,
    coast_people: Scalar,
) -> Scalar:
    r"""Return the Gini index of income if all in a region had the same and output were income.

    For two groups it is how far the part of income is from the part of people. Parameters: as for
    :func:`output_of_regions`, with ``coast_people`` from 0.3 to 0.5. Returns a number from 0 to 1.
    Raises ``ValueError`` out of range. Source: derived here from the two groups' Lorenz curve.

    >>> round(gini_of_regions(inland_part=.5, public_elasticity=.2, coast_strength=.65,
    ...                       coast_people=.45), 6)
    0.2
    """
    made = output_of_regions(
        inland_part=inland_part, public_elasticity=public_elasticity, coast_strength=coast_strength
    )
    return abs(made.coast / (made.coast + made.inland) - coast_people)


@model(symbol="x_I^{*}", unit="fraction")
def best_inland_part(
    *,
    public_elasticity: Scalar,
    coast_strength: Scalar,
    coast_people: Scalar,
    equality_weight: Scalar,
) -> Scalar:
    r"""Return the inland part of infrastructure that is best when equality counts too.

    What is made largest is output times 1 less ``equality_weight`` times the Gini index. While the
    coast is the richer, that gives a unit of its output the weight 1 - w (1 - n) and one of inland
    output 1 + w n; the move inland ends where both are equally rich. Parameters: as for
    :func:`gini_of_regions`, with ``equality_weight`` from 0 (output alone) to 1. Returns a
    fraction. Raises ``ValueError`` out of range. Source: derived here; the goal is that of
    :cite:t:`sen1997`.

    >>> round(best_inland_part(public_elasticity=.2, coast_strength=.5, coast_people=.5,
    ...                        equality_weight=0.), 6)
    0.5
    """
    weighed = let(
        "weighed",
        (1 + equality_weight * coast_people)
        * (1 - coast_strength)
        / ((1 - equality_weight * (1 - coast_people)) * coast_strength),
        r"\beta_I",
    )
    level = coast_strength * (1 - coast_people) / ((1 - coast_strength) * coast_people)
    marginal = power(weighed, 1 / (1 - public_elasticity))
    ratio = let("inland_to_coast", minimum(marginal, power(level, 1 / public_elasticity)), r"\xi_I")
    return ratio / (1 + ratio)
