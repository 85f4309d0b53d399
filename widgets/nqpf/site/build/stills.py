"""Charts drawn at build by the page's own runtime, so that a page shows them before any script."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nqpf.explorers.core.compiled import PHONE, WIDE, Compiled
from nqpf.fingerprint import fingerprint
from nqpf.places import ROOT
from nqpf.site.build import node
from nqpf.site.build.assets import sources
from nqpf.whole import keep

DRAWN = ROOT / "_build" / "stills"
WIDTHS = {"wide": WIDE, "phone": PHONE}


class Still(NamedTuple):
    """A drawn chart: its SVG, and the signals that make the live one as wide."""

    svg: str
    sizes: dict[str, float]


def stills(drawings: Sequence[Compiled]) -> dict[str, dict[str, Still]]:
    """Return each explorer's chart in its start setting, by slug and by width's name."""
    jobs = {
        (one.explorer.slug, name): {"specification": one.vega, "signals": {}, "width": width}
        for one in drawings
        for name, width in WIDTHS.items()
    }
    drawn = draw(list(jobs.values()))
    found: dict[str, dict[str, Still]] = {}
    for (slug, width), still in zip(jobs, drawn, strict=True):
        found.setdefault(slug, {})[width] = still
    return found


def draw(jobs: Sequence[Mapping[str, Any]]) -> list[Still]:
    """Return the chart of each job; one that was drawn before is not drawn again."""
    return [_drawn(job) for job in jobs]


def _drawn(job: Mapping[str, Any]) -> Still:
    written = json.dumps(job, sort_keys=True)
    file = _file(hashlib.sha256((_runtime() + written).encode()).hexdigest())
    if not file.exists():
        keep(file, json.dumps(node.ask("still", job)))
    return Still(**json.loads(file.read_text(encoding="utf-8")))


@functools.cache
def _runtime() -> str:
    """Return the fingerprint of what draws."""
    return fingerprint([*sources(), ROOT / "package-lock.json"])


def _file(key: str) -> Path:
    return DRAWN / f"{key}.json"
