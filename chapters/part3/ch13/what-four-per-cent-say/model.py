"""The first-order loss of a sector's fall: its sales over GDP."""

from nqpf.models.structure.linkages import domar_weights

ALL_SALES = 2.5


def given():
    """Return sales, GDP and the fall."""
    return {"sales": 40.0, "gdp": 1000.0, "fall": 0.1}


def answer(sales, gdp, fall):
    """Return the fall of GDP to the first order."""
    return domar_weights([sales], final_output=gdp)[0] * fall


def wrong_whole_share(sales, gdp):
    """Return the whole share."""
    return sales / gdp


def wrong_own_fall(fall):
    """Return the fall of the sector."""
    return fall


def wrong_of_all_sales(sales, gdp, fall):
    """Return the fall with the sector's share of all sales."""
    return sales / (ALL_SALES * gdp) * fall
