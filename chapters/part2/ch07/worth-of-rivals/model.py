"""How much of an outlay must last for rivalry at home to pay."""

from nqpf.models.innovation.contest import contenders_effort, contenders_share


def given():
    """Return the strength of the contenders and their number."""
    return {"near": 0.5, "number": 4.0}


def more(function, near, number):
    """Return how much more several contenders win or spend than one."""
    one, several = (function(contenders=n, proximity=near) for n in (1.0, number))
    return several - one


def answer(near, number):
    """Return the part of the outlay that has to last."""
    return 1 - more(contenders_share, near, number) / more(contenders_effort, near, number)


def wrong_all_of_it():
    """Return the whole outlay."""
    return 1.0


def wrong_share_over_outlay(near, number):
    """Return what is spent over what is won."""
    case = {"contenders": number, "proximity": near}
    return contenders_effort(**case) / contenders_share(**case)


def wrong_lost_part(near, number):
    """Return the part that may be lost."""
    return 1 - answer(near, number)
