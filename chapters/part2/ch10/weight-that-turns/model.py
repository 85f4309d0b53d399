"""The weight of later that makes a manager try, with all and with no failures forgiven."""

from nqpf.models.innovation.trial_and_error import belief_in_new_way, weights_that_turn


def given():
    """Return the chances of both ways, and how much of a failure is forgiven."""
    return {
        "signs_for": 0.5,
        "signs_against": 0.75,
        "known_chance": 0.45,
        "tolerance": 0.5,
        "before": belief_in_new_way(signs_for=0.5, signs_against=0.75).before,
        "after_success": belief_in_new_way(signs_for=0.5, signs_against=0.75).after_success,
    }


def turn(signs_for, signs_against, known_chance, tolerance):
    """Return the weight from which the new way is chosen when ease is out of the question."""
    return weights_that_turn(
        signs_for=signs_for,
        signs_against=signs_against,
        known_chance=known_chance,
        tolerance=tolerance,
        ease=0.0,
    ).new_begins


answer = turn


def wrong_all_forgiven(signs_for, signs_against, known_chance):
    """Return the weight if every failure were forgiven."""
    return turn(signs_for, signs_against, known_chance, 1.0)


def wrong_none_forgiven(signs_for, signs_against, known_chance):
    """Return the weight if no failure were forgiven."""
    return turn(signs_for, signs_against, known_chance, 0.0)


def wrong_ratio_of_chances(known_chance, before):
    """Return the chance given up over that of the new way."""
    return (known_chance - before) / before
