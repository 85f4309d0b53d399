"""What a page says of its exercises, in the sentences that all of them share."""

from __future__ import annotations

from nqpf.exercises.phrases import phrases
from nqpf.site.python import words as python_words
from nqpf.words import _


def words() -> dict[str, str]:
    """Return the sentences of all checks and of the page around them, by name.

    The page's script has them in it, so that they are sent once and not with every chapter.
    """
    return {
        **phrases(),
        **python_words.words(),
        "next_hint": _("Next hint ({left} left)"),
        "no_hint": _("No more hints"),
        "read_again": _("Read again: {section}"),
        "solved": _("Solved"),
        "tried": _("Tried"),
        "not_kept": _(
            "This browser keeps nothing for the page: your answers last until you leave."
        ),
        "full": _("The browser’s store is full: this answer is not kept when you leave."),
        "running": _("Python is running…"),
        "stopped": _(
            "Your code ran for more than {seconds} seconds and was stopped. A loop that never ends "
            "is the usual reason: look for what should make it stop."
        ),
        "out_of_memory": _(
            "Your code used up the memory of the page’s Python, which was replaced."
        ),
        "line": _("Line {line}"),
        "call": _("Call"),
        "expected": _("Expected"),
        "got": _("Got"),
        "printed": _("Printed"),
        "see_own": _("See your model at work"),
        "line_add": _("Use: {line}"),
        "line_up": _("Up: {line}"),
        "line_down": _("Down: {line}"),
        "line_out": _("Take out: {line}"),
        "taken_out": _("Taken out."),
        "moved": _("Moved to place {place} of {count}."),
    }
