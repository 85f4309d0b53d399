r"""Two measures of industrial structure much used in China (chapter 11).

One is 0 if all sectors are equally productive and grows as they lie apart; the other is services
over industry. Neither says why a structure is as it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from nqpf.algebra import Scalar, let, log, model, total


@model(symbol="T_L", unit="index")
def rationalisation(
    *, sector_output: Sequence[Scalar], sector_employment: Sequence[Scalar]
) -> Scalar:
    r"""Return how far apart sectors' productivities lie: 0 where they are equal.

    It is Theil's measure, with output as weights; a lower number counts as more rational. Where
    everybody works in one sector of many it is large. Parameters: two lists of one length,
    positive, each divided by its sum. Returns a number of at least 0. Raises ``ValueError`` out of
    range or for lists of unequal length. Source: :cite:t:`gan2011`.

    >>> round(rationalisation(sector_output=[.068, .365, .567],
    ...                       sector_employment=[.228, .291, .481]), 6)
    0.093698
    """
    output = let("all_output", total(sector_output), r"y_{L,\Sigma}")
    people = let("all_people", total(sector_employment), r"\theta_{L,\Sigma}")
    pairs = zip(sector_output, sector_employment, strict=True)
    return total(made / output * log(made / output / (own / people)) for made, own in pairs)


@model(symbol="T_S", unit="ratio")
def advancement(*, services_output: Scalar, industry_output: Scalar) -> Scalar:
    r"""Return the output of services over that of industry.

    Parameters: scalars or arrays of one shape, positive, at current prices. Returns a ratio, which
    rises with services whether industry does well or badly. Raises ``ValueError`` out of range.
    Source: :cite:t:`gan2011`.

    >>> round(advancement(services_output=.567, industry_output=.365), 6)
    1.553425
    """
    return services_output / industry_output
