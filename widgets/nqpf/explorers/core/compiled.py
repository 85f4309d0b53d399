"""An explorer as a chart specification: Vega-Lite for other hosts, Vega for the page."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

from nqpf.algebra import VegaWriter, as_traced
from nqpf.explorers.core.declaration import Explorer, View, namespace, signal_of
from nqpf.explorers.core.drawing import clear_of_handles, written_above
from nqpf.explorers.core.found import explorer as find
from nqpf.explorers.core.found import file_of
from nqpf.explorers.core.parts import Table
from nqpf.explorers.core.style import chart_config, readable
from nqpf.fingerprint import fingerprint
from nqpf.inputs import closure, datasets_named, mark
from nqpf.places import ROOT
from nqpf.whole import keep
from nqpf.words import CATALOGUE, EDITION

KEY = 32
"""Letters of a key in the name of a file that is kept."""

KEPT = ("vega_lite", "vega", "readouts", "datasets", "traced")

WIDE, PHONE = 640, 320
"""The two widths, in pixels, at which charts are drawn."""

PADDING = {"left": 8, "top": 5, "right": 8, "bottom": 5}
"""The rim in pixels: letters may be wider on a screen than where the room for them is counted."""

AXES = 90
"""The room in pixels that a stacked chart keeps for axes; as in site/build/stills.mjs."""


@dataclass(frozen=True)
class Compiled:
    """A compiled explorer.

    ``readouts`` maps the name of a value to its signal; ``datasets`` the name of a table to the
    data set that holds its computed columns; ``traced`` to what the model puts into it: the columns
    that it computes, and the filters that it sets.
    """

    explorer: Explorer
    vega_lite: dict[str, Any]
    vega: dict[str, Any]
    readouts: dict[str, str]
    datasets: dict[str, str]
    traced: dict[str, dict[str, list[str]]]


class NotCompiled(RuntimeError):
    """An explorer was to be compiled where that may hang."""


@functools.cache
def compiled(slug: str) -> Compiled:
    """Return the compiled explorer of that slug; compiled once, until what it is made from changes.

    Raises ``NotCompiled`` in a process that reads or writes pages: see `refuse_to_compile`.
    """
    one = find(slug)
    file = _file(slug)
    if file is not None and file.exists():
        return Compiled(one, **json.loads(file.read_text(encoding="utf-8")))
    made = compile_explorer(one)
    if file is not None:
        kept = {name: getattr(made, name) for name in KEPT}
        keep(file, json.dumps(kept, ensure_ascii=False))
        for earlier in file.parent.glob(f"{slug}-{'?' * KEY}.json"):
            if earlier != file:
                earlier.unlink(missing_ok=True)
    return made


def is_compiled(slug: str) -> bool:
    """Return whether an explorer need not be compiled any more."""
    file = _file(slug)
    return file is not None and file.exists()


def _file(slug: str) -> Path | None:
    """Return where a compiled explorer is kept, or None away from the book's repository."""
    if not (ROOT / "_config.yml").exists():
        return None
    source = file_of(slug)
    files = closure([source, Path(__file__)])
    words = [fingerprint([Path(CATALOGUE)])] if CATALOGUE else []
    key = mark(files, datasets_named(files), *compilers(), *words)
    return ROOT / "_build" / "compiled" / EDITION / f"{slug}-{key[:KEY]}.json"


def compilers() -> list[str]:
    """Return the libraries that make a chart's specification, with their versions."""
    return [f"{name} {version(name)}" for name in ("altair", "vl-convert-python")]


_refused = False


def refuse_to_compile() -> None:
    """Let this process and those that it starts compile no more.

    vl_convert runs V8, whose threads do not live on in a forked process: one that compiles may wait
    for ever. A build therefore compiles everything before its processes divide.
    """
    global _refused
    _refused = True


def vega(specification: dict[str, Any]) -> dict[str, Any]:
    """Return a Vega-Lite specification as Vega."""
    if _refused:
        raise NotCompiled("a page asked for a chart that was not compiled before pages were read.")
    import vl_convert

    # As text it would be read anew, and one number in ten came back off by the last digit.
    compiled: dict[str, Any] = vl_convert.vegalite_to_vega(specification)
    return compiled


def compile_explorer(explorer: Explorer) -> Compiled:
    """Return an explorer as specifications, all values traced from its one declaration."""
    view, vega_lite, readouts, traced = specified(explorer)
    drawn = vega(vega_lite)
    datasets = {name: _dataset(drawn, name, table) for name, table in view.tables.items()}
    return Compiled(explorer, vega_lite, drawn, readouts, datasets, traced)


@functools.cache
def vega_lite(slug: str) -> dict[str, Any]:
    """Return an explorer's chart as Vega-Lite, for which nothing is compiled to Vega."""
    return compiled(slug).vega_lite if is_compiled(slug) else specified(find(slug)).vega_lite


