"""Every chart of the book is compiled and drawn before pages are read, by all processors.

Afterwards nothing is compiled any more: `nqpf.explorers.core.compiled.refuse_to_compile` says why.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from nqpf import data
from nqpf.explorers import explorers
from nqpf.explorers.core.compiled import refuse_to_compile
from nqpf.site.build.parallel import side_by_side
from nqpf.site.build.stills import WIDTHS, draw
from nqpf.site.datasets.charts import specification
from nqpf.site.explorer.html import drawn
from nqpf.site.lecture.lecture import still
from nqpf.site.lecture.scenes import scenes, scenes_files

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

BEFORE_PAGES_ARE_SHARED_OUT = 400
Chart = tuple[Callable[[str], None], str]


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect before processes that read pages start."""
    app.connect("env-before-read-docs", prepare, priority=BEFORE_PAGES_ARE_SHARED_OUT)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def prepare(app: Sphinx, env: BuildEnvironment, pages: list[str]) -> None:
    """Make the charts that are missing, and refuse to make any later."""
    charts: list[Chart] = [(explorer, slug) for slug in explorers()]
    side_by_side(make, [*charts, *((dataset, name) for name in data.names())])
    side_by_side(make, [(chapter_scenes, str(number)) for number in scenes_files()])
    refuse_to_compile()


def explorer(slug: str) -> None:
    """Compile and draw an explorer."""
    drawn(slug)


def dataset(name: str) -> None:
    """Compile and draw the chart of a data set."""
    vega = specification(name)
    draw([{"specification": vega, "signals": {}, "width": width} for width in WIDTHS.values()])


def chapter_scenes(number: str) -> None:
    """Draw the charts of a chapter's scenes."""
    for one in scenes(int(number)):
        still(one)


def make(chart: Chart) -> None:
    """Make a chart."""
    kind, name = chart
    kind(name)
