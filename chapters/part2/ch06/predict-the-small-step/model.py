"""A market for small steps."""

from nqpf.models.innovation.ladders import best_research, market_research

CASE = {"arrival_rate": 0.2, "interest_rate": 0.05, "intermediate_exponent": 0.6}


def given():
    """Return the step, and what part of the workforce does research and should."""
    step = 0.1
    return {
        "small": step,
        "market": market_research(step_size=1 + step, **CASE),
        "best": best_research(step_size=1 + step, **CASE),
    }
