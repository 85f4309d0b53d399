"""Two series of China's output, one set of inputs."""

from nqpf import data


def given():
    """Return growth a year by both series over the longest period, and both gaps."""
    china = next(
        row
        for row in data.rows("growth_accounts_periods")
        if (row["country_code"], row["period_start"], row["period_end"]) == ("CHN", 1978, 2019)
    )
    return {
        "official": china["gdp_growth_official"],
        "pwt": china["gdp_growth_pwt"],
        "gap": china["gdp_growth_official"] - china["gdp_growth_pwt"],
        "residual_gap": china["residual_official"] - china["residual_pwt"],
    }
