"""Provinces that became leaner in 2018, and those of them that used more."""

from nqpf import data


def given():
    """Return how many became leaner, how many of them used more, and how many there are."""
    rows = [row for row in data.rows("provinces_energy") if row["year"] == 2018]
    leaner = [row for row in rows if row["intensity_growth"] < 0]
    return {
        "all": len(rows),
        "leaner": len(leaner),
        "larger": sum(row["energy_growth"] > 0 for row in leaner),
    }
