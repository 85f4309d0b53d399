"""The panel under an explorer in which its model can be changed, complete before any script runs.

A reader without a script, or of an unzipped folder, has the equations and the functions to read.
The frame of the chart travels in a script of its own, which a page loads when axes must be wider.
"""

from __future__ import annotations

import functools
import json
from typing import Any, NamedTuple

from markupsafe import Markup

from nqpf.algebra import AlgebraError, equation
from nqpf.explorers.afresh.used import Used, used
from nqpf.explorers.core.compiled import compiled
from nqpf.site.build.mathematics import rendered
from nqpf.site.build.stills import WIDTHS, Drawn
from nqpf.site.exercise.html import PYTHON_MEGABYTES
from nqpf.site.own_model.words import words
from nqpf.site.python.assets import folder_name
from nqpf.site.templating import json_for_script, templates
from nqpf.words import EDITION

OUTPUT = "mathml"
"""How equations are set here: a panel that stays closed is not to weigh as much as its chapter."""


class Shown(NamedTuple):
    """A function as the panel shows it."""

    name: str
    text: str
    equation: Markup
    rows: int


def panel(slug: str, root: str) -> Markup:
    """Return the panel of an explorer; nothing for one without a model that a page can run."""
    listed = functions(slug)
    if not listed:
        return Markup("")
    template = templates().get_template("own_model/own_model.html")
    python = f"{root}{'../' if EDITION else ''}{folder_name()}/"
    return Markup(
        template.render(functions=listed, python=python, megabytes=PYTHON_MEGABYTES, output=OUTPUT)
    )


def shared_words() -> Markup:
    """Return the sentences of the page's script in its language; English ones are in the script."""
    if not EDITION:
        return Markup("")
    script = '<script type="application/json" id="nqpf-own-model-words">{}</script>'
    return Markup(script).format(Markup(json_for_script(words())))


@functools.cache
def functions(slug: str) -> tuple[Shown, ...]:
    """Return what the panel shows of each function, the innermost first."""
    return tuple(
        Shown(one.name, one.text, equation_of(one), one.text.count("\n") + 2) for one in used(slug)
    )


def equation_of(one: Used) -> Markup:
    """Return a model's equation as the panel shows it; nothing for what has none."""
    if one.declaration is None:
        return Markup("")
    try:
        printed = equation(one.function).latex
    except (AlgebraError, ValueError):
        return Markup("")
    return Markup(rendered(printed, display=True, output=OUTPUT))


def frame_script(slug: str, drawn: Drawn) -> str:
    """Return the script from which a page draws an explorer's frame anew, with other ends."""
    told: dict[str, Any] = {
        "specification": compiled(slug).vega,
        "constants": drawn.constants,
        "attributes": drawn.attributes,
        "widths": WIDTHS,
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return f"(self.nqpfFrames??={{}})[{json.dumps(slug)}]={text};\n"
