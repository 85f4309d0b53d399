"""What doubt about rules adds to the hurdle of a commitment."""

from nqpf.models.innovation.patience import hurdle_of_commitment


def given():
    """Return the case."""
    return {
        "discount_rate": 0.06,
        "payout_rate": 0.05,
        "market_uncertainty": 0.15,
        "policy_uncertainty": 0.2,
    }


def hurdle(policy, discount_rate, payout_rate, market_uncertainty):
    """Return the hurdle with so much doubt about the rules."""
    return hurdle_of_commitment(
        discount_rate=discount_rate,
        payout_rate=payout_rate,
        market_uncertainty=market_uncertainty,
        policy_uncertainty=policy,
    )


def answer(policy_uncertainty, discount_rate, payout_rate, market_uncertainty):
    """Return by what part the hurdle rises."""
    case = (discount_rate, payout_rate, market_uncertainty)
    return hurdle(policy_uncertainty, *case) / hurdle(0.0, *case) - 1


def wrong_level(policy_uncertainty, discount_rate, payout_rate, market_uncertainty):
    """Return the hurdle itself."""
    return hurdle(policy_uncertainty, discount_rate, payout_rate, market_uncertainty)


def wrong_added(policy_uncertainty, discount_rate, payout_rate, market_uncertainty):
    """Return the rise if the two standard deviations were added up."""
    added = hurdle(0.0, discount_rate, payout_rate, market_uncertainty + policy_uncertainty)
    return added / hurdle(0.0, discount_rate, payout_rate, market_uncertainty) - 1
