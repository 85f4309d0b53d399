"""The economics of the book: pure functions, one folder a topic, one file for each of its models.

``modules()`` returns them by name and ``find("trap")`` those whose words have it.
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Mapping
from types import ModuleType
from typing import Any

from nqpf.algebra import declare
from nqpf.models.quantities import QUANTITIES
from nqpf.moved import moved

__all__ = ["find", "modules", "names"]

# Before the first model, which looks its arguments up there.
declare(*QUANTITIES)


@functools.cache
def names() -> Mapping[str, str]:
    """Return the full name of each module of models by its own name.

    >>> names()["drivers"]
    'nqpf.models.growth.drivers'
    """
    topics = [topic.name for topic in pkgutil.iter_modules(__path__) if topic.name != "quantities"]
    return {
        module.name: f"{__name__}.{topic}.{module.name}"
        for topic in topics
        for module in pkgutil.iter_modules([f"{folder}/{topic}" for folder in __path__])
    }


@functools.cache
def modules() -> Mapping[str, ModuleType]:
    """Return every module of models by its own name."""
    return {name: importlib.import_module(full) for name, full in sorted(names().items())}


def find(words: str) -> list[str]:
    """Return the models in whose name or docstrings all these words stand, whatever their case.

    >>> find("solow residual")
    ['nqpf.models.growth.growth.growth_of_productivity']
    >>> find("trap")[0]
    'nqpf.models.innovation.frontier.next_proximity'
    """
    wanted = [re.compile(rf"\b{re.escape(word)}s?\b") for word in words.lower().split()]
    texts = {
        f"{module.__name__}.{name}": f"{name} {module.__doc__} {function.__doc__}"
        for module in modules().values()
        for name, function in functions(module).items()
    }
    readable = {name: text.lower().replace("_", " ") for name, text in texts.items()}
    return [name for name, text in readable.items() if all(one.search(text) for one in wanted)]


def functions(module: ModuleType) -> Mapping[str, Callable[..., Any]]:
    """Return the public functions that a module defines, by name."""
    return {
        name: value
        for name, value in vars(module).items()
        if inspect.isfunction(value) and value.__module__ == module.__name__ and name[0] != "_"
    }


# Until the first edition after November 2026, notebooks find models under their old names.
moved(__name__, names)
