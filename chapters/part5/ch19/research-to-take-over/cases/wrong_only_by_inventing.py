# expect: baseline
def growth_by_invention_and_absorption(
    *, own_invention, research_effort, research_returns, absorption, openness, relative_productivity
):
    """Return a year's growth of productivity: own invention, and what is taken over from others."""
    invented = own_invention * research_effort**research_returns
    absorbed = absorption * openness * (1 - relative_productivity)
    return invented * (1 + absorbed)
