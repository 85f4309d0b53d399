"""Explorers in notebook programs other than Jupyter: live, or one sentence of what to do.

marimo shows a single widget, which is tried here in Chromium on a page that does what such
programs do: it holds the widget's state, sends what the reader changes, and hears of what Python
changes. VS Code and Colab show what Jupyter shows; Colab must be told where widgets are drawn from.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.parts import Control
from nqpf.explorers.core.showing import BUILDING
from nqpf.explorers.core.single import script
from nqpf.server import serving
from playwright.sync_api import Browser, Locator, Page, expect

WIDGET = "application/vnd.jupyter.widget-view+json"
ALL = explorers()
KINDS = ("range", "toggle", "select", "radio")

HOST = """<!doctype html><title>Host</title><main id="cell"></main><script type="module">
import widget from "./widget.js";
const state = JSON.parse(document.getElementById("state").textContent);
const heard = {};
const said = (changed) => {
  for (const name of changed) for (const tell of heard[`change:${name}`] ?? []) tell();
};
let unsaved = [];
const model = {
  get: (name) => state[name],
  set: (name, value) => { state[name] = value; unsaved.push(name); },
  save_changes: async () => {
    const changed = Object.fromEntries(unsaved.map((name) => [name, state[name]]));
    unsaved = [];
    receive(await kernel(changed));
    document.body.dataset.answered = "";
  },
  on: (event, tell) => (heard[event] ??= []).push(tell),
  off: (event, tell) => { heard[event] = heard[event].filter((one) => one !== tell); },
};
const receive = (values) => { Object.assign(state, values); said(Object.keys(values)); };
window.receive = receive;
const end = await widget.render({ model, el: document.getElementById("cell") });
window.left = () => { end(); return Object.values(heard).flat().length; };
document.body.dataset.ready = "";
</script>"""


@pytest.fixture(autouse=True)
def _no_pages_are_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BUILDING, raising=False)


def one_of(kind: str) -> Explorer:
    """Return the first explorer that has a control of a kind."""
    return next(e for e in ALL.values() if any(c.kind == kind for c in e.controls))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page of its own, whose complaints fail the test."""
    page = browser.new_page(viewport={"width": 1000, "height": 900})
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    page.close()
    assert complaints == []


@pytest.mark.parametrize("kind", KINDS)
def test_as_one_widget_it_is_live(kind: str, page: Page, tmp_path: Path) -> None:
    one = one_of(kind)
    live = one.live()
    widget = live._display_()

    def kernel(changed: dict[str, Any]) -> dict[str, Any]:
        widget.set_state(changed)
        return {name: getattr(widget, name) for name in ("setting", "said")}

    page.expose_function("kernel", kernel)
    with hosted(widget, tmp_path) as address:
        page.goto(address)
        page.locator("body[data-ready]").wait_for()
        cell, before = page.locator("#cell"), live.value
        drawn = cell.locator("svg.marks")
        chart = drawn.inner_html()
        expect(cell).to_contain_text(one.sentences()[0])
        control = next(c for c in one.controls if c.kind == kind)
        moved = before | {control.name: move(cell.get_by_label(control.label, exact=True), control)}
        page.locator("body[data-answered]").wait_for()
        assert live.value == moved
        for sentence in one.sentences(**moved):
            expect(cell).to_contain_text(sentence)
        page.wait_for_function("([s, t]) => s.innerHTML !== t", arg=[drawn.element_handle(), chart])
        # What code moves, the widget shows.
        live.set(**before)
        page.evaluate("receive", {"setting": widget.setting, "said": widget.said})
        expect(cell).to_contain_text(one.sentences()[0])
        page.wait_for_function("([s, t]) => s.innerHTML === t", arg=[drawn.element_handle(), chart])
        assert page.evaluate("left()") == 0


def hosted(widget: Any, folder: Path) -> Any:
    """Serve a page that shows one widget as a notebook program does."""
    state = {name: getattr(widget, name) for name in ("plan", "specification", "setting", "said")}
    told = json.dumps(state).replace("<", "\\u003c")
    page = HOST + f'<script type="application/json" id="state">{told}</script>'
    (folder / "index.html").write_text(page, encoding="utf-8")
    (folder / "widget.js").write_text(script(), encoding="utf-8")
    return serving(folder)


def move(field: Locator, control: Control) -> float:
    """Move a control by keyboard to where it was not, and return its value there."""
    field.press({"range": "End", "toggle": "Space"}.get(control.kind, "ArrowDown"))
    if control.kind == "range":
        assert field.get_attribute("aria-valuetext") == control.text(control.high)
        return control.high
    return 1 - control.start if control.kind == "toggle" else control.start + 1


def test_on_colab_the_group_says_where_its_widgets_are_drawn_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from anywidget import _util

    asked: list[str] = []
    colab = ModuleType("google.colab.output")
    colab.enable_custom_widget_manager = lambda: asked.append("manager")  # type: ignore[attr-defined]
    colab._widgets = SimpleNamespace(_installed_url="manager.js")  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "google.colab.output", colab)
    _util.enable_custom_widget_manager_once.cache_clear()
    bundle, metadata = one_of("range").live()._repr_mimebundle_()
    _util.enable_custom_widget_manager_once.cache_clear()
    assert asked == ["manager"]
    assert WIDGET in bundle
    assert metadata[WIDGET]["colab"]["custom_widget_manager"]["url"] == "manager.js"
