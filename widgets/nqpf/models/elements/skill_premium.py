r"""Better equipment and the pay of skill: capital and skill as complements (chapter 3)."""

from __future__ import annotations

from collections.abc import Mapping

from nqpf.algebra import Scalar, let, model
from nqpf.models.elements.aggregation import elasticity_mean, elasticity_shares

WEIGHTS = {"equipment_weight": 0.6, "unskilled_weight": 0.4}
ELASTICITIES = {"elasticity_with_skilled": 0.7, "elasticity_with_unskilled": 1.5}
"""The chapter's teaching calibration: round numbers, and no estimate for a country."""

_LEAST = r"m_S"


@model(symbol=r"\frac{w_S}{w_U}", unit="ratio")
def skill_premium(
    *,
    equipment: Scalar,
    skilled_labour: Scalar,
    unskilled_labour: Scalar,
    equipment_weight: Scalar,
    unskilled_weight: Scalar,
    elasticity_with_skilled: Scalar,
    elasticity_with_unskilled: Scalar,
) -> Scalar:
    r"""Return the wage of skilled labour relative to that of unskilled labour.

    Equipment and skilled labour form one aggregate, which substitutes with unskilled labour;
    each kind of labour is paid its marginal product. Parameters: scalars or arrays of one shape;
    ``equipment``, ``skilled_labour`` and ``unskilled_labour`` as indices, two weights as fractions
    and two elasticities as ratios. Returns a ratio of the same shape. Raises ``ValueError`` out of
    range. Source: :cite:t:`krusell2000`, with exponents written as elasticities.

    >>> skill_premium(equipment=1., skilled_labour=1., unskilled_labour=1., equipment_weight=.5,
    ...               unskilled_weight=.25, elasticity_with_skilled=.5,
    ...               elasticity_with_unskilled=2.)
    1.5
    """
    nest = elasticity_mean(
        [equipment, skilled_labour],
        [equipment_weight, 1 - equipment_weight],
        elasticity_with_skilled,
        least=_LEAST,
        exponent=r"\rho_S",
    )
    nest = let("equipped_skill", nest, "X_S")
    weight = (1 - unskilled_weight) * (1 - equipment_weight) / unskilled_weight
    return (
        weight
        * nest ** (1 / elasticity_with_skilled - 1 / elasticity_with_unskilled)
        * skilled_labour ** (-1 / elasticity_with_skilled)
        * unskilled_labour ** (1 / elasticity_with_unskilled)
    )


@model(symbol=r"\epsilon_E", unit="percent for one percent")
def equipment_elasticity_of_skill_premium(
    *,
    equipment: Scalar,
    skilled_labour: Scalar,
    equipment_weight: Scalar,
    elasticity_with_skilled: Scalar,
    elasticity_with_unskilled: Scalar,
) -> Scalar:
    r"""Return the percentage by which one percent more equipment raises the skill premium.

    Positive if equipment replaces unskilled labour more easily than skilled labour, negative in
    the opposite case. Parameters: as for :func:`skill_premium`. Returns a ratio of the same
    shape. Raises ``ValueError`` out of range. Source: :cite:t:`krusell2000`.

    >>> equipment_elasticity_of_skill_premium(
    ...     equipment=1., skilled_labour=1., equipment_weight=.5, elasticity_with_skilled=.5,
    ...     elasticity_with_unskilled=2.)
    0.75
    """
    share, _ = elasticity_shares(
        [equipment, skilled_labour],
        [equipment_weight, 1 - equipment_weight],
        elasticity_with_skilled,
        least=_LEAST,
        exponent=r"\rho_S",
    )
    return (1 / elasticity_with_skilled - 1 / elasticity_with_unskilled) * share


def premium_over_before(
    *,
    equipment: Scalar,
    skilled_labour: Scalar,
    elasticities: Mapping[str, Scalar] = ELASTICITIES,
) -> Scalar:
    """Return the skill premium as a multiple of what it was with 1 of everything.

    At the chapter's weights. Parameters: two indices (before = 1), and the two elasticities of
    :func:`skill_premium` by name. Returns a ratio. Raises ``ValueError`` out of range. Source: a
    ratio of two values of :func:`skill_premium`.

    >>> premium_over_before(equipment=1.0, skilled_labour=1.0)
    1.0
    """
    now, before = (
        skill_premium(
            equipment=machines,
            skilled_labour=people,
            unskilled_labour=1.0,
            **WEIGHTS,
            **elasticities,
        )
        for machines, people in ((equipment, skilled_labour), (1.0, 1.0))
    )
    return now / before
