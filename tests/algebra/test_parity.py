"""Every model says the same in Python, on arrays and in the functions that draw explorers.

A model is traced, printed as expressions, compiled by Vega-Lite and written as functions as every
explorer is, and these run in Chromium under the policy of the book's pages, which forbids eval.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import vl_convert
from in_node import Asked, asking
from kept_page import watch
from model_points import all_models, points
from nqpf.algebra import (
    VegaWriter,
    as_traced,
    declaration_of,
    let,
    minimum,
    quantity,
    symbol,
    where,
)
from nqpf.explorers import explorers
from nqpf.models.scenario import BASELINE, scenario_years
from nqpf.site.build.assets import PARTS, esbuild
from playwright.sync_api import Browser, Page

RELATIVE, ABSOLUTE = 1e-9, 1e-12

# Loads functions as a script of the site, and returns the results of each point in turn.
EVALUATE = """async ([address, points, results]) => {
  const script = Object.assign(document.createElement("script"), { src: address });
  await new Promise((done, failed) => {
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });
  const compute = window.functions(nqpfDrawing.kit, {});
  return points.map((setting) => {
    const { values } = compute(setting);
    return results.map((name) => values[name]);
  });
}"""


class Runtime:
    """A page of the book that runs functions of charts, under the book's policy."""

    def __init__(self, page: Page, folder: Path, written: Asked) -> None:
        self.page, self.folder, self.written = page, folder, written
        self.count = itertools.count()

    def evaluate(self, job: list[Any]) -> list[list[Any]]:
        """Return the results of each point; a job is a chart, points, and names of results."""
        specification, points, results = job
        controls = [name.removeprefix("p_") for name in points[0]]
        chart = {"specification": specification, "controls": controls}
        made = self.written(chart | {"readouts": {name: name for name in results}})
        name = f"functions{next(self.count)}.js"
        (self.folder / name).write_text(f"self.functions={made};", encoding="utf-8")
        settings = [{n.removeprefix("p_"): v for n, v in point.items()} for point in points]
        found: list[list[Any]] = self.page.evaluate(
            EVALUATE, [f"/parity/{name}", settings, results]
        )
        return found


@pytest.fixture(scope="module")
def runtime(
    browser: Browser, site_url: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Runtime]:
    """Return a page of the book that runs functions of charts, under the book's policy."""
    folder = tmp_path_factory.mktemp("parity")
    esbuild(PARTS / "explorer" / "drawing.js", folder / "drawing.js", "nqpfDrawing")
    context = browser.new_context()
    page = context.new_page()
    problems: list[str] = []
    watch(page, problems)
    page.route(
        "**/parity/*.js", lambda route: route.fulfill(path=folder / Path(route.request.url).name)
    )
    page.goto(f"{site_url}/embed/{next(iter(explorers()))}.html")
    page.locator("figure.explorer[data-ready=true]").wait_for()
    page.add_script_tag(url="/parity/drawing.js")
    policy = page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content")
    assert "script-src 'self'" in policy
    assert "'unsafe-eval'" not in policy  # WebAssembly alone may be compiled
    with asking("functions.mjs") as written:
        yield Runtime(page, folder, written)
    context.close()
    assert not problems, problems


def flat(result: Any) -> list[Any]:
    return list(result) if isinstance(result, tuple) else [result]


def compiled(parameters: list[dict[str, Any]]) -> dict[str, Any]:
    """Return parameters as Vega, compiled as the charts of explorers are."""
    chart = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "params": parameters,
        "data": {"values": [{}]},
        "mark": "point",
        "encoding": {},
    }
    specification: dict[str, Any] = vl_convert.vegalite_to_vega(chart)
    return specification


def shape(function: Callable[..., Any], point: dict[str, Any]) -> tuple[Any, ...]:
    """Return what a trace fixes: the lengths of lists and the whole numbers."""
    quantities = declaration_of(function).quantities
    return tuple(
        len(point[name]) if quantity.each else point[name] if quantity.whole else 0
        for name, quantity in quantities.items()
    )


def traced(function: Callable[..., Any], example: dict[str, Any]) -> dict[str, Any]:
    """Return traced arguments of the same shape as an example point."""
    quantities = declaration_of(function).quantities
    return {
        name: [symbol(f"p_{name}_{place}", quantity.symbol) for place in range(len(example[name]))]
        if quantity.each
        else example[name]
        if quantity.whole
        else symbol(f"p_{name}", quantity.symbol)
        for name, quantity in quantities.items()
    }


