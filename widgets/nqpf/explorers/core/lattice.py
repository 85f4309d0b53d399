"""What no formula gives, computed at build at every stop of its controls.

A simulation is run by Python beforehand, with the same draws everywhere, and the page reads the
row that belongs to the stops: by position, so that no two floats are ever compared. It is the
fallback, for what cannot be traced; the tables travel with the page, so keep them small.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
import json
import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from statistics import NormalDist
from typing import Any

from nqpf.algebra import Scalar, Traced, let, lookup
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
    when the file of ``compute`` or what it imports changes. A lattice `made_anew` keeps nothing:
    a setting is computed when it is read, and all of them when a chart is made.
    """

    def __init__(
        self, controls: Sequence[Control], compute: Callable[..., Results], *, decimals: int = 4
    ) -> None:
        self.controls = controls
        self.compute = compute
        self.decimals = decimals
        self.is_read = False
        self._rows: dict[int, dict[str, list[float]]] = {}
        anew = _anew.get()
        self._is_anew = anew is not None
        if anew is not None:
            anew.append(self)

    @functools.cached_property
    def tables(self) -> dict[str, list[float]]:
        """Every result by name, stop after stop, the last control moving fastest."""
        file = None if self._is_anew else self._file()
        if file is not None and file.exists():
            kept: dict[str, list[float]] = json.loads(file.read_text(encoding="utf-8"))
            return kept
        computed = self._computed()
        if file is not None:
            keep(file, json.dumps(computed))
        return computed

    def read(self, p: Settings) -> dict[str, Any]:
        """Return the results at the reader's stops: a number, or a list of numbers, by name."""
        place = self._place(p)
        if self._is_anew and not isinstance(place, Traced):
            row = self.row(round(place))
            return {name: one[0] if len(one) == 1 else one for name, one in row.items()}
        place = let("lattice", place)
        return {name: self._entry(name, place) for name in self.tables}

    def item(self, p: Settings, name: str, at: Scalar) -> Scalar:
        """Return one number of a list at the reader's stops, by its position in the list."""
        place = self._place(p)
        if self._is_anew and not isinstance(place, Traced):
            return lookup(self.row(round(place))[name], at)
        return lookup(self.tables[name], place * self._length(name) + at)

    def row(self, place: int) -> dict[str, list[float]]:
        """Return the results of a setting by its place, each as a list; computed once."""
        if place not in self._rows:
            self._rows[place] = {
                name: [round(float(one), self.decimals) for one in _listed(found)]
                for name, found in self.compute(**self.setting(place)).items()
            }
        return self._rows[place]

    def setting(self, place: int) -> dict[str, float]:
        """Return the setting of a place, the last control moving fastest."""
        found = {}
        for control in reversed(self.controls):
            place, stop = divmod(place, len(control.stops))
            found[control.name] = control.stops[stop]
        return found

    @property
    def left(self) -> list[int]:
        """The places that are not computed yet."""
        return [place for place in range(self.size) if place not in self._rows]

    @property
    def size(self) -> int:
        """The number of its settings."""
        return math.prod(len(control.stops) for control in self.controls)

    def _place(self, p: Settings) -> Scalar:
        self.is_read = True
        place: Scalar = 0
        for control in self.controls:
            place = place * len(control.stops) + p.stop(control.name)
        return place

    def _entry(self, name: str, place: Scalar) -> Any:
        table, length = self.tables[name], self._length(name)
        if length == 1:
            return lookup(table, place)
        return [lookup(table, place * length + item) for item in range(length)]

    def _length(self, name: str) -> int:
        return len(self.tables[name]) // self.size

    def _computed(self) -> dict[str, list[float]]:
        tables: dict[str, list[float]] = {}
        for place in range(self.size):
            for name, values in self.row(place).items():
                tables.setdefault(name, []).extend(values)
        uneven = [name for name, table in tables.items() if len(table) % self.size]
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


def _listed(found: float | Sequence[float]) -> Sequence[float]:
    return found if isinstance(found, Sequence) else [found]


_anew: ContextVar[list[Lattice] | None] = ContextVar("anew", default=None)


@contextmanager
def made_anew() -> Iterator[list[Lattice]]:
    """Let lattices that are made in the block keep nothing; give them as a list that fills."""
    lattices: list[Lattice] = []
    token = _anew.set(lattices)
    try:
        yield lattices
    finally:
        _anew.reset(token)


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
