"""The saving at which two owners sell as much as one."""

from nqpf.models.learning.successive_margins import output_against_one_owner


def saving(chain_cost):
    """Return the saving that doubles the room between cost and the highest price."""
    return (1 - chain_cost) / chain_cost


def given():
    """Return the cost of the chain, and what the model says of the answer."""
    cost = 0.7
    check = output_against_one_owner(stages=2.0, chain_cost=cost, incentive_saving=saving(cost))
    return {"chain_cost": cost, "check": check}


answer = saving


def wrong_half():
    """Return half of the cost."""
    return 0.5


def wrong_room(chain_cost):
    """Return the room between cost and the highest price."""
    return 1 - chain_cost
