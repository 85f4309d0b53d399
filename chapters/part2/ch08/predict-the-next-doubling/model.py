"""A record of a fifth a doubling, half of which is learning."""

from nqpf.models.learning.early_start import apparent_learning_rate


def given():
    """Return what time and volume do, and what the record shows."""
    learnt, time = 0.1, 0.05
    apparent = apparent_learning_rate(
        learning_rate=learnt, autonomous_fall=time, demand_growth=0.2, price_elasticity=1.0
    )
    return {"learnt": learnt, "time": time, "apparent": apparent}
