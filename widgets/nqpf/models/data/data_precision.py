r"""Data as prediction: each datum sharpens a forecast that the world keeps blurring (chapter 4).

Precision is one over the variance of the forecast error. The error cannot fall below zero, so
what ever more data can add is bounded.
"""

from __future__ import annotations

from nqpf.algebra import Scalar, let, model, sqrt


@model(symbol=r"\Omega^{\prime}", unit="one over variance")
def precision_next(
    *, precision: Scalar, data_points: Scalar, persistence: Scalar, drift_variance: Scalar
) -> Scalar:
    r"""Return the precision of the forecast one period on, after new data.

    Parameters: scalars or arrays of one shape; ``precision`` and ``drift_variance`` positive,
    ``data_points`` from 0.1 to 100 a period, ``persistence`` from 0.5 to 1. Returns a positive
    precision. Raises ``ValueError`` out of range. Source: :cite:t:`farboodi2026`.

    >>> precision_next(precision=1., data_points=2., persistence=1., drift_variance=1.)
    2.5
    """
    return 1 / (persistence**2 / precision + drift_variance) + data_points


@model(symbol=r"\Omega^{*}", unit="one over variance")
def steady_state_precision(
    *, data_points: Scalar, persistence: Scalar, drift_variance: Scalar
) -> Scalar:
    r"""Return the precision that repeats itself when the flow of data stays the same.

    Parameters: as for :func:`precision_next`. Returns a positive precision. Raises ``ValueError``
    out of range. Source: :cite:t:`farboodi2026`, solved for the fixed point.

    >>> round(steady_state_precision(data_points=1., persistence=.95, drift_variance=1.), 6)
    1.645849
    """
    linear = let("linear", 1 - persistence**2 + data_points * drift_variance, "b_V")
    root = sqrt(linear**2 + 4 * drift_variance * data_points * persistence**2)
    return (linear + root) / (2 * drift_variance)


@model(symbol=r"\varepsilon^{*}", unit="variance")
def steady_state_error(
    *, data_points: Scalar, persistence: Scalar, drift_variance: Scalar
) -> Scalar:
    r"""Return the variance of the forecast error that remains with a steady flow of data.

    Parameters: as for :func:`precision_next`. Returns a positive variance. Raises ``ValueError``
    out of range. Source: :cite:t:`farboodi2026`.

    >>> round(steady_state_error(data_points=1., persistence=.95, drift_variance=1.), 6)
    0.607589
    """
    precision = steady_state_precision(
        data_points=data_points, persistence=persistence, drift_variance=drift_variance
    )
    return 1 / let("steady_precision", precision, r"\Omega^{*}")


@model(symbol="n_D^{*}", unit="points")
def data_points_for_precision(
    *, precision: Scalar, persistence: Scalar, drift_variance: Scalar
) -> Scalar:
    r"""Return the flow of data that keeps up a given precision.

    Parameters: as for :func:`precision_next`. Returns data points a period; below 0 if the
    precision would rise without any. Raises ``ValueError`` out of range. Source:
    :cite:t:`farboodi2026`, solved for the flow.

    >>> data_points_for_precision(precision=1., persistence=1., drift_variance=1.)
    0.5
    """
    return precision - 1 / (persistence**2 / precision + drift_variance)


@model(symbol="q_D", unit="index")
def quality_with_precision(
    *, best_quality: Scalar, precision: Scalar, noise_variance: Scalar
) -> Scalar:
    r"""Return the quality of decisions: the best there is less the errors of the forecast.

    Parameters: scalars or arrays of one shape, none negative. Returns an index, which no flow of
    data lifts above ``best_quality`` less ``noise_variance``. Raises ``ValueError`` out of range.
    Source: :cite:t:`farboodi2026`.

    >>> quality_with_precision(best_quality=2., precision=4., noise_variance=.25)
    1.5
    """
    return best_quality - 1 / precision - noise_variance


@model(symbol=r"\Omega_t", unit="one over variance")
def precision_path(
    *,
    precision: Scalar,
    data_points: Scalar,
    persistence: Scalar,
    drift_variance: Scalar,
    periods: int,
) -> tuple[Scalar, ...]:
    r"""Return the precision in each period, from the given one in period 0 on.

    Parameters: as for :func:`precision_next`, with ``periods`` a whole number up to 60. Returns
    one precision a period, ``periods`` + 1 in all. Raises ``ValueError`` out of range. Source:
    :cite:t:`farboodi2026`.

    >>> precision_path(precision=1., data_points=2., persistence=1., drift_variance=1., periods=1)
    (1.0, 2.5)
    """
    path = [precision]
    for period in range(1, periods + 1):
        blurred = persistence**2 / path[-1] + drift_variance
        path.append(let(f"precision_{period}", 1 / blurred + data_points))
    return tuple(path)
