"""Explorers in Jupyter: as widgets in a kernel, and as plain charts.

In a real JupyterLab they are tried with a chapter that was taken along: tests/site.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nqpf.building import environment
from nqpf.explorers import Explorer, explorer, explorers
from nqpf.explorers.core.showing import BUILDING, mimebundle

ALL = list(explorers().values())
VEGA_LITE = "application/vnd.vegalite.v6+json"
WIDGET = "application/vnd.jupyter.widget-view+json"
SLUG = "sources-of-growth"


@pytest.fixture(autouse=True)
def _no_pages_are_built(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(BUILDING, raising=False)


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


@every
def test_the_bundle_holds_widgets_a_chart_and_words(one: Explorer) -> None:
    bundle = mimebundle(one)
    assert set(bundle) == {WIDGET, VEGA_LITE, "text/plain"}
    assert "var(--" not in str(bundle[VEGA_LITE])
    assert bundle[VEGA_LITE]["config"]["aria"] is False
    assert f"explorer({one.slug!r}).sentences()" in bundle[VEGA_LITE]["title"]["subtitle"]
    assert bundle[VEGA_LITE]["description"] == one.description
    for sentence in one.sentences():
        assert sentence in bundle["text/plain"]
    assert bundle["text/plain"].endswith("once you reload its page and run all cells.")


@every
def test_widgets_say_what_python_computes(one: Explorer) -> None:
    live = one.live()
    for setting in list(one.settings_grid(12))[3:]:
        live.set(**setting)
        assert live.value == pytest.approx(setting)
        assert live.readouts == one.readouts(**setting)
        text = live.widget.children[-2].value
        for tag in ("<p>", "</p>", "<strong>", "</strong>"):
            text = text.replace(tag, "")
        assert unescaped(text) == "".join(one.sentences(**setting))


NO_EXTRAS = """
import sys
for name in ("vl_convert", "anywidget", "ipywidgets", "numpy", "pandas"):
    sys.modules[name] = None
from nqpf.explorers import explorer
one = explorer("sources-of-growth")
bundle = one._repr_mimebundle_()
print(sorted(bundle))
assert one._display_() == bundle["text/plain"]
"""


def test_where_no_widgets_are_the_chart_needs_nothing_that_draws_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", NO_EXTRAS], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip() == str([VEGA_LITE, "text/plain"])


def unescaped(text: str) -> str:
    for sign, name in (
        ("<", "&lt;"),
        (">", "&gt;"),
        ("'", "&#x27;"),
        ('"', "&quot;"),
        ("&", "&amp;"),
    ):
        text = text.replace(name, sign)
    return text


def test_moving_a_widget_moves_the_chart_and_the_sentences() -> None:
    one = explorer(SLUG)
    live = one.live()
    fields = {child.description: child for child in live.widget.children if hasattr(child, "index")}
    control = next(c for c in one.controls if c.kind == "range")
    before = live.widget.children[-2].value
    fields[control.label].index = len(control.stops) - 1
    assert live.value == one.start | {control.name: control.high}
    assert live.widget.children[-2].value != before
    chart = next(child for child in live.widget.children if hasattr(child, "spec"))
    assert chart._params == {f"p_{name}": value for name, value in live.value.items()}


def test_only_controls_travel_between_kernel_and_browser() -> None:
    one = explorer(SLUG)
    chart = next(child for child in one.live().widget.children if hasattr(child, "spec"))
    assert set(chart._params) == {f"p_{control.name}" for control in one.controls}
    assert len(chart.spec["params"]) > len(chart._params)


def test_a_browser_that_draws_anew_is_told_where_the_controls_are() -> None:
    one = explorer(SLUG)
    control = one.controls[0]
    live = one.live(**{control.name: control.low})
    chart = next(child for child in live.widget.children if hasattr(child, "spec"))
    spec = {p["name"]: p.get("value") for p in chart.spec["params"]}
    assert spec[f"p_{control.name}"] == control.low
    live.set(**{control.name: control.high})
    chart._params = {name: spec[name] for name in chart._params}  # what a new view reports
    assert chart._params[f"p_{control.name}"] == control.high


def test_the_declaration_moves_what_is_displayed_and_live_ones_move_alone() -> None:
    one = explorer(SLUG)
    control = next(c for c in one.controls if c.kind == "range")
    alone = one.live()
    one.set(**{control.name: control.low})
    assert one.value == one.start | {control.name: control.low}
    assert explorer(SLUG).value == one.value
    assert alone.value == one.start
    assert one.sentences(**{control.name: control.low})[0] in mimebundle(one)["text/plain"]
    one.set(**one.start)


@every
def test_out_of_range_is_refused_naming_argument_and_range(one: Explorer) -> None:
    live = one.live()
    for control in one.controls:
        too_much = control.high + control.step
        with pytest.raises(
            ValueError, match=rf"{control.name} = .* is outside \[.*{control.high:g}"
        ):
            live.set(**{control.name: too_much})
        with pytest.raises(ValueError, match=rf"{control.name} = .* is outside"):
            one.set(**{control.name: too_much})
    with pytest.raises(ValueError, match="has no control"):
        live.set(no_such_control=1)
    assert live.value == one.start


def test_declaring_explorers_needs_no_widgets() -> None:
    code = (
        "import sys; sys.modules.update(ipywidgets=None, anywidget=None);"
        "from nqpf.explorers import explorer;"
        f"bundle = explorer({SLUG!r})._repr_mimebundle_(); print(sorted(bundle))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str(sorted([VEGA_LITE, "text/plain"]))


def test_in_a_kernel_the_notebook_holds_widgets_and_a_chart_for_other_hosts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cells = [
        f"from nqpf.explorers import explorer\none = explorer({SLUG!r})\none",
        "one.set(capital_share=.4)\none.value['capital_share']",
        "one.set(capital_share=1.4)",
    ]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells])
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    resources = {"metadata": {"path": str(tmp_path)}}
    client = NotebookClient(notebook, timeout=120, allow_errors=True, resources=resources)
    client.execute()
    displayed, value, refused = (cell.outputs[-1] for cell in notebook.cells)
    assert {WIDGET, VEGA_LITE, "text/plain"} <= set(displayed.data)
    assert displayed.data[WIDGET]["model_id"] in str(notebook.metadata.widgets)
    assert value.data["text/plain"] == "0.4"
    assert refused.ename == "ValueError"
    assert "capital_share = 1.4 is outside [" in refused.evalue
