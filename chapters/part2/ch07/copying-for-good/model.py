"""What holds in the model of two strategies whatever the numbers, and what does not."""

from nqpf.models.innovation.frontier import lasting_proximity

IMITATING = {"imitation": 0.06, "retention": 0.9}
BRINGS = 0.035
LABELS = ("always so in this model", "depends on the numbers", "never so in this model")


def rest(frontier_growth=0.02, **strategy):
    """Return where a strategy comes to rest."""
    return lasting_proximity(**strategy, frontier_growth=frontier_growth)


def switch(retention):
    """Return the point of change for innovation that keeps this much."""
    return (IMITATING["imitation"] - BRINGS) / (retention - IMITATING["retention"])


def given():
    """Return the places of rest and the points of change that the messages name."""
    return {
        "trap": rest(**IMITATING),
        "weak_rest": rest(imitation=BRINGS, retention=0.94),
        "weak_switch": switch(0.94),
        "trap_fast": rest(0.05, **IMITATING),
        "switch": switch(0.985),
    }


def label(found):
    """Return the label for a statement that was tried for several cases."""
    return LABELS[0] if all(found) else LABELS[2] if not any(found) else LABELS[1]


def innovation_ends_nearer():
    """Return how far it holds that innovation ends nearer."""
    cases = (0.94, 0.97, 0.985)
    return label([rest(imitation=BRINGS, retention=kept) > rest(**IMITATING) for kept in cases])


def order_turns():
    """Return how far it holds that the order turns before imitation comes to rest."""
    return label([switch(kept) < rest(**IMITATING) for kept in (0.94, 0.97, 0.985)])
