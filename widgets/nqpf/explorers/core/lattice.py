"""What no formula gives, computed at build at every stop of its controls.

A simulation is run by Python beforehand, with the same draws everywhere, and the page reads the
row that belongs to the stops: by position, so that no two floats are ever compared. It is the
fallback, for what cannot be traced; the tables travel with the page, so keep them small.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
import itertools
import json
import math
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import NormalDist
from typing import Any

from nqpf.algebra import Scalar, let, lookup
from nqpf.explorers.core.declaration import Settings
from nqpf.explorers.core.parts import Control
from nqpf.inputs import closure, datasets_named, mark
from nqpf.places import ROOT
from nqpf.whole import keep

Results = Mapping[str, float | Sequence[float]]


class Lattice:
    """A computation of some controls, run at every combination of their stops.

    ``compute(name=value, …)`` returns numbers, or lists of numbers, by name, the same names and
    lengths everywhere. They are kept to ``decimals`` in a file of ``_build``, and computed again
    when the file of ``compute`` or what it imports changes.
    """

    def __init__(
        self, controls: Sequence[Control], compute: Callable[..., Results], *, decimals: int = 4
    ) -> None:
        self.controls = controls
        self.compute = compute
        self.decimals = decimals

    @functools.cached_property
    def tables(self) -> dict[str, list[float]]:
        """Every result by name, stop after stop, the last control moving fastest."""
        file = self._file()
        if file is not None and file.exists():
            kept: dict[str, list[float]] = json.loads(file.read_text(encoding="utf-8"))
            return kept
        computed = self._computed()
        if file is not None:
            keep(file, json.dumps(computed))
        return computed

    def read(self, p: Settings) -> dict[str, Any]:
        """Return the results at the reader's stops: a number, or a list of numbers, by name."""
        place: Scalar = 0
        for control in self.controls:
            place = place * len(control.stops) + p.stop(control.name)
        place = let("lattice", place)
        return {name: self._entry(name, place) for name in self.tables}

    def _entry(self, name: str, place: Scalar) -> Any:
        table = self.tables[name]
        length = len(table) // self._size()
        if length == 1:
            return lookup(table, place)
        return [lookup(table, place * length + item) for item in range(length)]

    def _size(self) -> int:
        return math.prod(len(control.stops) for control in self.controls)

    def _computed(self) -> dict[str, list[float]]:
        tables: dict[str, list[float]] = {}
        for stops in itertools.product(*(control.stops for control in self.controls)):
            names = (control.name for control in self.controls)
            for name, found in self.compute(**dict(zip(names, stops, strict=True))).items():
                values = found if isinstance(found, Sequence) else [found]
                kept = [round(float(value), self.decimals) for value in values]
                tables.setdefault(name, []).extend(kept)
        uneven = [name for name, table in tables.items() if len(table) % self._size()]
        if uneven:
            raise ValueError(f"{uneven} of a lattice are not of one length at every stop.")
        return tables

    def _file(self) -> Path | None:
        """Return where the tables are kept, or None away from the book's repository."""
        if not (ROOT / "_config.yml").exists():
            return None
        files = closure([Path(inspect.getfile(self.compute))])
        made_from = mark(files, datasets_named(files))
        stops = [[control.name, *control.stops] for control in self.controls]
        key = f"{made_from} {self.compute.__qualname__} {stops} {self.decimals}"
        return ROOT / "_build" / "lattices" / f"{hashlib.sha256(key.encode()).hexdigest()}.json"


def normal_draws(count: int, seed: str) -> list[float]:
    """Return standard normal draws, the same on every machine and in every Python.

    They come from ``random()``, whose sequence Python promises to keep, in antithetic pairs, so
    that their mean is zero.

    >>> [round(draw, 4) for draw in normal_draws(2, "example")]
    [0.8991, -0.8991]
    """
    generator = random.Random(seed)
    standard = NormalDist()
    drawn: list[float] = []
    while len(drawn) < count:
        draw = standard.inv_cdf(min(max(generator.random(), 1e-12), 1 - 1e-12))
        drawn += [draw, -draw]
    return drawn[:count]
