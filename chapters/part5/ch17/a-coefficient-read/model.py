"""The latest official coefficient, and the two classes that would have it."""

from nqpf import data
from nqpf.models.measurement.inequality import income_of_lower_class

LAST = [row for row in data.rows("inequality_china") if row["series"] == "official"][-1]


def given():
    """Return the coefficient and a society of two classes."""
    people = 0.6
    return {
        "index": LAST["gini"],
        "people": people,
        "lower": income_of_lower_class(lower_people=people, gini_index=LAST["gini"]),
        "gap": LAST["gini"],
    }
