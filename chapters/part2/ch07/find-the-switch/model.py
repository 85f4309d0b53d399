"""The proximity at which two strategies add the same."""

from nqpf.models.innovation.frontier import best_switching_point, lasting_proximity


def given(draw):
    """Return what the two strategies bring and keep, and the growth of the frontier."""
    return {
        "imitation_invested": draw.step(0.05, 0.07, 0.005),
        "imitation_innovating": draw.step(0.03, 0.035, 0.005),
        "retention_invested": draw.pick([0.88, 0.89, 0.9, 0.91]),
        "retention_innovating": draw.step(0.97, 0.985, 0.005),
        "frontier_growth": draw.pick([0.02, 0.03]),
    }


def answer(imitation_invested, imitation_innovating, retention_invested, retention_innovating):
    """Return the proximity from which innovation brings the economy closer."""
    return best_switching_point(
        imitation_invested=imitation_invested,
        imitation_innovating=imitation_innovating,
        retention_invested=retention_invested,
        retention_innovating=retention_innovating,
    )


def wrong_at_the_trap(imitation_invested, retention_invested, frontier_growth):
    """Return the proximity at which imitation comes to rest."""
    return lasting_proximity(
        imitation=imitation_invested,
        retention=retention_invested,
        frontier_growth=frontier_growth,
    )


def wrong_at_the_frontier():
    """Return the frontier."""
    return 1.0


def wrong_upside_down(
    imitation_invested, imitation_innovating, retention_invested, retention_innovating
):
    """Return the fraction upside down."""
    return (retention_innovating - retention_invested) / (imitation_invested - imitation_innovating)


def reject(**given):
    """Return whether the trap lies too near to the answer or to the frontier."""
    right = answer(**{name: value for name, value in given.items() if name != "frontier_growth"})
    trap = wrong_at_the_trap(
        given["imitation_invested"], given["retention_invested"], given["frontier_growth"]
    )
    return right > trap - 0.05 or trap > 0.9
