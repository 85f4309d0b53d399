"""The reliability of signals at which picking one route is worth as much as trying all."""

from nqpf.models.innovation.selection import mean_of_best, reliability_that_decides

WORTH = {"mean_worth": 100.0, "worth_spread": 50.0}


def given():
    """Return the routes and what trying them costs."""
    return {
        "routes": 5.0,
        "best": mean_of_best(5),
        "route_cost": 4.0,
        "drop_cost": 2.0,
        "spread": WORTH["worth_spread"],
        "mean": WORTH["mean_worth"],
    }


def trials(routes, best, route_cost, drop_cost):
    """Return the arguments of a market that tries all and sees results without noise."""
    return {
        **WORTH,
        "result_reliability": 1.0,
        "best_tried": best,
        "routes": routes,
        "route_cost": route_cost,
        "drop_cost": drop_cost,
        "split_loss": 0.0,
    }


def answer(routes, best, route_cost, drop_cost):
    """Return the reliability from which picking is worth more."""
    case = trials(routes, best, route_cost, drop_cost)
    return reliability_that_decides(best_seen=best, **case)


def wrong_root(routes, best, route_cost, drop_cost):
    """Return the root of the answer."""
    return answer(routes, best, route_cost, drop_cost) ** 0.5


def wrong_no_drop_cost(routes, best, route_cost):
    """Return the answer if closing a route cost nothing."""
    return answer(routes, best, route_cost, 0.0)
