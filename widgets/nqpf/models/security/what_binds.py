r"""What binds first: output that needs several things at once (chapter 14).

Where nothing replaces anything, output can grow until the scarcest of its requirements binds. To
need less of that one puts the day off only until the next one binds.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, exp, log, maximum, minimum, model, where

HORIZON = 100.0
"""Years after which nothing is said: what has not bound by then counts as this far off."""

BAND = 1e-9
"""Growth of need below this counts as none: the horizon comes long before the bound."""


@model(symbol="Y_B", unit="ratio to today")
def output_possible(
    *, requirement_supply: Sequence[Scalar], requirement_saving: Sequence[Scalar], year: Scalar
) -> Scalar:
    r"""Return the most that can be made in a year, over today's output: the scarcest decides.

    Parameters: two lists of one length, ratios of at least 1 and fractions a year; ``year`` from 0
    to 60. Returns a ratio. Raises ``ValueError`` out of range or for lists of unequal length.
    Source: derived here, the least of what the requirements allow.

    >>> output_possible(requirement_supply=[1.5, 2.], requirement_saving=[0., 0.], year=10.)
    1.5
    """
    pairs = zip(requirement_supply, requirement_saving, strict=True)
    return minimum(*(there * exp(saving * year) for there, saving in pairs))


@model(symbol="T_{B,i}", unit="years")
def years_until_bound(
    *,
    requirement_supply: Sequence[Scalar],
    requirement_saving: Sequence[Scalar],
    wanted_growth: Scalar,
) -> tuple[Scalar, ...]:
    r"""Return after how many years each requirement would bind, if no other did before.

    Parameters: two lists of one length, ratios of at least 1 and fractions a year;
    ``wanted_growth`` a fraction a year. Returns years, one a requirement, 100 for what does not
    bind by then. Raises ``ValueError`` out of range or for lists of unequal length. Source: derived
    here from :func:`output_possible`.

    >>> years = years_until_bound(requirement_supply=[2., 2.], requirement_saving=[0., .02],
    ...                           wanted_growth=.04)
    >>> [round(one, 4) for one in years]
    [17.3287, 34.6574]
    """

    def until(there: Scalar, saving: Scalar) -> Scalar:
        gap = wanted_growth - saving
        return where(
            gap > BAND,
            lambda: minimum(HORIZON, log(there) / maximum(BAND, gap)),
            lambda: HORIZON,
        )

    pairs = zip(requirement_supply, requirement_saving, strict=True)
    return tuple(until(there, saving) for there, saving in pairs)
