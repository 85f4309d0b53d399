"""Charts drawn at build by the page's own runtime, so that a page shows them before any script."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nqpf.explorers.compiled import PHONE, WIDE, Compiled
from nqpf.fingerprint import fingerprint
from nqpf.places import ROOT
from nqpf.site.assets import FRONT
from nqpf.site.node import executable

DRAWN = ROOT / "_build" / "stills"
WIDTHS = {"wide": WIDE, "phone": PHONE}


def stills(drawings: Sequence[Compiled]) -> dict[str, dict[str, str]]:
    """Return the SVG of each explorer in its start setting, by slug and by width's name."""
    jobs = {
        (one.explorer.slug, name): {"specification": one.vega, "signals": {}, "width": width}
        for one in drawings
        for name, width in WIDTHS.items()
    }
    drawn = draw(list(jobs.values()))
    found: dict[str, dict[str, str]] = {}
    for (slug, width), svg in zip(jobs, drawn, strict=True):
        found.setdefault(slug, {})[width] = svg
    return found


def draw(jobs: Sequence[Mapping[str, Any]]) -> list[str]:
    """Return the SVG of each job, all drawn in one Node process; drawn ones are kept."""
    version = fingerprint([FRONT, ROOT / "package-lock.json"])
    keys = [_key(version, job) for job in jobs]
    missing = [job for job, key in zip(jobs, keys, strict=True) if not _file(key).exists()]
    if missing:
        for job, svg in zip(missing, _draw_now(missing), strict=True):
            _file(_key(version, job)).write_text(svg, encoding="utf-8")
    return [_file(key).read_text(encoding="utf-8") for key in keys]


def _draw_now(jobs: Sequence[Mapping[str, Any]]) -> list[str]:
    DRAWN.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [str(executable()), str(FRONT / "still.mjs")],
        input=json.dumps(jobs),
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeError(f"a chart could not be drawn: {done.stderr.strip()}")
    drawn: list[str] = json.loads(done.stdout)
    return drawn


def _key(version: str, job: Mapping[str, Any]) -> str:
    return hashlib.sha256((version + json.dumps(job, sort_keys=True)).encode()).hexdigest()


def _file(key: str) -> Path:
    return DRAWN / f"{key}.svg"
