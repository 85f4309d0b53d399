"""Where people work after a time, if goods of two sectors complement or replace one another."""

from nqpf.models.structure.structural_change import employment_shares

CASE = {"taste_weights": [0.5, 0.5], "sector_growth": [0.03, 0.01], "year": 50.0}


def given():
    """Return the growth of both sectors, and manufacturing's part of employment in two cases."""
    return {
        "fast": CASE["sector_growth"][0],
        "slow": CASE["sector_growth"][1],
        "years": CASE["year"],
        "share": employment_shares(**CASE, consumption_elasticity=0.3)[0],
        "swapped": employment_shares(**CASE, consumption_elasticity=2.0)[0],
    }
