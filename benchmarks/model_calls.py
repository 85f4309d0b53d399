"""Print the median time of one call of each model with plain numbers; the aim is 20 µs.

Run ``PYTHONPATH=widgets python benchmarks/model_calls.py``. Paths of many steps and sums over
coalitions are no closed forms: they are listed apart, without an aim.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from statistics import median
from time import process_time
from typing import Any

import nqpf.models
from nqpf.algebra import AlgebraError, declaration_of, equation

AIM = 20.0  # microseconds
CALLS, RUNS = 200, 15


def models() -> Iterator[Callable[..., Any]]:
    """Return every model, in the order of files and of lines."""
    for module in nqpf.models.modules().values():
        for value in vars(module).values():
            if hasattr(value, "declaration") and value.__module__ == module.__name__:
                yield value


def defaults(model: Callable[..., Any]) -> dict[str, Any]:
    """Return a model's default arguments; lists are brought to the length of the longest."""
    quantities = declaration_of(model).quantities
    found = {name: quantity.default for name, quantity in quantities.items()}
    longest = max((len(value) for value in found.values() if isinstance(value, tuple)), default=0)
    for name, value in found.items():
        if isinstance(value, tuple):
            found[name] = (list(value) * longest)[:longest]
    return found


def microseconds(model: Callable[..., Any]) -> float:
    """Return the median processor time of one call, which other work on the machine spares."""
    arguments = defaults(model)
    times = []
    for _ in range(RUNS):
        start = process_time()
        for _ in range(CALLS):
            model(**arguments)
        times.append((process_time() - start) / CALLS * 1e6)
    return median(times)


def is_closed_form(model: Callable[..., Any]) -> bool:
    """Return whether the model's equation is one formula."""
    try:
        equation(model)
    except AlgebraError:
        return False
    return True


def show(heading: str, timed: dict[str, float]) -> None:
    """Print the times of one group, slowest first."""
    print(heading)
    for name, took in sorted(timed.items(), key=lambda item: -item[1]):
        print(f"  {name:44s} {took:7.1f} µs")


if __name__ == "__main__":
    if "--smallest" in sys.argv[1:]:
        RUNS, CALLS = 1, 1
    closed: dict[str, float] = {}
    apart: dict[str, float] = {}
    for model in models():
        group = closed if is_closed_form(model) else apart
        group[model.__name__] = microseconds(model)
    show(f"Closed forms (aim: at most {AIM:.0f} µs)", closed)
    show("Paths and sums over coalitions", apart)
    print(f"slowest closed form: {max(closed.values()):.1f} µs")
