"""What two counts of industries prove, and what multiplying them assumes."""

from nqpf.models.structure.completeness import overlap_bounds, overlap_if_independent

COUNTS = {"items": 26.0, "first_count": 11.0, "second_count": 16.0}


def given():
    """Return the counts, the bounds, and the product that assumes independence."""
    bounds = overlap_bounds(**COUNTS)
    return {
        "industries": COUNTS["items"],
        "front": COUNTS["first_count"],
        "secure": COUNTS["second_count"],
        "least": bounds.least,
        "most": bounds.most,
        "product": overlap_if_independent(**COUNTS),
    }
