"""What three kinds of money need from three projects."""

from nqpf.models.innovation.finance import least_chance_for_loan, least_payoff_for_shares

SAVERS, LENDERS, VENTURE = 0.04, 0.08, 0.2


def needs(chance, years, others):
    """Return what private shares and public money need as a payoff."""
    case = {"project_chance": chance, "years_to_payoff": years}
    return (
        least_payoff_for_shares(required_return=VENTURE, gain_of_others=0.0, **case),
        least_payoff_for_shares(required_return=SAVERS, gain_of_others=others, **case),
    )


def given():
    """Return what is needed in each case."""
    loan = {"required_return": SAVERS, "highest_rate": LENDERS}
    start, fusion = needs(0.2, 5.0, 0.5), needs(0.05, 15.0, 1.0)
    return {
        "loan_three": least_chance_for_loan(**loan, years_to_payoff=3.0),
        "loan_five": least_chance_for_loan(**loan, years_to_payoff=5.0),
        "start_private": start[0],
        "fusion_private": fusion[0],
        "fusion_public": fusion[1],
        "nowhere_public": needs(0.05, 15.0, 0.0)[1],
    }
