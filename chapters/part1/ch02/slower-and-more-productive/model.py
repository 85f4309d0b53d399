"""Other accounts of the same form, so that typed answers fail."""

FIRST = {"period_start": 1978, "period_end": 1990, "gdp_growth": 0.5, "residual": 0.125}
LATER = {"period_start": 2000, "period_end": 2007}
EDGES = [
    {"country_code": "AS_FAST"} | FIRST,
    {"country_code": "AS_FAST", "gdp_growth": 0.5, "residual": 0.25} | LATER,
    {"country_code": "SAME_SHARE"} | FIRST,
    {"country_code": "SAME_SHARE", "gdp_growth": 0.25, "residual": 0.0625} | LATER,
]
"""Two invented economies: one that did not slow down, one whose share did not rise."""


def other_rows(rows, draw):
    """Return the rows in another order with other figures, and the two economies on the edge."""
    other = []
    for row in draw.shuffled(rows):
        growth = draw.step(0.01, 0.1, 0.001)
        share = draw.step(0.05, 0.9, 0.01)
        other.append(row | {"gdp_growth": growth, "residual": growth * share})
    return other + EDGES
