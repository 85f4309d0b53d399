"""What the whole loses without one of its subsystems, at a low and at a high elasticity."""

from nqpf.models.structure.synergy import output_of_subsystems

STRONG, WEAK, BASE = 0.8, 0.6, 0.2


def loss(scores, elasticity):
    """Return the part of the whole that is lost when the scores change from the start to these."""
    start = output_of_subsystems(
        scores=[STRONG, STRONG, WEAK], elasticity_of_substitution=elasticity
    )
    left = output_of_subsystems(scores=scores, elasticity_of_substitution=elasticity)
    return 1 - left / start


def given():
    """Return the levels, and the losses without structure and without security."""
    without_structure, without_security = [BASE, STRONG, WEAK], [STRONG, STRONG, BASE]
    return {
        "strong": STRONG,
        "weak": WEAK,
        "base": BASE,
        "strong_loss": loss(without_structure, 0.5),
        "weak_loss": loss(without_security, 0.5),
        "strong_loss_easy": loss(without_structure, 3.0),
        "weak_loss_easy": loss(without_security, 3.0),
    }
