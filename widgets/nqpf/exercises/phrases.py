"""What checks say of any exercise; the page's script is handed the same sentences."""

from __future__ import annotations

from nqpf.words import _


def phrases() -> dict[str, str]:
    """Return the sentences by name, in the reader's language; braces are filled in."""
    return {
        "right": _("Right."),
        "right_number": _("Right: {answer}."),
        "nothing": _("There is no answer yet."),
        "unreadable": _("“{written}” could not be read as a number{unit}."),
        "mixed_or_less": _(
            "“{written}” may be a whole and a part of one, or a difference: write {mixed} for the "
            "first, or the number that the difference makes."
        ),
        "with_unit": _(" with a unit among {units}"),
        "unit_missing": _("Write the unit too: one of {units}."),
        "read_as": _("Read as {read}."),
        "sign": _("The size is right and the sign is not: think of what rises and what falls."),
        "hundred": _("That is {read}, off by a factor of 100: per cent or fraction?"),
        "ten": _("That is {read}, off by a factor of ten: look at the decimal point."),
        "close": _("{read} is near, but not near enough: keep more decimals until the end."),
        "larger": _("{read} is too small. Open a hint, or work the case by hand once more."),
        "smaller": _("{read} is too large. Open a hint, or work the case by hand once more."),
        "missing": _("What you chose is right, and something that is right is still missing."),
        "sorted": _("In their place: {right} of {all}."),
        "no_option": _(
            "“{written}” is none of a to {last}, or of 1 to {count}: choose among these."
        ),
        "no_label": _("“{written}” is none of the labels: {labels}."),
        "labels_read": _("Labels that were read: {read}; statements: {count}. Give one for each."),
        "too_early": _("“{line}” stands before something that it needs."),
        "twice": _("A line is used twice."),
        "too_few": _("So far so good. Still missing: {count}."),
        "foreign": _("“{line}” does not belong here."),
        "goal_reached": _("Reached."),
        "goal_not_yet": _("Not yet. Keep moving the controls."),
        "assess": _("Compare with the examples, then give yourself a level for each criterion."),
        "all_cases": _("Right: all cases agree ({count})."),
        "compared": _("`{call}` should give `{expected}` and gave `{got}`."),
        "gave": _("For example, `{call}` gives {got}."),
        "assessed": _("Your own assessment: {points} of {most} points."),
        "no_answer_given": _("Write an answer first: at least {count} words."),
    }
