"""Put a reader's functions into an explorer, try them on numbers, and trace them.

Whatever is wrong comes back as one sentence with the line. Numbers are tried first: a range that a
model inside refuses is not looked at when the formula is traced.
"""

from __future__ import annotations

import ast
import linecache
import math
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout
from types import ModuleType
from typing import Any, NamedTuple

from nqpf.algebra import AlgebraError, equation
from nqpf.explorers.afresh.fresh import Change, afresh, run_in
from nqpf.explorers.afresh.steps import steps
from nqpf.explorers.core.declaration import Explorer, View
from nqpf.explorers.core.lattice import Lattice
from nqpf.explorers.core.parts import Control
from nqpf.own_model.book import Function, functions
from nqpf.readers_code.running import ANSWER, Fault, Printed, explained
from nqpf.refusals import in_one_sentence
from nqpf.words import _

SETTINGS = 150
SECONDS = 1.5
ALWAYS = 5
"""So many settings are tried, or as many as there is time for; corners come first."""

PART = 2.0
"""Seconds for which a lattice is computed before the page hears how far it is."""

LONGEST = 100
"""Seconds that readers wait for a lattice, at most."""


class Changed(NamedTuple):
    """An explorer with a reader's functions in place, and which of them differ from the book's."""

    explorer: Explorer
    models: Mapping[str, ModuleType]
    lattices: Sequence[Lattice]
    names: tuple[str, ...]

    def function(self, one: Function) -> Any:
        """Return a function as this explorer has it."""
        return vars(self.models[one.module])[one.name]


def changed(slug: str, code: str) -> Changed:
    """Return an explorer with the functions of some Python in place; raise `Fault`."""
    book = functions(slug)
    linecache.cache[ANSWER] = (len(code), None, code.splitlines(keepends=True), ANSWER)
    try:
        tree = ast.parse(code, ANSWER)
    except SyntaxError as error:
        raise explained(error, code) from None
    own = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    for one in book:
        if one.name not in own:
            raise Fault(_missing(one, own, book), "NameError", None, f"def {one.name}(…):")
    names = tuple(one.name for one in book if _differs(own[one.name], one.text))
    by_module: dict[str, list[str]] = {}
    for one in book:
        if one.name in names:
            by_module.setdefault(one.module, []).append(one.name)
    of_book = {one.name for one in book}
    with _faults(code):
        changes = {module: _change(tree, of_book, chosen) for module, chosen in by_module.items()}
        fresh = afresh(slug, changes)
    return Changed(*fresh, names)


def _missing(one: Function, own: Mapping[str, ast.FunctionDef], book: tuple[Function, ...]) -> str:
    strange = [name for name in own if name not in {other.name for other in book}]
    if len(strange) == 1:
        words = _(
            "{name} is called {strange} now, and what calls it would still find the book’s: "
            "give it its name back."
        )
        return words.format(name=one.name, strange=strange[0])
    words = _("The function {name} is gone, and what calls it would still find the book’s.")
    return words.format(name=one.name)


def _differs(node: ast.FunctionDef, text: str) -> bool:
    return ast.dump(node) != ast.dump(ast.parse(text).body[0])


def _change(tree: ast.Module, of_book: set[str], chosen: list[str]) -> Change:
    """Return the change that runs a module's own part of the reader's code, lines as they are."""
    body = [
        node
        for node in tree.body
        if not isinstance(node, ast.FunctionDef) or node.name not in of_book or node.name in chosen
    ]
    part = ast.Module(body=body, type_ignores=[])
    return run_in(chosen, compile(part, ANSWER, "exec", dont_inherit=True))


@contextmanager
def _faults(code: str) -> Iterator[None]:
    """Turn whatever a reader's code raises into a `Fault`; what it prints goes nowhere."""
    try:
        with redirect_stdout(Printed()):
            yield
    except (Fault, MemoryError):
        raise
    except BaseException as error:
        raise in_words(error, code) from None


def in_words(error: BaseException, code: str) -> Fault:
    """Return an error as readers of a formula are told it: where the book says more, its words."""
    fault = explained(error, code)
    ours = isinstance(error, AlgebraError) or (
        isinstance(error, (TypeError, ValueError)) and hasattr(error, "_render_traceback_")
    )
    if ours:
        return Fault(str(error), type(error).__name__, fault.line, fault.text)
    if isinstance(error, OverflowError):
        words = _("A number grows larger than a computer’s numbers go.")
        return Fault(words, fault.python, fault.line, fault.text)
    if isinstance(error, TypeError) and "complex" in str(error):
        words = _("A root or a power of a negative number is no real number.")
        return Fault(words, fault.python, fault.line, fault.text)
    return fault


