r"""A project of infrastructure: what was planned, what came of it, and what its money cost.

A plan has a margin: benefits over costs. Overruns and missing users eat it up (chapter 15). The
return on one more unit of public capital has to be set against what the money would have done:
private investment that it pushed aside, or saving that it drew in.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, model


@model(symbol=r"R_{PL}^{\prime}", unit="ratio")
def realised_ratio(
    *, planned_ratio: Scalar, cost_overrun: Scalar, benefit_shortfall: Scalar
) -> Scalar:
    r"""Return benefits over costs as they came out, given the ratio in the plan.

    Parameters: scalars or arrays of one shape; a ratio, and two fractions of what was planned, an
    overrun that may be negative and a shortfall below 1. Returns a ratio; below 1 the project cost
    more than it brought. Raises ``ValueError`` out of range. Source: the definition of the ratio,
    as :cite:t:`ansar2016` use it.

    >>> round(realised_ratio(planned_ratio=1.4, cost_overrun=.25, benefit_shortfall=.25), 4)
    0.84
    """
    return planned_ratio * (1 - benefit_shortfall) / (1 + cost_overrun)


@model(symbol=r"R_{PL}^{*}", unit="ratio")
def margin_needed(*, cost_overrun: Scalar, benefit_shortfall: Scalar) -> Scalar:
    r"""Return the ratio that a plan must have had for the project still to pay.

    Parameters: as for :func:`realised_ratio`. Returns a ratio. Raises ``ValueError`` out of range.
    Source: derived here, :func:`realised_ratio` set to 1.

    >>> round(margin_needed(cost_overrun=.2, benefit_shortfall=.4), 6)
    2.0
    """
    return (1 + cost_overrun) / (1 - benefit_shortfall)


@model(symbol="r_G", unit="fraction a year")
def return_on_infrastructure(
    *,
    public_elasticity: Scalar,
    public_capital: Scalar,
    public_use: Scalar,
    public_depreciation: Scalar,
) -> Scalar:
    r"""Return what one more unit of public capital brings a year, less what wears out.

    Output responds to capital in use with an elasticity; over the stock in years of output that is
    the marginal product. Parameters: scalars or arrays of one shape; a ratio, years of output and
    two fractions. Returns a fraction a year, which may be negative. Raises ``ValueError`` out of
    range. Source: the marginal product of :cite:t:`barro1990` with public capital as a stock; the
    part ``public_use`` of the new unit that is used is added here.

    >>> round(return_on_infrastructure(public_elasticity=.1, public_capital=.5, public_use=1.,
    ...                                public_depreciation=.05), 6)
    0.15
    """
    return public_use * public_elasticity / public_capital - public_depreciation


@model(symbol="r_F", unit="fraction a year")
def cost_of_funds(
    *, displaced_part: Scalar, private_return: Scalar, saving_return: Scalar
) -> Scalar:
    r"""Return what the money of a public project would have earned where it came from.

    Of each unit a part pushes private investment aside, and the rest comes from saving that would
    have been consumed. A negative part means that private investment is drawn in. Parameters:
    scalars or arrays of one shape, fractions a year but for the part. Returns a fraction a year.
    Raises ``ValueError`` out of range. Source: :cite:t:`harberger1972`.

    >>> round(cost_of_funds(displaced_part=.5, private_return=.1, saving_return=.04), 6)
    0.07
    """
    return displaced_part * private_return + (1 - displaced_part) * saving_return