def signals(function: Callable[..., Any], point: dict[str, Any]) -> dict[str, float]:
    """Return a point as values of the traced arguments."""
    found: dict[str, float] = {}
    for name, declared in declaration_of(function).quantities.items():
        if declared.each:
            found |= {f"p_{name}_{place}": value for place, value in enumerate(point[name])}
        elif not declared.whole:
            found[f"p_{name}"] = point[name]
    return found


def job(function: Callable[..., Any], group: list[dict[str, Any]]) -> list[Any]:
    """Return what the browser needs: specification, values of the signals, names of results."""
    writer = VegaWriter()
    results = [
        writer.parameter(as_traced(value), f"r_{place}")
        for place, value in enumerate(flat(function(**traced(function, group[0]))))
    ]
    settings = [signals(function, point) for point in group]
    controls = [{"name": name, "value": value} for name, value in settings[0].items()]
    return [compiled(controls + writer.parameters), settings, results]


def is_traceable(function: Callable[..., Any]) -> bool:
    return not all(quantity.whole for quantity in declaration_of(function).quantities.values())


TRACEABLE = [function for function in all_models() if is_traceable(function)]


@pytest.mark.parametrize("function", TRACEABLE, ids=lambda function: function.__name__)
def test_the_page_computes_what_python_computes(
    function: Callable[..., Any], runtime: Runtime
) -> None:
    tried = sorted(points(function), key=lambda point: shape(function, point))
    assert len(tried) >= 200
    by_shape = itertools.groupby(tried, key=lambda point: shape(function, point))
    for group in (list(same) for _shape, same in by_shape):
        in_page = runtime.evaluate(job(function, group))
        in_python = [[float(value) for value in flat(function(**point))] for point in group]
        np.testing.assert_allclose(
            np.array(in_page, dtype=float), np.array(in_python), rtol=RELATIVE, atol=ABSOLUTE
        )


def path(saving_rate: Any, threshold: Any) -> list[Any]:
    """Return capital along sixty years in which a crossing changes how fast it wears out."""
    capital = let("capital_0", 1 + 0 * saving_rate)
    listed = []
    for year in range(1, 61):
        before = capital
        wear = where(
            before > threshold, lambda now=before: 0.08 * now, lambda now=before: 0.04 * now
        )
        capital = let(f"capital_{year}", before + saving_rate * minimum(before, 20) ** 0.4 - wear)
        listed.append(capital)
    return listed


def test_a_recursion_of_sixty_steps_agrees(runtime: Runtime) -> None:
    writer = VegaWriter()
    steps = path(symbol("p_saving_rate", "s"), symbol("p_threshold", "K^*"))
    results = [writer.parameter(step, f"r_{place}") for place, step in enumerate(steps)]
    settings = [
        {"p_saving_rate": 0.05 + 0.01 * rate, "p_threshold": 1.5 + 0.5 * place}
        for rate in range(40)
        for place in range(10)
    ]
    controls = [{"name": name, "value": value} for name, value in settings[0].items()]
    in_page = runtime.evaluate([compiled(controls + writer.parameters), settings, results])
    in_python = [path(setting["p_saving_rate"], setting["p_threshold"]) for setting in settings]
    np.testing.assert_allclose(in_page, in_python, rtol=RELATIVE)
    # The comparison would be empty if the threshold never mattered.
    assert len({round(listed[-1], 6) for listed in in_python}) > 100


# Where the declared range is wider than a part of the scenario takes it.
NARROWER = {"elasticity_of_substitution": (1.5, 8.0), "capital_share": (0.2, 0.7)}


def test_the_scenario_agrees_with_every_lever_moved(runtime: Runtime) -> None:
    writer, drawn = VegaWriter(), random.Random("levers")
    traced_levers = {name: symbol(f"p_{name}", quantity(name).symbol) for name in BASELINE}
    years = [value for year in scenario_years(traced_levers) for value in year]
    results = [writer.parameter(as_traced(v), f"r_{place}") for place, v in enumerate(years)]
    ranges = {n: NARROWER.get(n, (quantity(n).low, quantity(n).high)) for n in BASELINE}
    points = [{n: drawn.uniform(*ends) for n, ends in ranges.items()} for _point in range(60)]
    points = [dict(BASELINE), *points]
    settings = [{f"p_{name}": value for name, value in point.items()} for point in points]
    controls = [{"name": name, "value": value} for name, value in settings[0].items()]
    in_page = runtime.evaluate([compiled(controls + writer.parameters), settings, results])
    in_python = [[value for year in scenario_years(point) for value in year] for point in points]
    np.testing.assert_allclose(in_page, in_python, rtol=RELATIVE)
