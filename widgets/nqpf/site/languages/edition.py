"""The edition in another language, built beside the English site by a process of its own.

Words are looked up when modules are imported, so a language has a process. It reads only the pages
that are translated, and makes only what has words; everything else lies in the English site.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

import yaml

from nqpf.fingerprint import fingerprint
from nqpf.places import ROOT
from nqpf.site.languages import catalogue, order, translated
from nqpf.site.languages.parts import AFTER_EVERY_PAGE, NotTranslated, keep_titles
from nqpf.version import version
from nqpf.words import LANGUAGE, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_ENGLISH_PAGES = 2
AFTER_WHAT_THEY_LEAD_TO = 1250
"""Before what looks at every file of the site: policies, the list of what is kept, the archive."""
GO_ON = "the English site is there\n"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Begin the edition when the English pages are there, and wait for it before files are read."""
    beside = Beside()
    app.connect("build-finished", beside.begin, priority=AFTER_ENGLISH_PAGES)
    app.connect("build-finished", beside.end, priority=AFTER_WHAT_THEY_LEAD_TO)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


class Beside:
    """The edition, built by its process while this one makes what English pages lead to."""

    def __init__(self) -> None:
        self.building: Building | None = None

    def begin(self, app: Sphinx, exception: Exception | None) -> None:
        """Let the process begin, or take the edition away if no page is translated."""
        if exception is not None or app.builder.format != "html" or Path(app.srcdir) != ROOT:
            return
        titles = {page: title.astext() for page, title in app.env.titles.items()}
        marks = getattr(app.env, "nqpf_marks", {})
        self.building = begin(Path(app.outdir), titles, marks, workers=app.config.nqpf_cells)

    def end(self, app: Sphinx, exception: Exception | None) -> None:
        """Wait until the edition is there."""
        if exception is None and self.building:
            end(self.building)


class Building(NamedTuple):
    """An edition on its way: its process, and what it will have been made from."""

    process: subprocess.Popen[str]
    stamp: Path
    wanted: str


def begin(
    site: Path,
    titles: Mapping[str, str],
    marks: Mapping[str, str],
    *,
    work: Path = translated.WORK,
    workers: str = "",
) -> Building | None:
    """Begin to build the edition into its folder of a site whose pages have these titles.

    ``marks`` are those of what English pages are made from; where they, the translations and the
    titles are as they were, nothing is done.
    """
    folder = site / translated.FOLDER
    pages = translated.pages()
    if not pages:
        shutil.rmtree(folder, ignore_errors=True)
        return None
    made = catalogue.compiled(translated.messages())
    stamp = work / "made-from"
    wanted = made_from(made, pages, titles, marks)
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted and folder.exists():
        return None
    stamp.unlink(missing_ok=True)
    keep_titles(titles, work / "titles.json")
    return Building(started(site, pages, work, workers), stamp, wanted)


def end(building: Building) -> None:
    """Say that the site is there, and wait; raises `NotTranslated` with what the process said."""
    building.process.communicate(GO_ON)
    if building.process.returncode:
        raise NotTranslated("it was not built: mend what is reported above, then build again.")
    building.stamp.write_text(building.wanted, encoding="utf-8")


def made_from(
    made: Path, pages: tuple[str, ...], titles: Mapping[str, str], marks: Mapping[str, str]
) -> str:
    """Return a hash of all that the edition is made from.

    Pages without cells may show anything that the book has: here their text and the data count.
    """
    chapters = [mark for page, mark in sorted(marks.items()) if page in pages and "/ch" in page]
    # The foot of every page names the version, and so do the books.
    parts = [marks.get("", ""), chapters, sorted(titles.items()), pages, version()]
    digest = hashlib.sha256(json.dumps(parts).encode())
    digest.update(made.read_bytes())
    sources = [ROOT / f"{page}.md" for page in pages]
    files = [*sources, ROOT / "data", ROOT / "_toc.yml", *translated.LOCALE.rglob("*.toml")]
    digest.update(fingerprint(files).encode())
    return digest.hexdigest()


def started(site: Path, pages: tuple[str, ...], work: Path, workers: str) -> subprocess.Popen[str]:
    """Return a process in the edition's language that builds it, and waits before links are led."""
    asked = {
        "site": str(site),
        "into": str(site / translated.FOLDER),
        "pages": pages,
        "work": str(work),
        "cells": workers,
        "waits": True,
    }
    environment = {
        **os.environ,
        "NQPF_LANGUAGE": translated.LANGUAGE,
        "NQPF_CATALOGUES": str(catalogue.MADE),
    }
    command = [sys.executable, "-m", "nqpf.site.languages.edition", json.dumps(asked)]
    return subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        encoding="utf-8",
    )


def wait_for_the_site(app: Sphinx, exception: Exception | None) -> None:
    """Wait until what links lead to is there; a build that ended before says nothing any more."""
    if exception is None and sys.stdin.readline() != GO_ON:
        raise NotTranslated("the English site was not built to its end.")


def main(asked: Mapping[str, object]) -> int:
    """Build the edition in this process, whose language it is; return the exit status."""
    from sphinx.application import Sphinx

    if LANGUAGE != translated.LANGUAGE:
        raise ValueError(f"the language of this process is {LANGUAGE}.")
    work, site = Path(str(asked["work"])), Path(str(asked["site"]))
    pages = tuple(map(str, cast("list[str]", asked["pages"])))
    made = translated.built(work)
    toc = work / "_toc.yml"
    toc.write_text(yaml.safe_dump(order.toc(pages), allow_unicode=True), encoding="utf-8")
    book = yaml.safe_load((ROOT / "_config.yml").read_text(encoding="utf-8"))
    extensions = ["nqpf.site.languages.parts", "sphinx_design", "sphinxcontrib.bibtex"]
    overrides = {
        "language": translated.LANGUAGE,
        "locale_dirs": [os.environ["NQPF_CATALOGUES"]],
        "gettext_compact": catalogue.DOMAIN,
        "gettext_auto_build": False,
        "extensions": ["myst_nb", "sphinx_external_toc", "sphinx_book_theme", *extensions],
        "external_toc_path": str(toc),
        "include_patterns": [f"{page}.md" for page in pages],
        "html_title": said(book["title"]),
        "project": said(book["title"]),
        "bibtex_reference_style": "full-width",
        "nqpf_english": str(site),
        **({"nqpf_cells": asked["cells"]} if asked["cells"] else {}),
    }
    app = Sphinx(
        str(ROOT),
        str(ROOT / ".ci" / "plain"),
        str(made),
        str(work / "doctrees"),
        "html",
        confoverrides=overrides,
        status=None,
        warning=sys.stderr,
        warningiserror=False,
        keep_going=True,
    )
    if asked.get("waits"):
        app.connect("build-finished", wait_for_the_site, priority=AFTER_EVERY_PAGE - 1)
    app.build()
    if app.statuscode or app._warncount:
        return 1
    # What is made on the way lies beside the edition, and is no part of the site.
    into = Path(str(asked["into"]))
    shutil.rmtree(into, ignore_errors=True)
    shutil.copytree(made, into)
    return 0


if __name__ == "__main__":
    sys.exit(main(json.loads(sys.argv[1])))
