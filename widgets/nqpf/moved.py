"""Old names of modules that moved, for one more edition: a reader's notebook still imports them."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType


class _OldName(Loader):
    """Fills a module of the old name with what the new one holds."""

    def __init__(self, new_name: str) -> None:
        self.new_name = new_name

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave the making of an empty module to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Take over every name of the module that moved."""
        taken = vars(importlib.import_module(self.new_name))
        vars(module).update({name: taken[name] for name in taken if not name.startswith("__")})
        module.__doc__ = taken["__doc__"]


class _OldNames(MetaPathFinder):
    """Finds what Python itself does not find in one package."""

    def __init__(self, package: str, names: Callable[[], Mapping[str, str]]) -> None:
        self.package, self.names = package, names

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load a module under its old name, if it is one that moved."""
        package, _, name = fullname.rpartition(".")
        new_name = self.names().get(name) if package == self.package else None
        return ModuleSpec(fullname, _OldName(new_name)) if new_name else None


def moved(package: str, names: Callable[[], Mapping[str, str]]) -> None:
    """Let modules that lay in a package be imported from there; ``names`` says where they are."""
    sys.meta_path.append(_OldNames(package, names))


def now_named(module: str) -> str:
    """Return the name that a module has now, or its name as it is if it did not move."""
    package, _, name = module.rpartition(".")
    for finder in sys.meta_path:
        if isinstance(finder, _OldNames) and finder.package == package:
            return finder.names().get(name, module)
    return module
