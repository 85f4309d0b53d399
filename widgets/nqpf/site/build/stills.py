"""Charts drawn at build by the page's own runtime, so that a page shows them before any script."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from nqpf.explorers.core.compiled import PHONE, WIDE, Compiled
from nqpf.fingerprint import fingerprint
from nqpf.places import ROOT
from nqpf.site.build.assets import sources
from nqpf.site.build.node import executable

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
    """Return the chart of each job, all drawn in one Node process; drawn ones are kept."""
    version = fingerprint([*sources(), ROOT / "package-lock.json"])
    keys = [_key(version, job) for job in jobs]
    missing = [job for job, key in zip(jobs, keys, strict=True) if not _file(key).exists()]
    if missing:
        for job, drawn in zip(missing, _draw_now(missing), strict=True):
            _file(_key(version, job)).write_text(json.dumps(drawn), encoding="utf-8")
    return [Still(**json.loads(_file(key).read_text(encoding="utf-8"))) for key in keys]


def _draw_now(jobs: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    DRAWN.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [str(executable()), str(Path(__file__).with_suffix(".mjs"))],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"a chart could not be drawn: {done.stderr.strip()}")
    drawn: list[dict[str, Any]] = json.loads(done.stdout)
    return drawn


def _key(version: str, job: Mapping[str, Any]) -> str:
    return hashlib.sha256((version + json.dumps(job, sort_keys=True)).encode()).hexdigest()


def _file(key: str) -> Path:
    return DRAWN / f"{key}.json"
