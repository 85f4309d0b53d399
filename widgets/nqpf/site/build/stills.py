"""Charts drawn at build by the page's own runtime, so that a page shows them before any script."""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nqpf.explorers.afresh.used import used
from nqpf.explorers.core.compiled import PHONE, WIDE, Compiled
from nqpf.fingerprint import fingerprint
from nqpf.places import ROOT
from nqpf.site.build import node
from nqpf.site.build.assets import sources
from nqpf.whole import keep

DRAWN = ROOT / "_build" / "stills"
WIDTHS = {"wide": WIDE, "phone": PHONE}
# Settings in which axes and keys are looked at, whether they stay; a test looks at many more.
TRIED = 24


class Still(NamedTuple):
    """A drawn chart: its SVG, and the signals that make the live one as wide."""

    svg: str
    sizes: dict[str, float]


class Drawn(NamedTuple):
    """An explorer as it is drawn: its stills by width's name, and what draws it in the page.

    ``make`` is the JavaScript of the functions that do, ``frames`` what these take for each width.
    Where it is None the page draws with Vega, and ``why`` says what the functions cannot do.
    ``constants`` says what of the chart's frame the functions take, and ``attributes`` what is said
    of each mark once: with these, and the chart, a page draws another frame.
    """

    stills: dict[str, Still]
    make: str | None
    frames: dict[str, Any]
    why: str
    constants: dict[str, str]
    attributes: list[dict[str, str]]


def explorer_drawn(one: Compiled) -> Drawn:
    """Return an explorer's chart in its start setting, and the functions that draw any other."""
    explorer = one.explorer
    job = {
        "specification": one.vega,
        "readouts": one.readouts,
        "datasets": one.datasets,
        "settings": [explorer.start, *explorer.settings_grid(TRIED)],
        "widths": WIDTHS,
        "drag": dict(explorer.drag),
        "sketch": explorer.sketch.curve if explorer.sketch else "",
        # A reader may change the model, if there is one.
        "traced": one.traced if used(explorer.slug) else None,
    }
    found = _kept("explorer", job)
    stills = {name: Still(svg, found["sizes"][name]) for name, svg in found["stills"].items()}
    rest = {name: found[name] for name in Drawn._fields if name != "stills"}
    return Drawn(stills, **rest)


def draw(jobs: Sequence[Mapping[str, Any]]) -> list[Still]:
    """Return the chart of each job; one that was drawn before is not drawn again."""
    return [_drawn(job) for job in jobs]


def _drawn(job: Mapping[str, Any]) -> Still:
    return Still(**_kept("still", job))


def _kept(kind: str, job: Mapping[str, Any]) -> dict[str, Any]:
    written = json.dumps([kind, job], sort_keys=True)
    file = _file(hashlib.sha256((_runtime() + written).encode()).hexdigest())
    if not file.exists():
        keep(file, json.dumps(node.ask(kind, job)))
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


@functools.cache
def _runtime() -> str:
    """Return the fingerprint of what draws."""
    return fingerprint([*sources(), ROOT / "package-lock.json"])


def _file(key: str) -> Path:
    return DRAWN / f"{key}.json"
