"""What a page says while Python comes, wherever it is asked for, and when it does not come."""

from __future__ import annotations

from nqpf.words import _


def words() -> dict[str, str]:
    """Return the sentences by name."""
    return {
        "from_file": _(
            "This page was opened as a file, and browsers start no Python there. In the folder of "
            "the book run: python -m http.server, then open http://localhost:8000 in the browser."
        ),
        "starting": _("Python is being loaded; this is the longest part of the first run."),
        "arriving": _("Python is being loaded: {done} of {size} MB."),
        "no_python": _("Python could not be started in this browser ({reason})."),
        "no_network": _(
            "The network broke off while Python was being loaded. What has come is kept: press the "
            "button again, and it goes on from there."
        ),
    }
