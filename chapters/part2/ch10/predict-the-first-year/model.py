"""The first horizon at which a project that pays late is accepted."""

from nqpf.models.innovation.patience import value_within_horizon

CASE = {
    "discount_rate": 0.08,
    "first_return": 6.0,
    "years_of_return": 10.0,
    "yearly_return": 0.4,
}


def given():
    """Return the case, the value at three horizons and the first that accepts."""
    worth = {years: value_within_horizon(**CASE, horizon=float(years)) for years in range(1, 21)}
    return {
        "first_return": CASE["first_return"],
        "rate": CASE["discount_rate"],
        "yearly": CASE["yearly_return"] * 100,
        "last": CASE["first_return"] + CASE["years_of_return"] - 1,
        "first": float(min(years for years, value in worth.items() if value > 0)),
        "at_six": 100 * worth[6],
        "at_eight": 100 * worth[8],
        "at_all": 100 * worth[20],
    }
