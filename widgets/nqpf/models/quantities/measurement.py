"""Words, symbols, units and ranges of the models of measurement."""

from nqpf.algebra import Quantity

QUANTITIES: tuple[Quantity, ...] = (
    # coupling
    Quantity("scores", "score of each subsystem", "U", "index", 0.01, 1.0, (0.2, 0.5, 0.8),
             each=True, fewest=2),
    Quantity("degree", "degree of coordination", "D_C", "index", 0.0, 1.0, 0.65),
    # inequality
    Quantity("gini_index", "Gini index of income", "G_I", "index", 0.0, 0.9, 0.465),
    Quantity("lower_people", "part of people in the lower class", "p_L", "fraction", 0.01, 0.99,
             0.6),
    # orientations
    Quantity("orientation_weights", "weight of each orientation", "w_O", "weight", 0.01, 1.0,
             (0.2, 0.2, 0.2, 0.2, 0.2), each=True),
    Quantity("orientation_marks", "mark of a policy for each orientation", "o_O", "index",
             -1.0, 1.0, (0.0, 0.0, 1.0, 0.0, -1.0), each=True),
    # three_groups
    Quantity("labour_income_share", "part of income that labour gets", "s_{L,W}", "fraction",
             0.05, 1.0, 0.6),
    Quantity("owner_people", "part of people who own the capital", "o_W", "fraction", 0.01, 0.6,
             0.1),
    Quantity("transfer_rate", "part of income taken and paid to all alike", r"\tau_W", "fraction",
             0.0, 0.6, 0.0),
)  # fmt: skip
