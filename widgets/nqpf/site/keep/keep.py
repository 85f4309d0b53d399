"""What a page says of settings that a reader keeps in an explorer's chart."""

from __future__ import annotations

from markupsafe import Markup

from nqpf.site.templating import json_for_script
from nqpf.words import _


def shared_words() -> Markup:
    """Return the sentences for the page's script, once for all explorers of a page."""
    script = '<script type="application/json" id="nqpf-keep-words">{}</script>'
    return Markup(script).format(Markup(json_for_script(words())))


def words() -> dict[str, str]:
    """Return the sentences of keeping and comparing."""
    return {
        "kept": _("Kept {place} ({look}): {setting}."),
        "look1": _("dashed"),
        "look2": _("dotted"),
        "forget": _("Forget"),
        "colon": _(": "),
        "semicolon": _("; "),
        "forgotten": _("Forgotten."),
        "now_kept": _("Kept. Move the controls: what was is drawn beside what is."),
        "already": _("This setting is kept already."),
        "full": _("Two settings are kept: forget one first."),
        "alike": _("Against kept {place}, the sentences say the same."),
        "moved": _("{what}: {after} now{gap}, {before} in kept {place}{setting}."),
        "gap": _(" ({gap})"),
        "points": _(" percentage points"),
        "point": _(" percentage point"),
        "reordered": _(
            "Rows stand in another order than in kept {place}: it is not drawn, and the table says "
            "what it was."
        ),
        "what": _("What"),
        "column": _("Kept {place}"),
        "now": _("Now"),
        "less": _("Now less kept {place}"),
        "table": _("Kept and now"),
    }
