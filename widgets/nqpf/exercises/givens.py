"""What an exercise gives: the figures of ``given`` in its model.py, fixed or drawn from a seed."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from typing import Any

from nqpf.exercises.draws import Draw
from nqpf.exercises.figures import number_format
from nqpf.exercises.source import Source

KEPT = 500
"""How many readers' figures are kept: some cost a second, and all are asked for several times."""
DRAWS = 100
"""How often figures are drawn again before ``reject`` is held to be wrong."""


class Givens:
    """The figures of an exercise and the functions that are called with them.

    Where what is right or said stands in the texts themselves, ``may_draw`` is false: figures
    that differ between readers are refused.
    """

    def __init__(self, source: Source, *, may_draw: bool = True) -> None:
        self.source = source
        self.function = getattr(source.model, "given", None)
        self.reject = getattr(source.model, "reject", None)
        self.seeded = self.function is not None and bool(
            inspect.signature(self.function).parameters
        )
        if self.seeded and not may_draw:
            raise source.wrong(
                "given in model.py", "no argument is expected: nothing is drawn here"
            )
        self._kept = functools.lru_cache(KEPT)(self._drawn)
        self.forms = {}
        for name, written in source.take("format", dict, {}).items():
            try:
                self.forms[name] = number_format(str(written))
            except ValueError:
                expected = "percent N, points N, plain N, amount N UNIT or year is expected"
                raise source.wrong(f"format, {name}", expected) from None
        unknown = set(self.forms) - set(self.values("0"))
        if unknown:
            raise source.wrong(f"format, {unknown.pop()}", "is no figure that given() returns")

    def values(self, seed: str) -> dict[str, Any]:
        """Return the figures for a seed; what ``reject`` refuses is drawn again."""
        return dict(self._kept(seed if self.seeded else ""))

    def _drawn(self, seed: str) -> dict[str, Any]:
        """Return the figures for a seed, which are made anew."""
        if self.function is None:
            return {}
        if not self.seeded:
            return dict(self.function())
        draw = Draw(f"{self.source.slug}:{seed}")
        for _try in range(DRAWS):
            values = dict(self.function(draw))
            if self.reject is None or not called(self.reject, values):
                return values
        raise self.source.wrong("reject in model.py", f"refuses {DRAWS} draws in a row")

    def texts(self, seed: str) -> dict[str, str]:
        """Return the figures as readers see them; texts are shown as they are."""
        values = self.values(seed)
        shown = {name: form.text(values[name]) for name, form in self.forms.items()}
        return shown | {name: v for name, v in values.items() if isinstance(v, str)}

    def call(self, function: Callable[..., Any], seed: str = "0") -> Any:
        """Return a function's result for those figures that it names."""
        return called(function, self.values(seed))


def called(function: Callable[..., Any], values: Mapping[str, Any]) -> Any:
    """Call a function with those of the values that it has parameters for."""
    parameters = inspect.signature(function).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return function(**values)
    wanted = {parameter.name for parameter in parameters}
    return function(**{name: value for name, value in values.items() if name in wanted})
