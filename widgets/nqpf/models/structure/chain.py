r"""Seeing the whole chain: orders swing more the farther they are from the buyer (chapter 5).

Each stage forecasts by a moving average and orders up to a target. If each sees only the orders
of the next stage, the swings multiply; if all see final demand, only the lead times add up.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, model, product, total


@model(symbol=r"\mathcal{V}_{1}", unit="ratio of variances")
def order_variance_without_sharing(
    *, lead_times: Sequence[Scalar], averaging_window: Scalar
) -> Scalar:
    r"""Return the variance of the last stage's orders over that of final demand, least case.

    Each stage sees only the orders that reach it. Parameters: ``lead_times``, one a stage, up to 10
    periods; ``averaging_window`` from 1 to 30 periods. Returns a ratio of at least 1, a lower
    bound when stages are many, exact for one stage and demand without correlation over time.
    Raises ``ValueError`` out of range. Source: :cite:t:`chen2000`.

    >>> round(order_variance_without_sharing(lead_times=[2., 2.], averaging_window=10.), 6)
    2.1904
    """
    return product(
        1 + 2 * lead / averaging_window + 2 * (lead / averaging_window) ** 2 for lead in lead_times
    )


@model(symbol=r"\mathcal{V}_{0}", unit="ratio of variances")
def order_variance_with_sharing(
    *, lead_times: Sequence[Scalar], averaging_window: Scalar
) -> Scalar:
    r"""Return the variance of the last stage's orders over that of demand, if all see demand.

    Parameters: as for :func:`order_variance_without_sharing`. Returns a ratio of at least 1:
    sharing shrinks the swing and does not end it. Raises ``ValueError`` out of range. Source:
    :cite:t:`chen2000`.

    >>> round(order_variance_with_sharing(lead_times=[2., 2.], averaging_window=10.), 6)
    2.12
    """
    periods = let("lead_in_windows", total(lead_times) / averaging_window, r"\Lambda")
    return 1 + 2 * periods + 2 * periods**2
