"""Weeks of closure that use up the gain of standing together."""

from nqpf.models.security.production_space import break_even_closure


def given():
    """Return the gain and the loss."""
    return {"gain": 0.12, "loss": 0.3}


def answer(gain, loss):
    """Return the weeks."""
    return 52 * break_even_closure(scale_gain=gain, closure_loss=loss)


def wrong_as_many_per_cent(gain):
    """Return the gain as a part of the year."""
    return 52 * gain


def wrong_without_the_gain(gain, loss):
    """Return the weeks if the loss were of the small plants' output."""
    return 52 * gain / loss


def wrong_of_all(gain, loss):
    """Return the weeks if one were subtracted from the other."""
    return 52 * (loss - gain)
