"""The weight of innovation from which a state owner chooses the laboratory."""

from nqpf.models.innovation.owners import weight_that_decides

LABORATORY = {"innovation": 9.0, "jobs": 2.0, "supply": 4.0}
REFIT = {"innovation": 3.0, "jobs": 6.0, "supply": 8.0}


def given():
    """Return the marks of both projects."""
    marks = {f"lab_{name}": mark for name, mark in LABORATORY.items()}
    return marks | {f"refit_{name}": mark for name, mark in REFIT.items()}


def leads(lab_innovation, lab_jobs, lab_supply, refit_innovation, refit_jobs, refit_supply):
    """Return the lead of the laboratory in innovation, and of the refit in the mean of the rest."""
    others = (refit_jobs + refit_supply) / 2 - (lab_jobs + lab_supply) / 2
    return lab_innovation - refit_innovation, others


def answer(**marks):
    """Return the weight at which both projects score the same."""
    innovation, others = leads(**marks)
    return weight_that_decides(innovation_lead=innovation, duties_lead=others)


def wrong_one_third():
    """Return an equal weight for each of three duties."""
    return 1 / 3


def wrong_ratio(**marks):
    """Return one lead over the other."""
    innovation, others = leads(**marks)
    return others / innovation


def wrong_sums(**marks):
    """Return the weight if the leads in jobs and supply were added up and not averaged."""
    innovation, others = leads(**marks)
    return weight_that_decides(innovation_lead=innovation, duties_lead=2 * others)
