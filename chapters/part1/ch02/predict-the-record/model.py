"""Two editions of China's output, and inputs that hardly moved."""

from nqpf import data


def china(table):
    """Return China's account over the longest period that both editions have."""
    return next(
        row
        for row in data.rows(table)
        if (row["country_code"], row["period_start"], row["period_end"]) == ("CHN", 1978, 2019)
    )


def given():
    """Return growth a year by both editions, and the gaps in output, residual and inputs."""
    new, old = china("growth_accounts_periods_11"), china("growth_accounts_periods")
    gap = new["gdp_growth"] - old["gdp_growth_pwt"]
    residual_gap = new["residual"] - old["residual_pwt"]
    return {
        "newer": new["gdp_growth"],
        "older": old["gdp_growth_pwt"],
        "gap": gap,
        "residual_gap": residual_gap,
        "inputs_gap": residual_gap - gap,
    }
