"""An explorer in a notebook with functions of the reader's in the place of the book's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from nqpf.algebra import AlgebraError
from nqpf.explorers.afresh.fresh import afresh, put_in
from nqpf.explorers.afresh.used import used
from nqpf.explorers.core.declaration import Explorer
from nqpf.refusals import in_one_sentence
from nqpf.words import _

TRIED = 12
"""So many settings are computed before a changed explorer is handed over."""


def with_models(explorer: Explorer, functions: Sequence[Callable[..., Any]]) -> Explorer:
    """Return an explorer that computes with functions in the place of the book's of their names.

    Raises ``ValueError`` for a function of a name that the explorer's models do not have, and
    ``AlgebraError`` for what a chart cannot follow; what the functions raise goes on as it is.
    """
    known = {one.name: one.module for one in used(explorer.slug)}
    given = {function.__name__: function for function in functions}
    strange = [name for name in given if name not in known]
    if strange or not given:
        models = ", ".join(known) or "no model that a call changes"
        what = f"{strange[0]} is none of them" if strange else "give it at least one of them"
        raise in_one_sentence(ValueError(f"{explorer.slug} computes with {models}; {what}."))
    by_module: dict[str, dict[str, Callable[..., Any]]] = {}
    for name, function in given.items():
        by_module.setdefault(known[name], {})[name] = function
    try:
        changes = {module: put_in(found) for module, found in by_module.items()}
        one = afresh(explorer.slug, changes).explorer
        for setting in (one.start, *one.settings_grid(TRIED)):
            one.readouts(**setting)
        one.traced()
    except AlgebraError as refused:
        in_one_sentence(refused)
        raise
    title = _("{title} (with your {names})").format(title=one.title, names=", ".join(given))
    # What is asked before the answer is shown was asked of the book's model.
    return replace(one, title=title, predict=None, sketch=None)
