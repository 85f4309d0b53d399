"""One residual in two editions of a table."""

from nqpf.prose import figure

WHERE = {"country_code": "CHN", "period_start": 1978, "period_end": 2019}


def given():
    """Return China's residual in the older and in the newer edition."""
    return {
        "older": figure("growth_accounts_periods", "residual_pwt", **WHERE),
        "newer": figure("growth_accounts_periods_11", "residual", **WHERE),
    }
