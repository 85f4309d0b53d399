"""The flow of data that halves the error at which a forecast settles."""

from nqpf.models.data.data_precision import (
    data_points_for_precision,
    steady_state_error,
    steady_state_precision,
)


def given():
    """Return the world, the present flow of data and the error it leads to."""
    world = {"persistence": 0.95, "drift_variance": 1.0}
    return world | {
        "points_now": 1.0,
        "error_now": steady_state_error(data_points=1.0, **world),
    }


def answer(persistence, drift_variance, points_now):
    """Return the flow that keeps up twice the present precision."""
    world = {"persistence": persistence, "drift_variance": drift_variance}
    now = steady_state_precision(data_points=points_now, **world)
    return data_points_for_precision(precision=2 * now, **world)


def wrong_twice(points_now):
    """Return twice the present flow."""
    return 2 * points_now


def wrong_difference(persistence, drift_variance, points_now):
    """Return what has to be added to the present flow."""
    return answer(persistence, drift_variance, points_now) - points_now


def wrong_still_world(drift_variance, points_now):
    """Return the flow if the whole state lived on."""
    return answer(1.0, drift_variance, points_now)
