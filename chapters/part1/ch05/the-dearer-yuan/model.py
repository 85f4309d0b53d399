"""A wedge on the weaker of two firms, and what sales for each worker show."""

from nqpf.models.allocation.allocation import allocative_efficiency, labour_shares

SIGMA = 3.0
TECHNIQUES = [1.0, 2.0]


def sales_for_each_worker(wedges):
    """Return sales over labour in both firms, with 1 for the second."""
    labour = labour_shares(
        productivities=TECHNIQUES, wedges=wedges, elasticity_of_substitution=SIGMA
    )
    made = [technique * hours for technique, hours in zip(TECHNIQUES, labour, strict=True)]
    sales = [one ** (1 - 1 / SIGMA) / hours for one, hours in zip(made, labour, strict=True)]
    return sales[0] / sales[1], 1.0


def given():
    """Return sales for each worker, and what equal wages would bring."""
    weaker, better = sales_for_each_worker([0.5, 0.0])
    made = allocative_efficiency(
        productivities=TECHNIQUES, wedges=[0.5, 0.0], elasticity_of_substitution=SIGMA
    )
    return {"weaker": weaker, "better": better, "gain": 1 / made - 1}


def better_firm_sells_more(weaker, better):
    """Return whether the better technique goes with more sales for each worker."""
    return better > weaker


def moving_pays(gain):
    """Return whether output rises when the wedge goes."""
    return gain > 1e-9


def equal_when_free():
    """Return whether sales for each worker are equal without a wedge."""
    return abs(sales_for_each_worker([0.0, 0.0])[0] - 1) < 1e-9
