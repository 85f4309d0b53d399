"""Words, symbols, units and ranges of the models of learning."""

from nqpf.algebra import Quantity

QUANTITIES: tuple[Quantity, ...] = (
    # learning
    Quantity("learning_rate", "fall of cost with each doubling of experience", r"\ell_R",
             "fraction", 0.0, 0.4, 0.2),
    Quantity("experience_multiple", "all that was ever made, over what it was", "E_X", "ratio",
             1.0, 1e6, 10.0),
    Quantity("market_growth", "growth of all that was ever made", "g_M", "fraction a year",
             0.05, 0.5, 0.25),
    Quantity("head_start", "years by which the follower starts later", "T_H", "years",
             0.0, 15.0, 5.0),
    Quantity("spillover", "part of the years behind that the leader's know-how spares",
             "s_K", "fraction", 0.0, 1.0, 0.5),
    Quantity("builders", "regions that build", "J_B", "regions", 1.0, 10.0, 6.0),
    Quantity("capacity_built", "capacity each builds, over all demand", "k_B", "fraction",
             0.1, 1.0, 0.5),
    Quantity("market_size", "what is bought at a price of 1, over all made so far", "S_M", "ratio",
             0.2, 5.0, 1.0),
    Quantity("price_elasticity", "elasticity of demand to the price", r"\varepsilon_D", "ratio",
             0.5, 1.5, 1.5),
    Quantity("price_markup", "price over unit cost", r"\mu_P", "ratio", 1.0, 2.0, 1.2),
    # early_start
    Quantity("autonomous_fall", "fall of cost that time alone brings", "h_C", "fraction a year",
             0.0, 0.12, 0.04),
    Quantity("demand_growth", "growth of what is ever made, at an unchanged cost", "z_D",
             "fraction a year", 0.05, 0.4, 0.2),
    Quantity("edge_years", "years for which the edge lasts", "T_A", "years", 0.0, 40.0, 10.0),
    Quantity("first_cost", "first cost of the infant, over the world price", "a_0", "ratio",
             1.0, 2.5, 1.5),
    Quantity("world_fall", "fall of the world price", "d_{WP}", "fraction a year", 0.0, 0.1, 0.02),
    Quantity("year_of_making", "years since the infant began", "y_I", "years", 0.0, 60.0, 10.0),
    Quantity("copied_share", "part of the later gains that goes to firms that copy", "f_I",
             "fraction", 0.0, 1.0, 0.0),
    # big_push
    Quantity("modern_advantage", "output of a worker in a plant, over one in a workshop", r"a_M",
             "ratio", 1.2, 4.0, 2.0),
    Quantity("starting_labour", "labour that a plant needs before it makes anything", "F_M",
             "workers", 0.0, 5.0, 0.8),
    Quantity("wage_premium", "wage in plants over that in workshops, less 1", "v_M", "fraction",
             0.0, 1.0, 0.8),
    Quantity("modern_share", "part of all sectors that have a plant", "n_M", "fraction",
             0.0, 1.0, 0.0),
    # successive_margins
    Quantity("stages", "stages of the chain that set a price of their own", "n_V", "stages",
             1.0, 6.0, 3.0),
    Quantity("chain_cost", "cost of all stages, over the most that anyone would pay", "c_V",
             "fraction", 0.05, 0.8, 0.5),
    Quantity("incentive_saving", "part of the cost that owners of single stages save", "s_V",
             "fraction", 0.0, 0.5, 0.0),
)  # fmt: skip
