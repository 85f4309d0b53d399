"""What others must gain before an owner who counts it begins what a private one refuses."""

from nqpf.models.innovation.owners import value_to_owner

PLAIN = {"gain_of_others": 0.0, "covered_part": 0.0}


def given():
    """Return the project and the two owners."""
    return {
        "discount_rate": 0.08,
        "first_return": 3.0,
        "years_of_return": 12.0,
        "yearly_return": 0.13,
        "short": 8.0,
        "far": 20.0,
    }


def earned(horizon, discount_rate, first_return, years_of_return, yearly_return):
    """Return what the project earns within a horizon, over what is invested."""
    return 1 + value_to_owner(
        horizon=horizon,
        objective_weight=0.0,
        discount_rate=discount_rate,
        first_return=first_return,
        years_of_return=years_of_return,
        yearly_return=yearly_return,
        **PLAIN,
    )


def answer(far, discount_rate, first_return, years_of_return, yearly_return):
    """Return the gain of others at which the far-sighted owner just begins."""
    return 1 / earned(far, discount_rate, first_return, years_of_return, yearly_return) - 1


def wrong_of_the_short_view(short, discount_rate, first_return, years_of_return, yearly_return):
    """Return the gain at which an owner with the short horizon would begin."""
    return 1 / earned(short, discount_rate, first_return, years_of_return, yearly_return) - 1


def wrong_of_the_outlay(far, discount_rate, first_return, years_of_return, yearly_return):
    """Return what is missing, over what is invested."""
    return 1 - earned(far, discount_rate, first_return, years_of_return, yearly_return)


def wrong_not_discounted(years_of_return, yearly_return):
    """Return one over the returns as they are added up, less one."""
    return 1 / (years_of_return * yearly_return)
