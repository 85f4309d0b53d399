"""The gap between provinces in research over output, in points and in proportion."""

from nqpf import data
from nqpf.models.measurement.inequality import gini
from nqpf.models.measurement.tables import deviation, mean


def given():
    """Return how two measures of the gap changed, the means, and a few of the figures."""
    rows = data.rows("provinces_research")
    by_year = {
        year: {row["province"]: row["rd_intensity_percent"] for row in rows if row["year"] == year}
        for year in (2011, 2023)
    }
    first, last = (list(found.values()) for found in by_year.values())
    return {
        "points": deviation(last, correction=0) / deviation(first, correction=0) - 1,
        "gini": 1 - gini(last) / gini(first),
        "mean_first": mean(first),
        "mean_last": mean(last),
        "least": min(first),
        "most": max(last),
        "beijing_first": by_year[2011]["Beijing"],
        "beijing_last": by_year[2023]["Beijing"],
        "hebei_first": by_year[2011]["Hebei"],
        "hebei_last": by_year[2023]["Hebei"],
    }
