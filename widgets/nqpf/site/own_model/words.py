"""What the panel of a reader's model says; what is wrong with a model is said by Python."""

from __future__ import annotations

from nqpf.site.python import words as python_words
from nqpf.words import _


def words() -> dict[str, str]:
    """Return the sentences of the panel's script."""
    return python_words.words() | {
        "running": _("Your model is being tried and traced."),
        "part": _("Your model is being run at every setting: {done} of {all}."),
        "stopped": _("This took more than {seconds} seconds and was stopped: a loop without end?"),
        "out_of_memory": _("Your model needs more memory than this browser has for Python."),
        "same": _("This is the book’s model: change a formula, then press Run."),
        "back": _("The book’s model again."),
        "follows": _("Chart, sentences and table follow your {names}; the book’s stays pale."),
        "wider": _("The axis “{title}” was widened: it runs from {low} to {high}."),
        "wider_untitled": _("An axis without a title was widened: from {low} to {high}."),
        "not_wider": _("It leaves the chart, and wider axes could not be loaded."),
        "no_equation": _("No equation can be printed of {names}."),
        "unprinted": _("No equation of this can be printed; it may be too long."),
        "no_number": _(
            "At {bad} of {all} settings, for example {setting}, your model gives no number."
        ),
        "checks": _("Of the book’s checks {holds} of {all} hold."),
        "holds": _("Holds:"),
        "broken": _("No longer:"),
        "described": _("With your model."),
        "mark": _("with your model"),
        "line": _("{name}, line {line}:"),
        "stays": _("The chart still shows the book’s model."),
        "stays_yours": _("The chart still shows your last model that worked."),
        "linked": _(
            "This link brought another {names}, which is not the book’s. Nothing has run: read it, "
            "then press Run."
        ),
        "bad_link": _("This link was to bring a model, but it cannot be read."),
    }
