"""Three kinds of support, and what is best for all."""

from nqpf.models.allocation.subsidy_race import common_support_worth_most, gain_of_place

CASES = {"first": (0.2, 0.2), "second": (0.4, 0.1), "third": (0.9, 0.1)}


def race(drawn, learnt):
    """Return what each place gains in the race."""
    return gain_of_place(
        support=1.0, support_elsewhere=1.0, drawn_away=drawn, learnt_elsewhere=learnt
    )


def given():
    """Return the best support in each case, and what the race brings in two."""
    best = {
        name: common_support_worth_most(drawn_away=drawn, learnt_elsewhere=learnt)
        for name, (drawn, learnt) in CASES.items()
    }
    return best | {"second_race": race(*CASES["second"]), "third_race": race(*CASES["third"])}
