"""Words, symbols, units and ranges of the models of elements."""

from nqpf.algebra import Quantity

QUANTITIES: tuple[Quantity, ...] = (
    # elements
    Quantity("qualities", "quality of each element", "q", "index", 0.2, 5.0, (1.0,) * 3, each=True),
    Quantity("amounts", "amount of each element", "x", "index", 0.2, 5.0, (1.0,) * 3, each=True),
    Quantity("weights", "weight of each part", r"\omega", "weight", 0.01, 1.0, (1 / 3,) * 3,
             each=True),
    Quantity("elasticity_of_substitution", "elasticity of substitution", r"\sigma", "ratio",
             0.05, 20.0, 0.5),
    # skill_premium
    Quantity("equipment", "equipment", "K_E", "index", 0.2, 5.0, 1.0),
    Quantity("skilled_labour", "hours of skilled labour", "L_S", "index", 0.2, 5.0, 1.0),
    Quantity("unskilled_labour", "hours of unskilled labour", "L_U", "index", 0.2, 5.0, 1.0),
    Quantity("equipment_weight", "weight of equipment", r"\omega_E", "fraction", 0.05, 0.95, 0.6),
    Quantity(
        "unskilled_weight", "weight of unskilled labour", r"\omega_U", "fraction", 0.05, 0.95, 0.4
    ),
    Quantity(
        "elasticity_with_skilled",
        "elasticity of substitution between equipment and skilled labour",
        r"\sigma_S",
        "ratio",
        0.2,
        5.0,
        0.67,
    ),
    Quantity(
        "elasticity_with_unskilled",
        "elasticity of substitution between equipment and unskilled labour",
        r"\sigma_U",
        "ratio",
        0.2,
        5.0,
        1.67,
    ),
    # tasks
    Quantity("automated_tasks", "part of tasks that machines do", "I_T", "fraction", 0.05, 0.95,
             0.3),
    Quantity("new_tasks", "part of tasks that is new and done by people", "N_J", "fraction",
             0.0, 0.3, 0.0),
    Quantity("capital_per_person", "capital for each person who can work", "k_T", "index",
             0.2, 5.0, 1.0),
    Quantity("employment_rate", "part of those who can work that does", "e_T", "fraction",
             0.001, 1.0, 1.0),
    Quantity("wage_floor", "lowest wage that is paid", "w_F", "index", 0.2, 2.0, 1.2),
    Quantity("task_share", "part of tasks that a technology takes on within the time", "x_T",
             "fraction", 0.0, 1.0, 0.046),
    Quantity("labour_saving", "cut of labour cost in these tasks", "c_T", "fraction", 0.0, 1.0,
             0.27),
    Quantity("labour_cost_share", "labour in the cost of these tasks", "s_T", "fraction", 0.0, 1.0,
             0.535),
    # remuneration
    Quantity("exponents", "output's response to each rival factor", "a_R", "ratio", 0.0, 1.0,
             (0.3, 0.2, 0.15, 0.1, 0.1, 0.15), each=True),
)  # fmt: skip
