r"""Points and cars: each calls forth the other, and the loop adds to what the first push does.

More charging points make more people buy electric cars; more cars make more points pay. If one per
cent more of each brings less than one per cent of the other, the loop ends (chapter 15).
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, model


@model(symbol="M_{EC}", unit="ratio")
def loop_multiplier(*, car_response: Scalar, point_response: Scalar) -> Scalar:
    r"""Return how much a first push on one side grows to once the loop has run.

    Parameters: scalars or arrays of one shape, elasticities whose product is below 1 (0 to 0.95
    each). Returns a ratio of at least 1. Raises ``ValueError`` out of range. Source: derived here
    as a sum of rounds, for the feedback that :cite:t:`li2017` estimate.

    >>> round(loop_multiplier(car_response=.5, point_response=.8), 6)
    1.666667
    """
    round_trip = let("round_trip", car_response * point_response, r"\xi_{EC}")
    return 1 / (1 - round_trip)


@model(symbol=r"\lambda_{EC}", unit="fraction")
def part_from_loop(*, car_response: Scalar, point_response: Scalar) -> Scalar:
    r"""Return which part of the whole rise came from the loop and not from the first push.

    Parameters: as for :func:`loop_multiplier`. Returns a fraction: the product of both responses.
    Raises ``ValueError`` out of range. Source: derived here from :func:`loop_multiplier`.

    >>> round(part_from_loop(car_response=.5, point_response=.8), 6)
    0.4
    """
    whole = loop_multiplier(car_response=car_response, point_response=point_response)
    return (whole - 1) / whole
