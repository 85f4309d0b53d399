"""Fitted parabolas, drawn, some of them humps."""


def arguments(draw):
    """Return slope and bend with their errors and covariance, and two ends."""
    slope_error, bend_error = draw.step(0.5, 4.0, 0.5), draw.step(0.5, 8.0, 0.5)
    link = draw.pick([-0.5, 0.0, 0.5])
    return (
        draw.step(-8.0, 8.0, 1.0),
        slope_error,
        draw.step(-60.0, 10.0, 5.0),
        bend_error,
        link * slope_error * bend_error,
        -draw.step(0.1, 0.6, 0.1),
        draw.step(0.1, 0.6, 0.1),
    )
