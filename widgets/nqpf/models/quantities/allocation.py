"""Words, symbols, units and ranges of the models of allocation."""

from nqpf.algebra import Quantity

QUANTITIES: tuple[Quantity, ...] = (
    # allocation
    Quantity("productivities", "productivity of each firm", "A", "index", 0.1, 10.0, (1.0, 1.0),
             each=True),
    Quantity("wedges", "wedge of each firm", r"\tau", "fraction of the price", -0.5, 2.0,
             (0.0, 0.5), each=True),
    Quantity("dispersion", "dispersion of revenue productivity", r"\varsigma",
             "standard deviation of logs", 0.0, 0.8, 0.47),
    Quantity("gain", "gain from full equality", "G", "fraction of output", 0.0, 5.0, 0.5),
    Quantity("reference_gain", "the same gain in the country compared with", "G_0",
             "fraction of output", 0.0, 5.0, 0.2),
    # divided_factors
    Quantity("capital_by_firm", "part of all capital in each firm", "k", "fraction",
             0.01, 0.99, (0.5, 0.5), each=True),
    Quantity("labour_by_firm", "part of all labour in each firm", "n", "fraction",
             0.01, 0.99, (0.5, 0.5), each=True),
    # span_of_control
    Quantity("span_of_control", "span of control", r"\nu", "returns to scale", 0.5, 0.95, 0.85),
    Quantity("productivity_draws", "standardised log productivity", r"\zeta_A",
             "standard deviations", -3.0, 3.0, (-1.0, 1.0), each=True),
    Quantity("wedge_draws", "standardised log wedge apart from productivity", r"\zeta_\tau",
             "standard deviations", -3.0, 3.0, (1.0, -1.0), each=True),
    Quantity("dispersion_of_productivity", "dispersion of productivity", r"\varsigma_A",
             "standard deviation of logs", 0.0, 1.0, 0.5),
    Quantity("correlation", "correlation of wedge and productivity", r"\varrho", "ratio",
             -1.0, 1.0, 0.0),
    # market
    Quantity("number_of_regions", "number of regions", "R", "regions", 2.0, 31.0, 30.0),
    Quantity("trade_cost", "cost of crossing a border", "d", "units sent for one to arrive",
             1.0, 3.0, 1.5),
    Quantity("trade_elasticity", "elasticity of trade to its cost", r"\theta", "ratio",
             3.0, 8.0, 5.0),
    Quantity("home_share", "share of spending on the region's own goods", r"\pi", "fraction",
             0.001, 1.0, 0.2),
    Quantity("trade_costs", "cost of reaching each region", "d_o",
             "units sent for one to arrive", 1.0, 3.0, (1.0, 1.2, 1.5), each=True),
    Quantity("incomes", "income of each region", "Y_R", "index", 0.01, 100.0, (1.0, 2.0, 1.0),
             each=True),
    Quantity("border_coefficient", "log of trade within relative to across the border", "B",
             "log points", 0.0, 4.0, 1.65),
    Quantity("price_changes", "change in the log of each relative price", r"\Delta p",
             "log points", -1.0, 1.0, (-0.1, 0.1), each=True),
    # market_regions
    Quantity("sizes", "size of each region", "S_R", "index", 0.05, 20.0, (4.0, 2.0, 1.0),
             each=True),
    Quantity("border_costs", "cost of crossing each region's border", "b",
             "units sent for one to arrive", 1.0, 2.0, (1.2, 1.2, 1.2), each=True),
    # protection
    Quantity("barrier", "height of the barrier", r"\beta_b", "fraction of what ends all trade",
             0.0, 1.0, 0.5),
    # moving_industry
    Quantity("small_part", "part of all buyers who live in the small region", "s_P", "fraction",
             0.1, 0.45, 0.3),
    Quantity("local_income", "part of income that comes with the industry of the place",
             r"\kappa_L", "fraction", 0.0, 1.0, 0.2),
    Quantity("industry_spending", "part of spending on what industry makes", r"\mu_I", "fraction",
             0.1, 0.9, 0.5),
    Quantity("cost_before", "units sent for one to arrive, before the border came down", "d_B",
             "ratio", 1.55, 3.0, 1.6),
)  # fmt: skip
