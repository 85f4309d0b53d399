"""An explorer imported anew with a reader's functions in the place of the book's.

A model is used by other models and by constants that are computed at import, so the functions are
put into their modules and everything that may hold the book's own is imported once more. The
modules that were loaded before stay those that everybody else has.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import CodeType, ModuleType
from typing import Any, NamedTuple

from nqpf import algebra
from nqpf.algebra import Declaration, model, quantity
from nqpf.explorers.core.declaration import Explorer
from nqpf.explorers.core.found import modules
from nqpf.explorers.core.lattice import Lattice, made_anew
from nqpf.refusals import in_one_sentence

ANEW = ("nqpf.models", "nqpf.explorers.ch")
KEPT = ("nqpf.models.quantities",)
"""What holds no function of a model: declarations of quantities, which are the same again."""

Change = Callable[[ModuleType], None]
"""What is done to a module of models once it has been read."""


class Afresh(NamedTuple):
    """An explorer read anew, the modules of models that were read for it, by name, and lattices."""

    explorer: Explorer
    models: Mapping[str, ModuleType]
    lattices: Sequence[Lattice]


def afresh(slug: str, changes: Mapping[str, Change]) -> Afresh:
    """Return an explorer read anew, with a change to each named module of models.

    Raises what the changed modules raise.
    """
    with _anew(), _changed(changes), made_anew() as lattices:
        one: Explorer = importlib.import_module(modules()[slug]).EXPLORER
        read = {name: module for name, module in sys.modules.items() if _is_anew(name)}
        return Afresh(one, read, lattices)


@contextmanager
def _anew() -> Iterator[None]:
    """Let models and explorers be imported once more, and put back those that were there."""
    before = {name: module for name, module in sys.modules.items() if _is_anew(name)}
    for name in before:
        del sys.modules[name]
    try:
        yield
    finally:
        for name in [name for name in sys.modules if _is_anew(name)]:
            del sys.modules[name]
        sys.modules.update(before)
        for name, module in before.items():
            package, _, own = name.rpartition(".")
            if package in sys.modules:
                setattr(sys.modules[package], own, module)


def _is_anew(name: str) -> bool:
    return name.startswith(ANEW) and not name.startswith(KEPT)


class _Changing(Loader):
    """Reads a module as it is, then changes it."""

    def __init__(self, own: Loader, change: Change) -> None:
        self.own, self.change = own, change

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        """Make the module as its own loader does."""
        return self.own.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        """Run the module, then the change."""
        self.own.exec_module(module)
        self.change(module)


class _Changes(MetaPathFinder):
    """Finds the modules that are changed."""

    def __init__(self, changes: Mapping[str, Change]) -> None:
        self.changes = changes

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to read a changed module."""
        if fullname not in self.changes:
            return None
        spec = PathFinder.find_spec(fullname, path)
        if spec is not None and spec.loader is not None:
            spec.loader = _Changing(spec.loader, self.changes[fullname])
        return spec


@contextmanager
def _changed(changes: Mapping[str, Change]) -> Iterator[None]:
    finder = _Changes(changes)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


def put_in(functions: Mapping[str, Callable[..., Any]]) -> Change:
    """Return the change that puts functions in the place of a module's own of those names."""

    def change(module: ModuleType) -> None:
        for name, function in functions.items():
            vars(module)[name] = declared_as(vars(module)[name], function)

    return change


def run_in(names: Iterable[str], code: CodeType) -> Change:
    """Return the change that runs code in a module, then declares its functions as the book's are.

    The words of the algebra are at hand in it.
    """

    def change(module: ModuleType) -> None:
        own = {name: vars(module)[name] for name in names}
        for word in algebra.__all__:
            vars(module).setdefault(word, getattr(algebra, word))
        exec(code, vars(module))
        for name, book in own.items():
            vars(module)[name] = declared_as(book, vars(module)[name])

    return change


def declared_as(book: Callable[..., Any], function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function as a model, if the book's function of its name is one, with its ranges.

    Raises ``AlgebraError`` for an argument that is no declared quantity.
    """
    declaration = getattr(book, "declaration", None)
    if not isinstance(declaration, Declaration) or hasattr(function, "declaration"):
        return function
    ranges = {
        name: (one.low, one.high)
        for name, one in declaration.quantities.items()
        if one != quantity(name) and name in inspect.signature(function).parameters
    }
    refusal = declaration.refusal
    made = model(symbol=declaration.symbols, unit=declaration.unit, refuses=refusal, **ranges)
    return made(_as_many(function, len(declaration.symbols)))


def _as_many(function: Callable[..., Any], count: int) -> Callable[..., Any]:
    """Return a function that says so if it does not give as many results as the book's does."""

    @functools.wraps(function)
    def call(**arguments: Any) -> Any:
        result = function(**arguments)
        given = len(result) if isinstance(result, tuple) else int(result is not None)
        # A model with one symbol may give a list of any length.
        if given != count and (count > 1 or not given):
            said = f"{function.__name__} returns {given or 'nothing'}"
            raise in_one_sentence(ValueError(f"{said}, where the book’s returns {count}."))
        return result

    return call
