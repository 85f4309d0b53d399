"""Two firms with the same wedge, of which one is freed."""

from nqpf.models.allocation import allocative_efficiency


def efficiency(weaker, better):
    """Return output against the best with these wedges."""
    return allocative_efficiency(
        productivities=[1.0, 2.0], wedges=[weaker, better], elasticity_of_substitution=3.0
    )


def given():
    """Return the wedge that both bear, and what freeing the stronger firm costs."""
    return {"wedge": 0.5, "strong": 1 - efficiency(0.5, 0.0)}


def answer(wedge):
    """Return the change of output when the weaker firm is freed."""
    return efficiency(0.0, wedge) / efficiency(wedge, wedge) - 1


def wrong_gain(wedge):
    """Return the change with the sign of a gain."""
    return -answer(wedge)


def wrong_strong_one(wedge):
    """Return the change when the stronger firm is freed."""
    return efficiency(wedge, 0.0) / efficiency(wedge, wedge) - 1


def wrong_both_freed(wedge):
    """Return the change when both are freed."""
    return efficiency(0.0, 0.0) / efficiency(wedge, wedge) - 1


def wrong_half_the_wedge(wedge):
    """Return the mean wedge after the reform, as a loss."""
    return -wedge / 2
