"""In no setting does a text of a chart touch another, lose a letter or lie under a line."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.explorers.core.drawing import CUTS
from nqpf.places import ROOT
from nqpf.site.build.node import executable
from nqpf.site.build.stills import WIDTHS, draw
from nqpf.site.explorer.html import drawing
from nqpf.site.lecture.scenes import scenes, scenes_files
from playwright.sync_api import Browser, Page

STOPS = 12
SETTINGS = 40
SAID_OF = {("x", "high"): "right", ("y", "high"): "above", ("y", "low"): "below"}


class Found(NamedTuple):
    """What was found in an explorer's chart: ``measured.js`` says what its parts are."""

    one: Explorer
    settings: list[dict[str, float]]
    findings: list[dict[str, Any]]

    def of(self, kind: str) -> dict[str, str]:
        """Return the findings of a kind, each with the first setting of its width."""
        return {
            f"{found['width']}: {found['says']}": str(self.settings[found["setting"]])
            for found in reversed(self.findings)
            if found["kind"] == kind
        }


def settings(one: Explorer) -> list[dict[str, float]]:
    """Return settings without any twice: stops of each control, all corners, and scenes."""
    tried = [one.start]
    for control in one.controls:
        stops = control.stops
        count = min(STOPS, len(stops))
        places = {round(place * (len(stops) - 1) / (count - 1)) for place in range(count)}
        tried += [one.start | {control.name: stops[place]} for place in sorted(places)]
    tried += one.settings_grid(SETTINGS)
    for scene in scenes(one.chapter) if one.chapter in scenes_files() else []:
        if scene.explorer is one:
            tried += [dict(scene.asked_at), dict(scene.answered_at)]
    return list({str(sorted(setting.items())): setting for setting in tried}.values())


@pytest.fixture(scope="module")
def measuring(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Return a page that draws and measures charts."""
    bundle = tmp_path_factory.mktemp("look") / "measured.js"
    esbuild = ROOT / "node_modules" / "esbuild" / "bin" / "esbuild"
    source = Path(__file__).with_name("measured.js")
    command = [str(executable()), str(esbuild), str(source), "--bundle", f"--outfile={bundle}"]
    subprocess.run([*command, "--log-level=error"], check=True)
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    page.add_script_tag(path=bundle)
    yield page
    page.close()


@pytest.fixture(scope="module", params=explorers().values(), ids=lambda one: one.slug)
def found(request: pytest.FixtureRequest, measuring: Page) -> Found:
    """Return what is found in each explorer in turn, at both of its widths."""
    one = request.param
    tried = settings(one)
    made = drawing(one.slug)
    job: dict[str, Any] = {
        "stills": {name: still.svg for name, still in made.stills.items()},
        "settings": tried,
        "make": made.make,
        "frames": made.frames,
    }
    if made.make is None:
        job["drawn"] = {name: drawn_by_vega(one, tried, width) for name, width in WIDTHS.items()}
    return Found(one, tried, measuring.evaluate("(job) => measured(job)", job))


def drawn_by_vega(one: Explorer, tried: list[dict[str, float]], width: int) -> list[str]:
    """Return the chart at each setting, where the page leaves drawing to Vega."""
    signals = [{f"p_{name}": value for name, value in setting.items()} for setting in tried]
    chart = {"specification": compiled(one.slug).vega, "width": width}
    return [still.svg for still in draw([chart | {"signals": given} for given in signals])]


def test_no_two_texts_touch(found: Found) -> None:
    assert found.of("touch") == {}


def test_no_text_is_cut(found: Found) -> None:
    assert found.of("cut") == {}


def test_no_line_runs_through_a_text(found: Found) -> None:
    """A text stands where no line comes, or has a rim of paper that keeps lines off it."""
    assert found.of("crossed") == {}


def test_an_axis_says_which_curves_leave_it_and_no_other_does(found: Found) -> None:
    """What Vega draws in the page is left out: its axes go by its data."""
    beyond = {
        (SAID_OF.get((axis, end), f"{axis} {end}"), tuple(ends))
        for _width, axis, end, ends in (
            (one["width"], *one["says"]) for one in found.findings if one["kind"] == "beyond"
        )
    }
    assert signs(found.one) == beyond


def signs(one: Explorer) -> set[tuple[str, tuple[float, ...]]]:
    """Return which ends of which axes have a sign that a curve may leave there."""
    vega = compiled(one.slug).vega
    ends = {scale["name"]: scale["domain"] for scale in vega.get("scales", [])}
    axes = [axis for mark in [vega, *vega["marks"]] for axis in mark.get("axes", [])]
    return {
        (cut, tuple(sorted(ends[axis["scale"]])))
        for axis in axes
        for cut, words in CUTS.items()
        if words in str(axis.get("title", ""))
    }
