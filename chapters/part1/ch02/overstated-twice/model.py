"""What two errors of the same sign do to the residual."""

from nqpf import data
from nqpf.models.growth import growth_of_productivity

STATED = {"output_growth": 0.08, "capital_growth": 0.1, "labour_growth": 0.0}


def given():
    """Return a published correction of output, and a teaching figure for capital."""
    study = next(
        row
        for row in data.rows("published_decompositions")
        if row["measure"] == "official_growth_minus_study"
    )
    return {"output_error": study["value"] / 100, "capital_error": 0.015, "capital_share": 0.4}


def answer(output_error, capital_error, capital_share):
    """Return by how much the residual falls when both errors are put right."""
    corrected = STATED | {
        "output_growth": STATED["output_growth"] - output_error,
        "capital_growth": STATED["capital_growth"] - capital_error,
    }
    before, after = (
        growth_of_productivity(capital_share=capital_share, **growth)
        for growth in (STATED, corrected)
    )
    return before - after


def wrong_output_alone(output_error, capital_share):
    """Return the fall when capital is held to have been measured well."""
    return answer(output_error, 0.0, capital_share)


def wrong_added(output_error, capital_error, capital_share):
    """Return the fall when the error in capital is taken with the wrong sign."""
    return answer(output_error, -capital_error, capital_share)


def wrong_unweighted(output_error, capital_error):
    """Return the fall when the error in capital counts in full."""
    return output_error - capital_error
