"""The same chart as Jupyter Book shows it by default: by Altair, and with the widgets' interact.

What those pages ask other hosts for is answered from the packages that ``npm ci`` installs in
``benchmarks/``, so that the comparison needs no network and no host is faster than another.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

from nqpf import building
from nqpf.places import NODE_MODULES, ROOT
from playwright.sync_api import Page, Route

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
