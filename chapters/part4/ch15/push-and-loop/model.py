"""What a credit brings without the answer of charging stations."""

from nqpf import data
from nqpf.models.security.infrastructure_loops import loop_multiplier


def given():
    """Return the two published parts."""
    found = {row["measure"]: row["value"] / 100 for row in data.rows("infrastructure_findings")
             if row["scope"] == "electric cars"}  # fmt: skip
    return {
        "credit": found["sales due to the tax credit"],
        "from_loop": found["part of that rise due to the loop with charging stations"],
    }


def answer(credit, from_loop):
    """Return the push alone: the whole over the multiplier whose loop is that part."""
    return credit / loop_multiplier(car_response=from_loop / 0.8, point_response=0.8)


def wrong_loop(credit, from_loop):
    """Return what the loop brought."""
    return credit * from_loop


def wrong_difference(credit, from_loop):
    """Return the loop's part taken off all sales that the loop did not bring."""
    return 1 - from_loop - credit


def wrong_all_of_it(credit):
    """Return the credit with its loop."""
    return credit
