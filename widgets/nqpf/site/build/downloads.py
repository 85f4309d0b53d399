"""What a reader takes along: each chapter as a notebook, the package, and the whole site.

All lie in ``downloads/`` of the site. The archive works when unpacked, with no server; a notebook
runs when the package lies beside it, after the one line of its first cell.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import jupytext
from hatchling.builders.wheel import WheelBuilder
from nbformat.v4 import new_code_cell, new_markdown_cell

from nqpf.places import ROOT
from nqpf.site.build.notebook_cells import IMPORTS, folded, taken_along
from nqpf.site.build.notebook_prose import Prose, glued_texts
from nqpf.version import version
from nqpf.whole import entry
from nqpf.words import EDITION, LANGUAGE, _

if TYPE_CHECKING:
    from nbformat import NotebookNode
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

FOLDER = "downloads"
NAME = "new-quality-productive-forces"
ARCHIVE = f"{FOLDER}/{NAME}.zip"
LICENCES = ("LICENSE", "LICENSE-text")
BEFORE_PRUNING = 1000
AFTER_EVERYTHING = 3000
INSTALL = _(
    "Run the next cell, which installs the book's package, then reload the page: "
    "JupyterLab looks for what draws the controls only when it opens. From then on, run all cells."
)
PUT_BESIDE = _("Put {wheel} beside this notebook: the book offers it at the foot of each page.")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write notebooks and package with the pages, and the archive when all is there."""
    app.connect("build-finished", write_notebooks, priority=BEFORE_PRUNING)
    app.connect("build-finished", write_archive, priority=AFTER_EVERYTHING)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_notebooks(app: Sphinx, exception: Exception | None) -> None:
    """Write the package as a wheel, and each page with code as a notebook that installs it."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / FOLDER
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    wheel = build_wheel(folder)
    for page, source in notebooks(app.env).items():
        made = notebook(source, prose_of(app, page), wheel.name, app.config.html_baseurl)
        jupytext.write(made, folder / notebook_name(page), fmt="ipynb")


def prose_of(app: Sphinx, page: str) -> Prose:
    """Return what turns a page's sentences into those of its notebook."""

    def title(link: str) -> str:
        named = posixpath.normpath(posixpath.join(posixpath.dirname(page), link))
        return str(app.env.titles[named].astext())

    return Prose(glued_texts(stored(app, page)), title)


def stored(app: Sphinx, page: str) -> Path:
    """Return the file in which the build left what a page's cells have said."""
    return Path(app.outdir).parent / "jupyter_execute" / f"{page}.glue.json"


def rewrite(made: NotebookNode, prose: Prose) -> None:
    """Write out what only the site understands, in every cell of sentences."""
    for cell in made.cells:
        if cell.cell_type == "markdown":
            cell.source = prose.readable(cell.source)


def build_wheel(folder: Path) -> Path:
    """Build the package into a folder, without exercises that are only graded."""
    return Path(next(iter(WheelBuilder(str(ROOT)).build(directory=str(folder)))))


def wheel_name() -> str:
    """Return the name of the package's file."""
    return f"nqpf-{version()}-py3-none-any.whl"


def notebooks(env: BuildEnvironment) -> dict[str, Path]:
    """Return the sources of the pages that are notebooks, by page."""
    sources = {page: Path(env.doc2path(page)) for page in sorted(env.found_docs)}
    return {page: source for page, source in sources.items() if is_notebook(source)}


def is_notebook(source: Path) -> bool:
    """Return whether a page says that it is a notebook."""
    return source.suffix == ".md" and source.read_text(encoding="utf-8").startswith("---\njupytext")


def notebook_name(page: str) -> str:
    """Return the name of a page's notebook, beside the package that it installs.

    Chapters have their numbers; what each part has, such as a self-test, is named with the part.

    >>> notebook_name("chapters/part1/ch02"), notebook_name("chapters/part3/self-test")
    ('ch02.ipynb', 'part3-self-test.ipynb')
    """
    folder, _slash, name = page.rpartition("/")
    part = folder.rpartition("/")[2]
    of_part = re.fullmatch(r"part\d+", part) and not re.fullmatch(r"ch\d+", name)
    return f"{part}-{name}.ipynb" if of_part else f"{name}.ipynb"


def notebook(source: Path, prose: Prose, wheel: str, site: str) -> NotebookNode:
    """Return a page as a notebook, with its sentences, that says after its title how to run it.

    A page that needs more than models and explorers names the package's extra in its head.
    """
    made: NotebookNode = jupytext.read(source)
    rewrite(made, prose)
    place = f"{site.rstrip('/')}/{FOLDER}/{wheel}" if site else wheel
    if extra := made.metadata.pop("needs_extra", None):
        place = f'"nqpf[{extra}] @ {place}"' if site else f'"{wheel}[{extra}]"'
    notice = [INSTALL] if site else [PUT_BESIDE.format(wheel=f"`{wheel}`"), INSTALL]
    install = f"%pip install --quiet {place}"
    made.cells = taken_along(made.cells)
    made.cells[1:1] = [
        new_markdown_cell("\n\n".join(notice)),
        # The package looks once, when it is imported, in which language it speaks.
        new_code_cell(f"{install}\n%env NQPF_LANGUAGE={LANGUAGE}" if EDITION else install),
        folded(IMPORTS),
    ]
    return made


def write_archive(app: Sphinx, exception: Exception | None) -> None:
    """Write the whole site, but for the archive itself, as one archive."""
    if exception is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    target = site / ARCHIVE
    target.unlink(missing_ok=True)
    content = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*"))}
    content |= {name: ROOT / name for name in LICENCES}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, path in content.items():
            if path.is_file() and path != target:
                archive.writestr(entry(f"{NAME}/{name}"), path.read_bytes(), zipfile.ZIP_DEFLATED)
