"""Where the error of a forecast settles, and where ten times the data take it."""

from nqpf.models.data.data_precision import steady_state_error

FLOOR = 0.5


def settled(points):
    """Return the error at which a flow of data settles, chance included."""
    return FLOOR + steady_state_error(data_points=points, persistence=0.95, drift_variance=1.0)


def given():
    """Return the error now, with ten times the data, and what that takes away."""
    now, more = settled(1.0), settled(10.0)
    return {
        "now": now,
        "more": more,
        "tenth": now / 10,
        "floor": FLOOR,
        "caught": (now - more) / (now - FLOOR),
    }
