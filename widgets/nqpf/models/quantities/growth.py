"""Words, symbols, units and ranges of the models of growth."""

from nqpf.algebra import Quantity

_RATE = "fraction a year"
_SHARE = "fraction of income"
_LEVEL = ("index", 0.01, 1000000.0)
_LOGS = "standard deviation of logs"

QUANTITIES: tuple[Quantity, ...] = (
    # growth
    Quantity("output_growth", "growth of output", "g_Y", _RATE, -0.1, 0.15, 0.06),
    Quantity("capital_growth", "growth of capital", "g_K", _RATE, -0.05, 0.2, 0.08),
    Quantity("labour_growth", "growth of labour", "g_L", _RATE, -0.05, 0.05, -0.005),
    Quantity("human_capital_growth", "growth of skills", "g_h", _RATE, -0.02, 0.05, 0.0),
    Quantity("capital_share", "capital share", r"\alpha", "fraction of income", 0.0, 0.95, 0.5),
    # growth_conventions
    Quantity("productivity_growth", "growth of productivity", "g_A", _RATE, -0.5, 0.5, 0.0225),
    Quantity("output", "output", "Y", *_LEVEL, 200.0),
    Quantity("capital", "capital", "K", *_LEVEL, 100.0),
    Quantity("labour", "labour", "L", *_LEVEL, 50.0),
    Quantity("human_capital", "skills of a worker", "h", "index", 0.5, 5.0, 1.0),
    Quantity("output_start", "output at the start", "Y_0", *_LEVEL, 200.0),
    Quantity("output_end", "output at the end", "Y_1", *_LEVEL, 214.0),
    Quantity("capital_start", "capital at the start", "K_0", *_LEVEL, 100.0),
    Quantity("capital_end", "capital at the end", "K_1", *_LEVEL, 110.0),
    Quantity("labour_start", "labour at the start", "L_0", *_LEVEL, 50.0),
    Quantity("labour_end", "labour at the end", "L_1", *_LEVEL, 51.0),
    Quantity("capital_share_start", "first capital share", r"\alpha_0", _SHARE, 0.0, 0.95, 0.4),
    Quantity("capital_share_end", "last capital share", r"\alpha_1", _SHARE, 0.0, 0.95, 0.5),
    # drivers
    Quantity("arrival_rate", "breakthroughs a year if all did research", r"\lambda",
             "a year", 0.0, 1.0, 0.2),
    Quantity("researchers", "part of the workforce in research", "L_R", "fraction", 0.0, 1.0, 0.3),
    Quantity("step_size", "productivity after a breakthrough over that before", r"\gamma",
             "ratio", 1.0, 2.0, 1.2),
    Quantity("dispersion_start", "dispersion at the start", r"\varsigma_0", _LOGS, 0.0, 0.8, 0.6),
    Quantity("dispersion_end", "dispersion at the end", r"\varsigma_1", _LOGS, 0.0, 0.8, 0.4),
    Quantity("advanced_share_start", "labour in advanced industries at the start", r"\chi_0",
             "fraction", 0.0, 1.0, 0.2),
    Quantity("advanced_share_end", "labour in advanced industries at the end", r"\chi_1",
             "fraction", 0.0, 1.0, 0.4),
    Quantity("advanced_productivity", "productivity of advanced relative to other industries",
             "a_P", "ratio", 1.0, 10.0, 3.0),
    Quantity("breakthrough_growth", "growth from breakthroughs", "g_B", "log points a year",
             0.0, 0.7, 0.011),
    Quantity("allocation_gain", "gain from allocation", r"\Gamma_A", "log points",
             -3.0, 3.0, 0.3),
    Quantity("upgrading_gain", "gain from upgrading", r"\Gamma_U", "log points", -3.0, 3.0, 0.25),
    Quantity("year", "year", "t", "years", 0.0, 60.0, 10.0),
    Quantity("transition_years", "years over which the gains are made", "T_G", "years",
             1.0, 60.0, 15.0),
)  # fmt: skip
