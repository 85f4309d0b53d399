"""What full tolerance does where ease tempts, and where the new way cannot win."""

from nqpf.models.innovation.trial_and_error import weights_that_turn

SIGNS = {"signs_for": 0.5, "signs_against": 0.75}


def given():
    """Return the weights from which the new way is chosen, in four cases."""

    def needed(**case):
        return weights_that_turn(**SIGNS, **case).new_begins

    return {
        "strict": needed(known_chance=0.45, tolerance=0.0, ease=0.3),
        "mild": needed(known_chance=0.45, tolerance=1.0, ease=0.3),
        "known_high": 0.5,
        "hopeless": needed(known_chance=0.5, tolerance=1.0, ease=0.3),
    }
