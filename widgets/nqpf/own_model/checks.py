"""The book's checks of a model, run against a reader's: which still hold, and which no longer do.

They are the laws that the book declares of its models (`nqpf.laws`), which its tests hold the
models to, and the examples of docstrings, which its tests run.
"""

from __future__ import annotations

from contextlib import redirect_stdout
from typing import Any

from nqpf.laws.law import Law
from nqpf.laws.listed import laws
from nqpf.own_model.book import Function, functions
from nqpf.own_model.running import Changed
from nqpf.readers_code.running import Printed, shortened
from nqpf.words import _

MOST = 60
"""The longest call that is shown whole, in letters."""


def checks(slug: str, now: Changed) -> list[dict[str, Any]]:
    """Return the checks that a change may break as {holds, words}, those first that it breaks.

    These are the checks of changed functions, and any other that no longer holds.
    """
    found = []
    for law in laws([one.name for one in functions(slug)]):
        about = bool(set(law.names) & set(now.names))
        found.append((about, {"holds": _is_true(law, now), "words": law.words}))
    for one in functions(slug):
        found += [(one.name in now.names, check) for check in _of_examples(one, now)]
    told = [check for about, check in found if about or not check["holds"]]
    return sorted(told, key=lambda check: bool(check["holds"]))


def _is_true(law: Law, now: Changed) -> bool:
    """Return whether a law holds for a reader's functions; what they raise breaks it."""
    try:
        return law.holds_for(lambda module, name: vars(now.models[module])[name])
    except Exception:
        return False


def _of_examples(one: Function, now: Changed) -> list[dict[str, Any]]:
    names = dict(vars(now.models[one.module]))
    found = []
    for example in one.examples:
        call = " ".join(example.call.split())
        try:
            with redirect_stdout(Printed()):
                got = _shown(example.call, names)
        except Exception as error:
            got = f"{type(error).__name__}: {error}"
        if not example.shown:
            continue
        holds = got == example.shown
        told = call if len(call) <= MOST else f"{one.name}(…)"
        words = _("{call} is {value}") if holds else _("{call} was {value} and is {got}")
        said = words.format(call=told, value=shortened(example.shown), got=shortened(got))
        found.append({"holds": holds, "words": said})
    return found


def _shown(call: str, names: dict[str, Any]) -> str:
    """Return what Python shows of a line; nothing of a step that has no value."""
    try:
        code = compile(call, "<example>", "eval", dont_inherit=True)
    except SyntaxError:
        exec(compile(call, "<example>", "exec", dont_inherit=True), names)
        return ""
    return repr(eval(code, names))
