"""How long the money for a new drug waited, and what the same drug costs a patient owner."""

from nqpf import data
from nqpf.models.innovation.patience import mean_wait

STUDY = next(row for row in data.rows("drug_costs") if row["dollars_of"] == 2000)


def given():
    """Return what was paid, what it cost with time, and two rates."""
    return {
        "paid_out": STUDY["paid_out"],
        "cost_with_time": STUDY["cost_with_time"],
        "rate": STUDY["discount_rate"],
        "patient": 0.03,
    }


def answer(paid_out, cost_with_time, rate, patient):
    """Return the cost with time for an owner who asks less."""
    wait = mean_wait(paid_out=paid_out, cost_with_time=cost_with_time, discount_rate=rate)
    return paid_out * (1 + patient) ** wait


def wrong_in_proportion(paid_out, cost_with_time, rate, patient):
    """Return the cost if the addition for time fell with the rate."""
    return paid_out + (cost_with_time - paid_out) * patient / rate


def wrong_only_paid(paid_out):
    """Return the money paid out."""
    return paid_out


def wrong_one_year(paid_out, patient):
    """Return the cost if the money waited a year."""
    return paid_out * (1 + patient)
