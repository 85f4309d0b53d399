"""The least number of industries that carry three labels, one of which all carry."""

from nqpf import data
from nqpf.models.structure.completeness import overlap_bounds, overlap_if_independent


def given():
    """Return how many industries carry each label."""
    grades = [row["grade"] for row in data.rows("industries_26")]
    security = data.rows("industries_26_security")
    front = float(grades.count("leading") + grades.count("advanced"))
    safe = float(sum(row["industries"] for row in security if row["group"] == "secure"))
    counts = {"items": float(len(grades)), "first_count": front, "second_count": safe}
    return {
        "items": counts["items"],
        "advanced": front,
        "secure": safe,
        "most": overlap_bounds(**counts).most,
    }


def answer(items, advanced, secure):
    """Return the least overlap."""
    return overlap_bounds(items=items, first_count=advanced, second_count=secure).least


def wrong_independent(items, advanced, secure):
    """Return the overlap if the labels were independent, rounded."""
    return round(overlap_if_independent(items=items, first_count=advanced, second_count=secure))


def wrong_most(most):
    """Return the most that is possible."""
    return most


def wrong_all(items):
    """Return how many are present."""
    return items
