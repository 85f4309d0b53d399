"""The largest published gain for China, spread over ten years."""

from math import log

from nqpf import data


def given():
    """Return the high end of the published range, the years, and the yearly growth."""
    study = next(
        row
        for row in data.rows("misallocation_estimates")
        if (row["source_id"], row["country_code"]) == ("hk_2009", "CHN")
    )
    gain, years = study["value_high"] / 100, 10
    return {"gain": gain, "years": years, "yearly": log(1 + gain) / years}