class Specified(NamedTuple):
    """What an explorer shows, traced, its chart, and what of the chart is the model's."""

    view: View
    vega_lite: dict[str, Any]
    readouts: dict[str, str]
    traced: dict[str, dict[str, list[str]]]


def specified(explorer: Explorer) -> Specified:
    """Return an explorer as a chart, for which nothing is compiled to Vega."""
    view = explorer.traced()
    writer = VegaWriter()
    readouts = {
        name: writer.parameter(as_traced(value.value), f"r_{name}")
        for name, value in view.values().items()
    }
    steps = {name: _transforms(name, table, writer) for name, table in view.tables.items()}
    traced = {
        name: {
            "columns": [step["as"] for step in listed if "as" in step],
            "keep": [step["filter"] for step in listed if "filter" in step],
        }
        for name, listed in steps.items()
    }
    return Specified(view, _vega_lite(explorer, view, writer, steps), readouts, traced)


def _vega_lite(
    explorer: Explorer,
    view: View,
    writer: VegaWriter,
    steps: Mapping[str, list[dict[str, Any]]],
) -> dict[str, Any]:
    charts = {name: _table_chart(name, listed) for name, listed in steps.items()}
    drawn = explorer.draw(namespace(charts)).to_dict(validate=True)
    specification: dict[str, Any] = readable(drawn)
    controls = [
        {"name": signal_of(control.name), "value": control.start} for control in explorer.controls
    ]
    specification["config"] = merged(specification.get("config", {}), chart_config())
    specification["params"] = controls + writer.parameters + specification.get("params", [])
    specification["datasets"] = {name: table.fixed for name, table in view.tables.items()}
    specification["title"] = explorer.label
    specification["description"] = explorer.description
    clear_of_handles(specification, explorer.drag.values())
    _size(specification, explorer.height)
    return specification


def merged(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    """Return a configuration with another laid over it, group by group.

    >>> merged({"view": {"stroke": "grey", "height": 3}}, {"view": {"stroke": None}})
    {'view': {'stroke': None, 'height': 3}}
    """
    both = {
        key: merged(base[key], over[key])
        for key in base.keys() & over.keys()
        if isinstance(base[key], dict) and isinstance(over[key], dict)
    }
    return base | over | both


def _size(specification: dict[str, Any], height: int) -> None:
    """Fix the outer width, so that two widths serve all screens; stacked charts fit inside it."""
    specification["padding"] = PADDING
    parts = specification.get("vconcat")
    if parts is None:
        specification["width"] = WIDE
        specification.setdefault("height", height + written_above(specification))
        specification["autosize"] = {"type": "fit", "contains": "padding"}
    else:
        for part in parts:
            part.setdefault("width", WIDE - AXES)


def _transforms(name: str, table: Table, writer: VegaWriter) -> list[dict[str, Any]]:
    """Return what a chart does to the rows of a table before it draws them."""
    transforms: list[dict[str, Any]] = []
    for field, wanted in table.keep.items():
        transforms.append({"filter": f"datum['{field}'] === round({writer.expression(wanted)})"})
    by_row = {f: v for f, v in table.computed.items() if isinstance(v, list)}
    for field, values in by_row.items():
        listed = ", ".join(writer.expression(as_traced(value)) for value in values)
        signal = f"t_{name}_{field}"
        writer.parameters.append({"name": signal, "expr": f"[{listed}]"})
        transforms.append({"calculate": f"{signal}[datum['row']]", "as": field})
    by_datum = {f: as_traced(v) for f, v in table.computed.items() if not isinstance(v, list)}
    return transforms + writer.columns(by_datum)


def _table_chart(name: str, transforms: list[dict[str, Any]]) -> Any:
    import altair as alt

    chart = alt.Chart(alt.NamedData(name=name))
    if transforms:
        chart.transform = [alt.Transform.from_dict(item) for item in transforms]
    return chart


def _dataset(vega: dict[str, Any], name: str, table: Table) -> str:
    """Return the compiled data set that descends from a table and has its computed columns."""
    wanted = set(table.computed)
    held: dict[str, set[str]] = {name: set()}
    kept: dict[str, int] = {name: 0}
    for data in vega["data"]:
        origin = data["name"] if data["name"] == name else data.get("source")
        if origin not in held:
            continue
        formulas = {t["as"] for t in data.get("transform", []) if t["type"] == "formula"}
        filters = sum(t["type"] == "filter" for t in data.get("transform", []))
        held[data["name"]] = held[origin] | formulas
        kept[data["name"]] = kept[origin] + filters
        if wanted <= held[data["name"]] and kept[data["name"]] >= len(table.keep):
            return str(data["name"])
    raise ValueError(f"table {name} is computed but not drawn: draw it or leave it out.")
