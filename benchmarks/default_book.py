"""The same chart by hand, on Altair's own page, and as Jupyter Book shows it by default.

What those pages ask other hosts for is answered from the packages that ``npm ci`` installs in
``benchmarks/``, so that the comparison needs no network and no host is faster than another.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from nqpf import building
from nqpf.explorers import explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.explorers.core.declaration import signal_of
from nqpf.explorers.core.style import without_variables
from nqpf.places import NODE_MODULES, ROOT
from nqpf.server import serving
from playwright.sync_api import Page, Route

SLUG = "sources-of-growth"
PACKAGES = (ROOT / "benchmarks" / "node_modules", NODE_MODULES)
CONFIGURATION = "title: A default book\nexecute:\n  execute_notebooks: force\n"
CONTENTS = "format: jb-book\nroot: altair\nchapters:\n  - file: interact\n"
NOTEBOOK = """---
jupytext:
  text_representation:
    extension: .md
    format_name: myst
kernelspec:
  display_name: Python 3
  language: python
  name: python3
---

# A chart

```{{code-cell}} ipython3
import json

import altair as alt
from ipywidgets import interact

{code}
```
"""
BY_ALTAIR = """with open("chart.json") as file:
    chart = alt.Chart.from_dict(json.load(file))
chart"""
BY_INTERACT = """def share_of_growth(capital_share):
    return (0.06 - capital_share * 0.08 + (1 - capital_share) * 0.005) / 0.06


@interact(capital_share=(0.3, 0.6, 0.01))
def draw(capital_share=0.5):
    curve = [{"a": a / 100, "share": share_of_growth(a / 100)} for a in range(30, 61)]
    point = [{"a": capital_share, "share": share_of_growth(capital_share)}]
    line = alt.Chart(alt.Data(values=curve)).mark_line()
    here = alt.Chart(alt.Data(values=point)).mark_point()
    return alt.layer(line, here).encode(x="a:Q", y="share:Q")"""
# Scripts whose path names no package, as the book's default settings ask for them.
ALIASES = {"require.min.js": "requirejs/require.js"}


BY_HAND = """<!DOCTYPE html><html lang="en"><meta charset="utf-8"><title>By hand</title>
<script src="d3.min.js"></script><script src="plot.umd.min.js"></script>
<input type="range" min="0.3" max="0.6" step="0.01" value="0.5"><div id="chart"></div>
<script>
const share = (a) => (0.06 - a * 0.08 + (1 - a) * 0.005) / 0.06;
const point = (a) => ({ a, share: share(a) });
const grid = Array.from({ length: 31 }, (_, k) => point(0.3 + k / 100));
const at = { x: "a", y: "share" };
const slider = document.querySelector("input");
function draw() {
  const a = Number(slider.value);
  document.querySelector("#chart").replaceChildren(Plot.plot({
    x: { domain: [0.3, 0.6] }, y: { domain: [-0.2, 1.2] },
    marks: [Plot.lineY(grid, at), Plot.dot([point(a)], at)],
  }));
}
slider.addEventListener("input", draw); draw();
</script></html>"""


@contextmanager
def other_ways(smallest: bool = False) -> Iterator[str]:
    """Serve the same chart made by Altair alone, and by hand, with their libraries beside them.

    A default book is built beside them where the packages are that its pages ask for, unless the
    ``smallest`` is wanted.
    """
    import altair as alt

    specification = without_variables(compiled(SLUG).vega_lite)
    specification["config"].pop("background")  # the page's own, which Altair does not know
    for control in explorers()[SLUG].controls:
        bound = {"input": "range", "min": control.low, "max": control.high, "step": control.step}
        for parameter in specification["params"]:
            if parameter["name"] == signal_of(control.name):
                parameter["bind"] = bound
    with tempfile.TemporaryDirectory() as folder:
        chart = alt.Chart.from_dict(specification)
        options = {"renderer": "svg"}
        page = chart.to_html(inline=True, embed_options=options)
        Path(folder, "altair.html").write_text(page, encoding="utf-8")
        Path(folder, "hand.html").write_text(BY_HAND, encoding="utf-8")
        if PACKAGES[0].exists() and not smallest:
            Path(folder, "default").mkdir()
            default = build_default_book(Path(folder, "default"), specification)
            default.rename(Path(folder, "book"))
        shutil.copy(NODE_MODULES / "d3" / "dist" / "d3.min.js", folder)
        shutil.copy(NODE_MODULES / "@observablehq/plot/dist/plot.umd.min.js", folder)
        with serving(Path(folder)) as address:
            yield address


def build_default_book(folder: Path, specification: dict[str, Any]) -> Path:
    """Build a book of two pages with Jupyter Book's own settings, and return its pages' folder."""
    (folder / "_config.yml").write_text(CONFIGURATION, encoding="utf-8")
    (folder / "_toc.yml").write_text(CONTENTS, encoding="utf-8")
    (folder / "chart.json").write_text(json.dumps(specification), encoding="utf-8")
    for name, code in (("altair", BY_ALTAIR), ("interact", BY_INTERACT)):
        page = NOTEBOOK.format(code=code)
        (folder / f"{name}.md").write_text(page, encoding="utf-8")
    program = "import sys; from jupyter_book.cli.main import main; sys.exit(main())"
    subprocess.run(
        [sys.executable, "-c", program, "build", str(folder)],
        cwd=folder,
        env=building.environment(),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    pages = folder / "_build" / "html"
    for page in pages.glob("*.html"):
        # The copies served here are the packages' own, for which no host's checksum holds.
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r'\sintegrity="[^"]*"', "", text), encoding="utf-8")
    return pages


def answer_from_packages(page: Page) -> list[str]:
    """Answer what the page asks other hosts for from installed packages; list what is missing."""
    missing: list[str] = []

    def answer(route: Route) -> None:
        file = package_file(route.request.url)
        if file is None:
            missing.append(route.request.url)
            route.abort()
        else:
            headers = {"Access-Control-Allow-Origin": "*"}
            route.fulfill(path=file, headers=headers | {"Content-Type": "text/javascript"})

    page.route(lambda url: not url.startswith(("http://127.0.0.1:", "data:", "blob:")), answer)
    return missing


def package_file(address: str) -> Path | None:
    """Return the installed file that an address names as ``package@version/path``, if any."""
    path = address.split("?")[0]
    named = re.search(r"/npm/((?:@[^/]+/)?[^/@]+)(?:@[^/]*)?(?:/(.+))?$", path)
    if named is None:
        alias = ALIASES.get(path.rsplit("/", 1)[-1])
        return installed(alias) if alias else None
    package, inside = named.groups()
    # An address without a path means a package's one file for pages.
    inside = inside or f"build/{package}.min.js"
    return installed(f"{package}/{inside}")


def installed(name: str) -> Path | None:
    """Return a file of an installed package, if there is one."""
    return next((file for folder in PACKAGES if (file := folder / name).is_file()), None)
