r"""Openness: what trade is worth, and what it costs to lose it at once (chapter 14).

One formula gives both. If home and foreign goods replace one another well, as they may after years,
even the end of trade costs little; if badly, as in the first weeks, a rise of foreign prices costs
much. Much of "openness or security" is a question of how soon.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, model
from nqpf.models.elements.aggregation import elasticity_mean


@model(symbol=r"G_{\lambda}", unit="fraction", foreign_elasticity=(1.5, 12.0))
def gains_from_trade(*, home_expenditure: Scalar, foreign_elasticity: Scalar) -> Scalar:
    r"""Return the part of real income that would be lost if all trade ended.

    Parameters: scalars or arrays of one shape; ``home_expenditure`` a fraction from .5 to 1,
    ``foreign_elasticity`` from 1.5, one more than the trade elasticity. Returns a fraction. Raises
    ``ValueError`` out of range. Source: :cite:t:`arkolakis2012`, for one sector.

    >>> round(gains_from_trade(home_expenditure=.93, foreign_elasticity=6.), 6)
    0.014409
    """
    return 1 - home_expenditure ** (1 / (foreign_elasticity - 1))


@model(symbol=r"\Omega_F", unit="ratio")
def real_income_after_price_rise(
    *, home_expenditure: Scalar, foreign_elasticity: Scalar, foreign_price_multiple: Scalar
) -> Scalar:
    r"""Return real income after foreign goods become dearer, over real income before.

    Parameters: scalars or arrays of one shape; ``home_expenditure`` before the rise, a fraction
    from .5 to 1; ``foreign_elasticity`` from .1 to 12; ``foreign_price_multiple`` from 1 to 10.
    Returns a ratio of at most 1. Raises ``ValueError`` out of range. Source:
    :cite:t:`arkolakis2012`, for one sector.

    >>> round(real_income_after_price_rise(home_expenditure=.8, foreign_elasticity=2.,
    ...                                    foreign_price_multiple=2.), 6)
    0.9
    """
    prices = [1.0, foreign_price_multiple]
    shares = [home_expenditure, 1 - home_expenditure]
    price_level = elasticity_mean(
        prices, shares, 1 / foreign_elasticity, least=r"\tau_{\min}", exponent=r"\rho_F"
    )
    return 1 / price_level
