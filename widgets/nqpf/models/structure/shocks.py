r"""A shock to one sector: what its sales say of the whole, and what they hide (chapter 13).

To a first approximation output falls by the sector's sales share times its fall in productivity.
How good that is depends on how well other things can take the sector's place: with a fall of 30 per
cent in a sector of 4 per cent, output falls by 1.4 per cent or by 20.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, log, model
from nqpf.models.elements.aggregation import elasticity_mean


@model(symbol=r"\Delta_1 \ln Y", unit="log points")
def first_order_loss(*, sales_share: Scalar, productivity_fall: Scalar) -> Scalar:
    r"""Return the change of output that the sales share alone says: Hulten's theorem.

    Parameters: scalars or arrays of one shape, fractions. Returns log points, negative for a fall;
    no elasticity enters. Raises ``ValueError`` out of range. Source: :cite:t:`hulten1978`.

    >>> round(first_order_loss(sales_share=.04, productivity_fall=.1), 6)
    -0.004214
    """
    return sales_share * log(1 - productivity_fall)


@model(symbol=r"\Delta_2 \ln Y", unit="log points")
def second_order_loss(
    *, sales_share: Scalar, productivity_fall: Scalar, sector_elasticity: Scalar
) -> Scalar:
    r"""Return the change of output to the second order: the share moves with the shock.

    Parameters: scalars or arrays of one shape; two fractions, and ``sector_elasticity``
    between the sector's product and everything else, from 0.02 to 5. Returns log points. Raises
    ``ValueError`` out of range. Source: :cite:t:`baqaee2019`, for two inputs.

    >>> round(second_order_loss(sales_share=.5, productivity_fall=.1,
    ...                         sector_elasticity=1.), 6)
    -0.05268
    """
    change = let("log_change", log(1 - productivity_fall), r"\Delta \ln A")
    bend = sales_share * (1 - sales_share) * (1 - 1 / sector_elasticity)
    return sales_share * change + bend * change**2 / 2


@model(symbol=r"\Delta Y / Y", unit="fraction")
def exact_loss(
    *, sales_share: Scalar, productivity_fall: Scalar, sector_elasticity: Scalar
) -> Scalar:
    r"""Return the change of output with a constant elasticity and inputs that cannot move.

    Parameters: as for :func:`second_order_loss`. Returns a fraction, negative for a fall, never
    beyond the fall of the sector itself. Raises ``ValueError`` out of range. Source:
    :cite:t:`baqaee2019`, for two inputs.

    >>> round(exact_loss(sales_share=.5, productivity_fall=.36, sector_elasticity=1.), 6)
    -0.2
    """
    left = [1 - productivity_fall, 1.0]
    shares = [sales_share, 1 - sales_share]
    return elasticity_mean(left, shares, sector_elasticity, least=r"x_{\min}") - 1
