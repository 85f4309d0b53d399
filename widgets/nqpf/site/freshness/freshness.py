"""Read and execute a page again when anything that it shows may have changed.

Sphinx reads a page again when the page changes, and knows nothing of the models, explorers and
data that the page's cells call: `nqpf.site.page_inputs` knows what each page is made from. A build
that was interrupted leaves a note, by which the next one writes every page.
"""

from __future__ import annotations

import functools
import hashlib
import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.fingerprint import files, fingerprint
from nqpf.places import ROOT
from nqpf.site.build.downloads import is_notebook
from nqpf.site.build.parallel import WRITTEN_ASIDE
from nqpf.site.freshness import page_inputs
from nqpf.site.freshness.page_inputs import inputs_of, shared_mark
from nqpf.site.languages.translated import pages as translated
from nqpf.whole import keep
from nqpf.words import CATALOGUE, EDITION

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

BEFORE_ALL_OTHERS = 1
AFTER_EVERYTHING = 9000


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect to the moments that matter: before reading, at reading and writing, at the end."""
    # A warning fails the build, and only once all of them have been seen: also when the book is
    # built with a plain `jupyter-book build .`
    app.keep_going = True
    app.warningiserror = False
    touched: set[str] = set()
    app.connect("builder-inited", begin, priority=BEFORE_ALL_OTHERS)
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-before-read-docs", lambda app, env, pages: touched.update(pages))
    app.connect("env-updated", pages_to_write)
    app.connect("doctree-resolved", lambda app, doctree, page: touched.add(page))
    app.add_event(WRITTEN_ASIDE)
    app.connect(WRITTEN_ASIDE, lambda app, pages: touched.update(pages))
    app.connect("build-finished", lambda app, error: remember_faults(app, error, touched))
    app.connect("build-finished", end, priority=AFTER_EVERYTHING)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def note(app: Sphinx) -> Path:
    """Return the file that is there as long as a build has not come to its end."""
    return Path(app.doctreedir) / "unfinished"


def begin(app: Sphinx) -> None:
    """Note that a build has begun; a second line says that the one before did not end."""
    keep(note(app), "begun\n" + ("interrupted\n" if note(app).exists() else ""))


def was_interrupted(app: Sphinx) -> bool:
    """Return whether the build before this one did not come to its end."""
    return "interrupted" in note(app).read_text(encoding="utf-8")


def end(app: Sphinx, error: Exception | None) -> None:
    """Take the note away when everything is there."""
    if error is None:
        note(app).unlink(missing_ok=True)
        if app.builder.format == "html" and Path(app.srcdir) == ROOT and not EDITION:
            page_inputs.write_uses(app.env)


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Return the pages to read again, and keep the marks of all in the environment."""
    before: dict[str, str] = getattr(env, "nqpf_marks", {})
    now = marks(env)
    env.nqpf_marks = now  # type: ignore[attr-defined]
    known = env.found_docs - added
    # A page that leads to one that is gone has to say so.
    if removed or before.get("") != now[""]:
        return known
    return ({page for page in known if before.get(page) != now[page]} | faulty_pages(app)) & known


def marks(env: BuildEnvironment) -> dict[str, str]:
    """Return the mark of what each page is made from, and under no name that of what all share."""
    root = Path(env.srcdir)
    sources = {page: Path(env.doc2path(page)) for page in env.found_docs}
    made = {"": shared_mark(root) + (fingerprint([Path(CATALOGUE)]) if CATALOGUE else "")}
    for page, source in sources.items():
        made[page] = inputs_of(page, source).mark()
        if not is_notebook(source):
            made[page] += beside(source.parent, root, frozenset(sources.values()))
    return made


@functools.cache
def beside(folder: Path, root: Path, pages: frozenset[Path]) -> str:
    """Return a fingerprint of what lies in a folder and is no page.

    At the root of the book lies all the rest of it: nothing there is a page's own.
    """
    return "" if folder == root else fingerprint(p for p in files(folder) if p not in pages)


def pages_to_write(app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
    """Return the pages to write beside those that were read.

    All of them, if the contents that stand beside every page have changed, or if the site is not
    whole: after a build that did not come to its end, or where the index of the search lacks pages.
    """
    before = getattr(env, "nqpf_contents", "")
    now = contents(env)
    env.nqpf_contents = now  # type: ignore[attr-defined]
    whole = not was_interrupted(app) and indexed_pages(Path(app.outdir)) is not None
    return () if whole and now == before else env.found_docs


def contents(env: BuildEnvironment) -> str:
    """Return a hash of what stands in the contents of the book: titles, and their order."""
    titles = sorted((page, title.astext()) for page, title in env.titles.items())
    order = sorted(env.toctree_includes.items())
    # Pages that are translated lead to the other language.
    return hashlib.sha256(json.dumps([titles, order, translated()]).encode()).hexdigest()


def indexed_pages(site: Path) -> set[str] | None:
    """Return the pages in the index of the search, or None where there is no whole index."""
    path = site / "searchindex.js"
    try:
        text = path.read_text(encoding="utf-8")
        index = json.loads(text[text.index("(") + 1 : text.rindex(")")])
    except (OSError, ValueError):
        return None
    return set(index["docnames"])


def faults(app: Sphinx) -> Path:
    """Return the file that names the pages of a faulty build."""
    return Path(app.doctreedir) / "faulty.json"


def faulty_pages(app: Sphinx) -> set[str]:
    """Return the pages that the last build touched if it failed or warned."""
    path = faults(app)
    return set(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else set()


def remember_faults(app: Sphinx, error: Exception | None, touched: set[str]) -> None:
    """Note the pages of a faulty build, so that the next one reads them and warns again.

    Sphinx keeps what it has read, and would not repeat the warnings of unchanged pages.
    """
    path = faults(app)
    if error is None and not app._warncount:
        path.unlink(missing_ok=True)
        # What a failing cell once reported is no part of the site.
        shutil.rmtree(Path(app.outdir) / "reports", ignore_errors=True)
        return
    keep(path, json.dumps(sorted(touched | faulty_pages(app))))
