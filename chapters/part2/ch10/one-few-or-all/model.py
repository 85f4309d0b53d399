"""One national team, the best number of teams, and as many as start by themselves."""

from nqpf.models.innovation.race import racers_that_start, value_of_race

PRIZE, RUNNING = 100.0, 1.0


def given(draw):
    """Return a race."""
    return {
        "chance": draw.step(0.06, 0.16, 0.01),
        "start": draw.step(3.0, 9.0, 0.5),
        "rate": draw.step(0.06, 0.16, 0.01),
    }


def race(chance, start, rate):
    """Return the arguments of the models of a race."""
    return {
        "success_rate": chance,
        "discount_rate": rate,
        "first_prize": PRIZE,
        "running_cost": RUNNING,
        "starting_cost": start,
    }


def worth(teams, chance, start, rate):
    """Return what a race of so many teams is worth to all."""
    return value_of_race(racers=float(teams), **race(chance, start, rate))


def best(chance, start, rate):
    """Return the whole number of teams with which the race is worth most."""
    return max(range(1, 21), key=lambda teams: worth(teams, chance, start, rate))


def answer(chance, start, rate):
    """Return how much more the best number of teams is worth than one."""
    return worth(best(chance, start, rate), chance, start, rate) - worth(1, chance, start, rate)


def wrong_worth_of_best(chance, start, rate):
    """Return what the best number is worth."""
    return worth(best(chance, start, rate), chance, start, rate)


def wrong_less_than_one(chance, start, rate):
    """Return what the open market leaves, less what one team leaves."""
    return -worth(1, chance, start, rate)


def reject(chance, start, rate):
    """Return whether one team is nearly the best, or the market stays small."""
    most = best(chance, start, rate)
    return (
        most < 3
        or answer(chance, start, rate) < 2
        or racers_that_start(**race(chance, start, rate)) < most + 3
    )
