"""Read and execute a page again when anything that it shows may have changed.

Sphinx reads a page again when the page changes, and knows nothing of the models, explorers and
data that the page's cells call. This part compares fingerprints: when the package, the data or a
lock file changed, every page is outdated; when a file beside pages changed (an exercise, say), the
pages of its folder are.
"""

from __future__ import annotations

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
    """Connect to the two moments that matter: before reading, and after the build."""
    app.connect("env-get-outdated", outdated_pages)
    app.connect("build-finished", forget_a_faulty_build)
    # A warning fails the build, and only once all of them have been seen: also when the book is
    # built with a plain `jupyter-book build .`
    app.keep_going = True
    app.warningiserror = False
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def outdated_pages(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> Iterable[str]:
    """Return the pages to read again, and keep the fingerprints in the environment."""
    before: dict[str, str] = getattr(env, "nqpf_fingerprints", {})
    now = fingerprints(Path(app.srcdir), env.found_docs)
    env.nqpf_fingerprints = now  # type: ignore[attr-defined]
    if before.get("shared") != now["shared"]:
        return env.found_docs
    return {page for page in env.found_docs if before.get(folder(page)) != now[folder(page)]}


def fingerprints(root: Path, pages: Iterable[str]) -> dict[str, str]:
    """Return the fingerprint of what all pages share, and of what lies beside each page."""
    shared = fingerprint([PACKAGE, *(root / name for name in SHARED)])
    folders = {folder(page) for page in pages}
    return {"shared": shared} | {name: fingerprint(beside_pages(root / name)) for name in folders}


def folder(page: str) -> str:
    """Return the folder of a page, as a key that no other fingerprint has."""
    return f"./{page.rpartition('/')[0]}"


def beside_pages(path: Path) -> list[Path]:
    """Return the files of a folder, and of folders inside it, that are no pages."""
    return [file for file in files(path) if file.suffix not in {".md", ".ipynb"}]


def forget_a_faulty_build(app: Sphinx, exception: Exception | None) -> None:
    """Make the next build read everything again if this one failed or warned.

    Sphinx keeps what it has read, and so would not repeat the warnings of unchanged pages.
    """
    if exception is not None or app.statuscode != 0 or app._warncount:
        (Path(app.doctreedir) / "environment.pickle").unlink(missing_ok=True)
