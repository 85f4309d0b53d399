"""Read and execute a page again when anything that it shows may have changed.

Sphinx reads a page again when the page changes, and knows nothing of the models, explorers and
data that the page's cells call. This part compares fingerprints: when the package, the data or a
lock file changed, every page is outdated; when a file beside pages changed (an exercise, say), the
pages of its folder are.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.fingerprint import files, fingerprint
from nqpf.places import PACKAGE

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment
    from sphinx.util.typing import ExtensionMetadata

SHARED = ("data", "pyproject.toml", "requirements.lock", "package-lock.json")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect to the moments that matter: before reading, at reading and writing, at the end."""
    # A warning fails the build, and only once all of them have been seen: also when the book is
    # built with a plain `jupyter-book build .`
    app.keep_going = True
    app.warningiserror = False
    touched: set[str] = set()
    app.connect("env-get-outdated", outdated_pages)
    app.connect("env-before-read-docs", lambda app, env, pages: touched.update(pages))
    app.connect("doctree-resolved", lambda app, doctree, page: touched.add(page))
    app.connect("build-finished", lambda app, error: remember_faults(app, error, touched))
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Return the pages to read again, and keep the fingerprints in the environment."""
    before: dict[str, str] = getattr(env, "nqpf_fingerprints", {})
    now = fingerprints(env)
    env.nqpf_fingerprints = now  # type: ignore[attr-defined]
    if before.get("shared") != now["shared"]:
        return env.found_docs - added
    changed_beside = {page for page in env.found_docs if before.get(key(page)) != now[key(page)]}
    return (changed_beside | faulty_pages(app)) & (env.found_docs - added)


def fingerprints(env: BuildEnvironment) -> dict[str, str]:
    """Return the fingerprint of what all pages share, and of what lies beside each page."""
    root = Path(env.srcdir)
    pages = {Path(env.doc2path(page)) for page in env.found_docs}
    beside = {key(page): folder_fingerprint(root / page, root, pages) for page in env.found_docs}
    return {"shared": fingerprint([PACKAGE, *(root / name for name in SHARED)])} | beside


def key(page: str) -> str:
    """Return the folder of a page, as a key that the shared fingerprint does not have."""
    return f"./{page.rpartition('/')[0]}"


def folder_fingerprint(page: Path, root: Path, pages: set[Path]) -> str:
    """Return the fingerprint of everything below a page's folder that is no page itself.

    At the root of the book lies all the rest of it: nothing there counts as a page's own.
    """
    if page.parent == root:
        return ""
    return fingerprint(file for file in files(page.parent) if file not in pages)


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
    path.write_text(json.dumps(sorted(touched | faulty_pages(app))), encoding="utf-8")
