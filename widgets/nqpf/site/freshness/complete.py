"""A build that went well has made everything, and left nothing of what is gone.

Pages, the index of the search, explorers and data to take along, notebooks and the archive have to
agree with each other; where one is missing, the build fails and says which.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import SphinxError

from nqpf import data
from nqpf.explorers import modules
from nqpf.site.build.downloads import ARCHIVE, FOLDER, LICENCES, NAME, notebook_name, notebooks
from nqpf.site.freshness.freshness import indexed_pages
from nqpf.site.languages import translated
from nqpf.site.languages.translated import FOLDER as EDITION_FOLDER
from nqpf.site.lecture.lecture import FOLDER as LECTURES
from nqpf.site.lecture.lecture import page_name
from nqpf.site.lecture.scenes import scenes_files
from nqpf.site.offline.offline import LIST, MANIFEST, NOT_KEPT, WORKER
from nqpf.words import _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

BEFORE_FILES_ARE_READ = 1300
AFTER_THE_ARCHIVE = 8000
END = b"</html>"
# Pages of the site that nobody wrote; what lies in these folders is written by its own part.
OTHER_PAGES = frozenset({"404", "genindex", "index", NOT_KEPT, "search"})
OTHER_FOLDERS = frozenset({"_static", "embed", LECTURES, FOLDER, "py", EDITION_FOLDER})


class IncompleteSite(SphinxError):
    """The build made less than the book has."""

    category = "the site is not complete"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Clear away what is gone before others look at the files, and look at all in the end."""
    app.connect("build-finished", clear_away, priority=BEFORE_FILES_ARE_READ)
    app.connect("build-finished", check, priority=AFTER_THE_ARCHIVE)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def clear_away(app: Sphinx, error: Exception | None) -> None:
    """Remove the pages whose sources are gone, and folders that are empty then."""
    if error is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    for path in left_over(site, app.env.found_docs):
        path.unlink()
        for folder in path.parents:
            if folder == site or any(folder.iterdir()):
                break
            folder.rmdir()


def left_over(site: Path, pages: Iterable[str]) -> list[Path]:
    """Return the pages of the site that no source stands for."""
    known = {f"{page}.html" for page in [*pages, *OTHER_PAGES]}
    return [
        path
        for path in sorted(site.rglob("*.html"))
        if (name := path.relative_to(site)).parts[0] not in OTHER_FOLDERS
        and name.as_posix() not in known
    ]


def check(app: Sphinx, error: Exception | None) -> None:
    """Fail a build that made less than the book has."""
    if error is not None or app.builder.format != "html":
        return
    found = [*faults_of_pages(Path(app.outdir), app.env.found_docs), *faults_of_parts(app)]
    if found:
        more = _(", and {number} more").format(number=len(found) - 3) if len(found) > 3 else ""
        listed = "; ".join(found[:3])
        raise IncompleteSite(_("{listed}{more}. Build again.").format(listed=listed, more=more))


def faults_of_pages(site: Path, pages: Iterable[str]) -> Iterator[str]:
    """Yield what is wrong with pages and the index of the search."""
    pages = set(pages)
    for page in sorted(pages):
        path = site / f"{page}.html"
        if not path.exists() or not path.read_bytes().rstrip().endswith(END):
            yield _("{page} was not written").format(page=page)
    indexed = indexed_pages(site) or set()
    for page in sorted(pages - indexed):
        yield _("{page} is not in the search").format(page=page)
    for page in sorted(indexed - pages):
        yield _("the search knows {page}, which is gone").format(page=page)


def faults_of_parts(app: Sphinx) -> Iterator[str]:
    """Yield what is missing of the parts that this book has beside its pages."""
    site = Path(app.outdir)
    wanted: list[str] = []
    if "nqpf.site.explorer.pages" in app.extensions:
        wanted += [f"embed/{slug}{kind}" for slug in modules() for kind in (".html", ".vl.json")]
    if "nqpf.site.lecture.lecture" in app.extensions:
        wanted += [f"{LECTURES}/{page_name(chapter)}" for chapter in scenes_files()]
    if "nqpf.site.datasets.pages" in app.extensions:
        wanted += [f"data/{name}.csv" for name in data.names()]
    if "nqpf.site.offline.offline" in app.extensions:
        wanted += [LIST, MANIFEST, WORKER, f"{NOT_KEPT}.html"]
    if "nqpf.site.build.downloads" in app.extensions:
        own = {page: f"{FOLDER}/{notebook_name(page)}" for page in notebooks(app.env)}
        wanted += own.values()
        wanted += [f"{EDITION_FOLDER}/{own[page]}" for page in translated.pages() if page in own]
        wanted.append(ARCHIVE)
        yield from faults_of_archive(site)
    yield from (
        _("{file} is missing").format(file=name) for name in wanted if not (site / name).exists()
    )


def faults_of_archive(site: Path) -> Iterator[str]:
    """Yield the files that the archive of the site lacks, or has and should not."""
    archive = site / ARCHIVE
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    there = (there | set(LICENCES)) - {ARCHIVE}
    packed = set()
    if archive.exists():
        with zipfile.ZipFile(archive) as opened:
            packed = {name.partition(f"{NAME}/")[2] for name in opened.namelist()}
    for name in sorted(there ^ packed):
        yield _("{file} is not both in the site and in its archive").format(file=name)
