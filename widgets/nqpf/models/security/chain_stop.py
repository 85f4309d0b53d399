r"""A supplier breaks: when the firms after it stop, and for how long (chapter 14).

Nothing is noticed as long as there is stock on the way. Then one firm after the other stops, and
the last of them stops although it has lost no supplier of its own.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, maximum, minimum, model


@model(symbol="d_{CS}", unit="days")
def days_without_supply(*, outage_days: Scalar, detour_days: Scalar) -> Scalar:
    r"""Return for how many days nothing comes: until the supplier or a second one delivers.

    Parameters: scalars or arrays of one shape, days. Returns days. Raises ``ValueError`` out of
    range. Source: derived here.

    >>> days_without_supply(outage_days=60., detour_days=45.)
    45.0
    """
    return minimum(outage_days, detour_days)


@model(symbol="n_{CS}", unit="days")
def days_stopped(*, outage_days: Scalar, detour_days: Scalar, stock_on_the_way: Scalar) -> Scalar:
    r"""Return for how many days a firm stands still after a supplier somewhere before it breaks.

    What is in stock between the break and the firm, its own stock counted, is used up first; once
    supply is back, goods need no time on the way. Parameters: scalars or arrays of one shape, days,
    stock in days of use. Returns days, 0 if the stock lasts. Raises ``ValueError`` out of range.
    Source: derived here; stocks as buffers in a chain, :cite:t:`hallegatte2008`.

    >>> days_stopped(outage_days=60., detour_days=120., stock_on_the_way=30.)
    30.0
    """
    nothing_comes = days_without_supply(outage_days=outage_days, detour_days=detour_days)
    return maximum(0.0, nothing_comes - stock_on_the_way)
