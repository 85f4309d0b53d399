"""The multiple of the loss at which copying does not pay, drawn."""


def given(draw):
    """Return what is saved, what is lost, and the chance of paying."""
    return {
        "saved": draw.pick([60.0, 80.0, 90.0, 120.0]),
        "loss": draw.pick([50.0, 75.0, 100.0]),
        "chance": draw.pick([0.2, 0.25, 0.4, 0.5]),
    }


def answer(saved, loss, chance):
    """Return the multiple."""
    return saved / (chance * loss)


def wrong_certain(saved, loss):
    """Return the multiple if every copier were caught."""
    return saved / loss


def wrong_of_saved(chance):
    """Return one over the chance."""
    return 1 / chance


def reject(saved, loss, chance):
    """Return whether two of the numbers cannot be told apart."""
    numbers = [answer(saved, loss, chance), wrong_certain(saved, loss), wrong_of_saved(chance)]
    return min(abs(a - b) for i, a in enumerate(numbers) for b in numbers[:i]) < 0.2
