"""Figures of six sentences."""

from nqpf import data


def found(measure):
    """Return a figure of the findings."""
    rows = data.rows("completeness_findings")
    return next(row["value"] for row in rows if row["measure"] == measure)


def given():
    """Return the numbers that the sentences name."""
    grades = [row["grade"] for row in data.rows("industries_26")]
    return {
        "products": found("products of which it makes the most in the world"),
        "suppliers": found("foreign suppliers of the airliner C919"),
        "leading": float(grades.count("leading") + grades.count("advanced")),
    }
