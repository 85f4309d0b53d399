"""The best part to make at home at half as much again as a fair price."""

from nqpf.models.security import best_home_share


def given():
    """Return the crisis and the cost of making all at home."""
    return {"chance": 0.1, "loss": 0.4, "cost": 0.06, "fair": 0.1 * 0.4}


def answer(chance, loss, cost):
    """Return the best part to make at home."""
    return best_home_share(crisis_chance=chance, crisis_loss=loss, home_cost=cost)


def wrong_everything():
    """Return everything."""
    return 1.0


def wrong_in_proportion(cost, fair):
    """Return the fair price over the price."""
    return fair / cost


def wrong_risk_ignored():
    """Return nothing."""
    return 0.0
