"""Three steps of a value chain, each a contest with a leader of its own."""

from nqpf.models.innovation.contest import leaders_effort

STEPS = {"assembly": 0.9, "parts": 0.4, "tools": 0.1}
LABELS = ("a mild answer", "a strong answer", "the full answer")


def effort(proximity):
    """Return what a leader spends against one contender, as a part of the prize."""
    return leaders_effort(contenders=1.0, proximity=proximity)


def given():
    """Return how near the country is at each step, and the answers."""
    answers = {f"{step}_answer": effort(near) for step, near in STEPS.items()}
    return STEPS | answers | {"most": effort(1.0)}


def answered(step):
    """Return how strong the answer at a step is."""
    part = effort(STEPS[step]) / effort(1.0)
    return LABELS[(part >= 0.5) + (part >= 0.9)]


def at_assembly():
    """Return the answer at assembly."""
    return answered("assembly")


def at_parts():
    """Return the answer at parts."""
    return answered("parts")


def at_tools():
    """Return the answer at machines."""
    return answered("tools")
