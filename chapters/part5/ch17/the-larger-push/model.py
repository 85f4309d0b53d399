"""The subsidy and its length at two elasticities."""

from nqpf.models.innovation.green import subsidy_that_turns_research, years_of_clean_research

CASE = {"clean_lag": 0.5, "capital_share": 1 / 3}


def given():
    """Return what is needed with ordinary and with good substitutes, and for how long."""
    return {
        "three": subsidy_that_turns_research(clean_elasticity=3.0, **CASE),
        "ten": subsidy_that_turns_research(clean_elasticity=10.0, **CASE),
        "years": years_of_clean_research(clean_lag=0.5, clean_progress=0.02),
    }
