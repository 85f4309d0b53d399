"""What a project must be worth before it is begun, with sure and with unsure rules."""

from nqpf.models.innovation.patience import hurdle_of_commitment

CASE = {"discount_rate": 0.04, "payout_rate": 0.04, "market_uncertainty": 0.2}


def given():
    """Return the hurdle without any doubt, with that of markets, and with that of rules too."""
    return {
        "market": CASE["market_uncertainty"],
        "sure": hurdle_of_commitment(**CASE, policy_uncertainty=0.0),
        "doubt": hurdle_of_commitment(**CASE, policy_uncertainty=0.2),
    }
