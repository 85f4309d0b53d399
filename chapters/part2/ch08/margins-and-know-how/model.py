"""A larger market in which two owners each add a margin."""

from math import log2

from nqpf.models.learning.successive_margins import output_against_one_owner

MARKET, STAGES, RATE = 8.0, 2.0, 0.2


def given():
    """Return market, owners, learning rate, what is sold, and both together."""
    sold = output_against_one_owner(stages=STAGES, chain_cost=0.5, incentive_saving=0.0)
    return {"market": MARKET, "stages": STAGES, "rate": RATE, "sold": sold, "net": MARKET * sold}


def fall(multiple, rate):
    """Return the fall of cost when that many times as much is made."""
    return 1 - (1 - rate) ** log2(multiple)


def answer(net, rate):
    """Return the fall of cost with the larger market and the longer chain."""
    return fall(net, rate)


def wrong_market_alone(market, rate):
    """Return the fall with the larger market alone."""
    return fall(market, rate)


def wrong_chain_alone(sold, rate):
    """Return the change with the longer chain alone, a rise."""
    return fall(sold, rate)


def wrong_one_doubling(rate):
    """Return the fall of one doubling."""
    return rate