def tried(one: Explorer, code: str, here: Mapping[str, float]) -> None:
    """Try an explorer with numbers at many settings, the reader's first; raise `Fault`."""
    ends = time.monotonic() + SECONDS
    count = 0
    failed: list[tuple[dict[str, float], Fault]] = []
    for setting in _settings(one, here):
        if count > 1 and time.monotonic() > ends:
            break
        count += 1
        fault = _fault_at(one, code, setting)
        if fault is None:
            continue
        failed.append((setting, fault))
        # What fails from the first setting on has nothing to do with the setting.
        if fault.python == AlgebraError.__name__ or len(failed) == count == ALWAYS:
            raise failed[0][1]
    if failed:
        setting, fault = failed[0]
        words = _("At {failed} of {count} settings tried, for example {setting}: {what}")
        told = {"failed": len(failed), "count": count, "setting": _told(one.controls, setting)}
        said = words.format(**told, what=fault.sentence)
        raise Fault(said, fault.python, fault.line, fault.text)


def _fault_at(one: Explorer, code: str, setting: Mapping[str, float]) -> Fault | None:
    """Return what is wrong with an explorer at a setting, if anything is."""
    try:
        with _faults(code):
            _check_finite(one.at(**setting))
    except Fault as fault:
        return fault
    return None


def _settings(one: Explorer, here: Mapping[str, float]) -> Iterator[dict[str, float]]:
    yield {**one.start, **here}
    yield from one.settings_grid(SETTINGS)


def _told(controls: Sequence[Control], setting: Mapping[str, float]) -> str:
    return "; ".join(f"{c.label} {c.text(setting[c.name])}" for c in controls)


def _check_finite(view: View) -> None:
    """Raise ``ValueError`` for a value or a cell that is no finite number."""
    cells: list[tuple[str, Any]] = [(n, value.value) for n, value in view.values().items()]
    for table in view.tables.values():
        for row in table.fixed:
            # What is drawn may be words; what has a form is a number.
            cells += [(name, row[name]) for name, one in table.columns.items() if one.form]
    _refuse_what_is_no_number(cells)
    for name, value in view.values().items():
        if value.words and not 0 <= math.floor(value.value + 0.5) < len(value.words):
            said = _("{name} is to be the number of a word, and there are {count} words.")
            raise in_one_sentence(ValueError(said.format(name=name, count=len(value.words))))


def _refuse_what_is_no_number(cells: Iterable[tuple[str, Any]]) -> None:
    for name, value in cells:
        if value is None or isinstance(value, complex) or not math.isfinite(value):
            said = _("{name} is {value}, which cannot be drawn.")
            raise in_one_sentence(ValueError(said.format(name=name, value=value)))


class Filling:
    """The lattices of a changed explorer as they are computed, some settings at a time.

    Only those count that the explorer has read when it was tried.
    """

    def __init__(self, now: Changed, code: str) -> None:
        self.code = code
        read = [lattice for lattice in now.lattices if lattice.is_read]
        self.all = sum(lattice.size for lattice in read)
        self.left = [(lattice, place) for lattice in read for place in lattice.left]

    def go_on(self) -> None:
        """Compute settings for some time, at least one; raise `Fault` for what goes wrong.

        Raises it, too, where all settings would take longer than readers wait.
        """
        began, many = time.monotonic(), len(self.left)
        while self.left and time.monotonic() < began + PART:
            self._compute(*self.left.pop(0))
        each = (time.monotonic() - began) / max(1, many - len(self.left))
        if each * len(self.left) > LONGEST:
            words = _(
                "Your model is computed at {all} settings, which would take about {seconds} "
                "seconds, too long for a page: let it do less, or change it in Jupyter."
            )
            raise Fault(words.format(all=self.all, seconds=round(each * self.all)), "", None, "")

    def _compute(self, lattice: Lattice, place: int) -> None:
        try:
            with _faults(self.code):
                row = lattice.row(place)
                _refuse_what_is_no_number((name, one) for name, all in row.items() for one in all)
        except Fault as fault:
            setting = _told(lattice.controls, lattice.setting(place))
            said = _("At {setting}: {what}").format(setting=setting, what=fault.sentence)
            raise Fault(said, fault.python, fault.line, fault.text) from None


def traced(one: Explorer, code: str) -> dict[str, Any]:
    """Return the steps of an explorer; raise `Fault` for what no chart can follow."""
    with _faults(code):
        made = steps(one.traced())
    return made


def equations(slug: str, now: Changed) -> dict[str, str]:
    """Return the equation of each changed model by its name; nothing for what has none."""
    found = {}
    for one in functions(slug):
        if one.name in now.names and one.is_model:
            try:
                found[one.name] = equation(now.function(one)).latex
            except (AlgebraError, RecursionError, TypeError, ValueError):
                found[one.name] = ""
    return found
