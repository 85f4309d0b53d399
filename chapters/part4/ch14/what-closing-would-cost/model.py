"""What the end of trade costs in time, and a tenfold price at once."""

from nqpf.models.security.openness import gains_from_trade, real_income_after_price_rise


def given():
    """Return the shares and the elasticity, and the loss at once."""
    soon = 1 - real_income_after_price_rise(
        home_expenditure=0.82, foreign_elasticity=0.5, foreign_price_multiple=10.0
    )
    return {"home": 0.82, "abroad": 0.18, "elasticity": 6.0, "soon": soon}


def answer(home, elasticity):
    """Return the gains from trade."""
    return gains_from_trade(home_expenditure=home, foreign_elasticity=elasticity)


def wrong_whole_share(home):
    """Return the part bought abroad."""
    return 1 - home


def wrong_elasticity_itself(home, elasticity):
    """Return the loss with the elasticity as the root."""
    return 1 - home ** (1 / elasticity)
