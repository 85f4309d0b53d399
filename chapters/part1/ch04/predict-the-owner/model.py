"""What firm and people get from data before and after a change of owners."""

from nqpf.models.data.data_ownership import data_payments, data_surplus_under_owners

BEFORE, AFTER, PLATFORM = 0.05, 0.5, 0.05


def owners(people):
    """Return the parts of firm, people and platform in the data."""
    return [1 - PLATFORM - people, people, PLATFORM]


def whole(people):
    """Return what data add to output when these owners decide how widely to share."""
    return data_surplus_under_owners(
        ownership_shares=owners(people),
        sharing_choices=[0.1, 0.5, 0.5],
        number_of_firms=100.0,
        own_data_weight=0.5,
        own_data_use=1.0,
        elasticity_of_data=0.06,
    )


def firm(people, surplus):
    """Return what the firm gets of a surplus."""
    return data_payments(
        ownership_shares=owners(people),
        bargaining_powers=[0.4, 0.2, 0.4],
        outside_value=0.5,
        data_surplus=surplus,
    )[0]


def given():
    """Return the owners, the whole and the firm's part, before and after."""
    return {
        "before": BEFORE,
        "after": AFTER,
        "whole_old": whole(BEFORE),
        "whole_new": whole(AFTER),
        "firm_old": firm(BEFORE, whole(BEFORE)),
        "firm_fixed": firm(AFTER, whole(BEFORE)),
        "firm_new": firm(AFTER, whole(AFTER)),
    }
