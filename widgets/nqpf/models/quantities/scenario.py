"""Words, symbols, units and ranges of the models of scenario."""

from nqpf.algebra import Quantity

QUANTITIES: tuple[Quantity, ...] = (
    # scenario
    Quantity("saving_start", "part of output saved in 2024", "s_0", "fraction of output",
             0.15, 0.5, 0.4),
    Quantity("saving_end", "part of output saved in 2049", "s_1", "fraction of output",
             0.15, 0.5, 0.3),
    Quantity("depreciation", "depreciation of capital", r"\delta", "fraction a year",
             0.03, 0.12, 0.06),
    Quantity("variance_start", "dispersion of revenue productivity in 2024", "V_{A,0}",
             "variance of logs", 0.0, 0.4, 0.1),
    Quantity("adjustment_speed", "part of the way to new efficiency made in a year", "k_m",
             "fraction a year", 0.0, 0.5, 0.1),
    Quantity("capital_output_ratio", "capital over output in 2024", r"\kappa_Y", "years",
             2.0, 5.0, 3.5),
    Quantity("shock_year", "first of two years of dear imports, after 2024", "t_F", "years",
             0.0, 25.0, 11.0),
    Quantity("energy_saving", "fall of energy for a unit of output", "g_E", "fraction a year",
             0.0, 0.06, 0.025),
    # scenario_parts
    Quantity("own_invention", "growth of productivity from own research", r"\iota_R",
             "fraction a year", 0.0, 0.02, 0.004),
    Quantity("research_effort", "research effort relative to the baseline", "E_R", "ratio",
             0.25, 3.0, 1.0),
    Quantity("research_returns", "elasticity of invention to effort", r"\lambda_E", "ratio",
             0.1, 1.0, 0.5),
    Quantity("absorption", "part of the distance to the frontier closed in a year", "c_F",
             "fraction a year", 0.0, 0.06, 0.02),
    Quantity("relative_productivity", "productivity over the frontier's, above 1 if ahead", "a_C",
             "ratio", 0.0, 20.0, 0.45),
    Quantity("openness", "openness to the frontier's knowledge", "o_F", "ratio", 0.1, 1.5, 1.0),
    Quantity("log_variance", "dispersion of firms' revenue productivity", "V_A",
             "variance of logs", 0.0, 0.4, 0.1),
    Quantity("clean_share_start", "clean part of energy at the start", "z_0", "fraction",
             0.05, 0.6, 0.2),
    Quantity("clean_speed", "speed at which clean energy spreads", r"\psi_z", "a year",
             0.0, 0.3, 0.1),
)  # fmt: skip
