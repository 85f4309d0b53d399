"""The two densities of robots published for one year."""

from nqpf.prose import figure


def given():
    """Return both, and their ratio."""
    old, new = (
        figure("inclusion_findings", "value", measure=f"robots for 10,000 employees, as {said}")
        for said in ("first published", "corrected")
    )
    return {"old": old, "new": new, "times": old / new}
