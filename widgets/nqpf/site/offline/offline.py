"""``{keep-offline}``: a box that keeps the book in the reader's browser, for when no network is.

The build lists what the site has to read, each file with its hash, in ``offline.json``. A press of
the button starts a service worker, which fetches what is listed and looks at every byte; without it
there is no worker. It answers only where the network does not, and says so on the page.

The kept library for this, Workbox, takes the kept copy first, starts with the page, puts a newer
edition into the older one file by file, and weighs 6 KB compressed where this worker weighs 3.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf.explorers.core.style import TOKENS
from nqpf.site.build.assets import esbuild
from nqpf.site.build.downloads import FOLDER
from nqpf.site.edition.edition import HOME, day_of
from nqpf.site.frame.page_foot import in_words
from nqpf.site.languages.translated import FOLDER as EDITION_FOLDER
from nqpf.site.offline.icons import ICONS, write_icons
from nqpf.site.templating import json_for_script, templates
from nqpf.version import version
from nqpf.whole import keep
from nqpf.words import TAG, _

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.util.typing import ExtensionMetadata

HERE = Path(__file__).parent
LIST, WORKER, MANIFEST, NOT_KEPT = "offline.json", "sw.js", "manifest.json", "not-kept"
BEFORE_OTHER_EDITIONS = 1200
AFTER_THE_POLICIES = 2500
"""Nothing changes a page after this, and the archive of the site comes later."""
# Files to save, pages to embed elsewhere, and what only hosts and builds read.
LEFT_OUT = re.compile(
    rf"({EDITION_FOLDER}/)?(({FOLDER}|data)/|embed/[^/]*\.(html|frame\.js|vl\.json)$)"
    r"|404\.html$|objects\.inv$|\.buildinfo$"
    rf"|({re.escape(LIST)}|{re.escape(WORKER)})$"
)
CODE = "py/"
NUMBER = re.compile(r'(<span data-offline="(\w+)">)[^<]*(</span>)')


class Kept(NamedTuple):
    """A file: the hash of what is in it, its size, and its size on the way, in bytes."""

    hash: str
    size: int
    packed: int


def setup(app: Sphinx) -> ExtensionMetadata:
    """Add the box, the page for what is not kept, and the list when all files are there."""
    app.add_directive("keep-offline", KeepOffline)
    app.connect("config-inited", use_template)
    app.connect("html-collect-pages", not_kept)
    app.connect("build-finished", draw_icons, priority=BEFORE_OTHER_EDITIONS)
    app.connect("build-finished", write, priority=AFTER_THE_POLICIES)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def use_template(app: Sphinx, config: Config) -> None:
    """Let Sphinx find the template of the page for what is not kept."""
    config.templates_path.append(str(HERE))


def not_kept(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the page that is shown, without a network, in place of one that is not kept."""
    yield NOT_KEPT, {}, f"{NOT_KEPT}.html"


class KeepOffline(SphinxDirective):
    """``{keep-offline}`` has no arguments."""

    def run(self) -> list[nodes.Node]:
        """Return the box."""
        return [nodes.raw("", str(box()), format="html")]


def box() -> Markup:
    """Return the box as HTML, its numbers left open: they are known when the site is there."""
    numbers = {
        name: Markup('<span data-offline="{}"></span>').format(name)
        for name in ("files", "packed", "size", "code")
    }
    offer = _(
        "Keep the book in this browser, and it opens with no network, on a phone too: {files} "
        "files, {packed} MB to fetch, {size} MB of its room."
    )
    with_python = _("with Python for exercises in code, {code} MB more")
    template = templates().get_template("offline/offline.html")
    return Markup(
        template.render(
            offer=Markup(escape(offer, quote=False)).format(**numbers),
            with_python=Markup(escape(with_python, quote=False)).format(**numbers),
            words=Markup(json_for_script(sentences())),
        )
    )


def sentences() -> dict[str, str]:
    """Return what the page's script says."""
    return {
        "keep": _("Keep the book"),
        "go_on": _("Go on"),
        "renew": _("Fetch what changed"),
        "add": _("Fetch Python too"),
        "folder": _("This copy was opened as a folder of files: it needs no network as it is."),
        "insecure": _(
            "A browser keeps only sites whose address begins with https, and this one’s does not: "
            "save the whole site as a zip file instead."
        ),
        "unavailable": _(
            "This browser keeps no sites, as in a private window: open the book in an ordinary "
            "window, or save the whole site as a zip file."
        ),
        "kept": _("Kept in this browser: the edition of {day}, {files} files, {bytes} MB."),
        "as_app": _("On the home screen, by the browser’s menu, it stands like an app."),
        "with_python": _("Python for exercises in code is with it."),
        "without_python": _("Python for exercises in code is not with it."),
        "may_clear": _("The browser may clear it when it runs short of room."),
        "counts": _("{files} of {all} files, {bytes} of {all_bytes} MB"),
        "running": _("Being kept: {percent}%. You can read on meanwhile."),
        "begun": _(
            "{files} of {all} files are here. They count once all are: go on when there is a "
            "network."
        ),
        "newer": _(
            "The site has a newer edition, of {day}: {files} files are new or changed, {bytes} MB."
        ),
        "newest": _("It is the newest edition there is."),
        "unasked": _("The site does not answer: whether it has a newer edition is not known."),
        "network": _(
            "The network has stopped answering. What has come stays: go on when there is one."
        ),
        "full": _(
            "The browser has no more room: make some and go on, or remove what has come so far."
        ),
        "otherwise": _(
            "The site sends {file} otherwise than its list says, as while it is being renewed: go "
            "on in a few minutes."
        ),
        "removed": _(
            "Removed: this browser keeps no page of the book. What you have answered stays."
        ),
    }


def draw_icons(app: Sphinx, exception: Exception | None) -> None:
    """Write the pictures that the head of every page names, in whatever language it is."""
    if exception is None and app.builder.format == "html":
        write_icons(Path(app.outdir))


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the worker, the manifest, and the list of all that is to be kept."""
    if exception is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    esbuild(HERE / "sw.js", site / WORKER, None)
    (site / MANIFEST).write_text(json.dumps(manifest(app.config.html_title)), encoding="utf-8")
    sizes = site.parent / "packed.json"
    known = json.loads(sizes.read_text(encoding="utf-8")) if sizes.exists() else {}
    paths = {path.relative_to(site).as_posix(): path for path in site.rglob("*") if path.is_file()}
    names = kept_names(paths)
    with ThreadPoolExecutor() as beside:  # what hashes and packs leaves Python free
        files = dict(
            zip(names, beside.map(lambda n: looked_at(paths[n], known), names), strict=True)
        )
    for home in (HOME, f"{EDITION_FOLDER}/{HOME}"):
        if home in files:
            tell(site / home, files)
            files[home] = looked_at(site / home, known)
    (site / LIST).write_text(edition(files), encoding="utf-8")
    keep(sizes, json.dumps({one.hash: one.packed for one in files.values()}))


def manifest(title: str) -> dict[str, Any]:
    """Return what a phone asks of a site that is put on its home screen."""
    icons = [
        {
            "src": one.file,
            "sizes": f"{one.side}x{one.side}",
            "type": "image/png",
            "purpose": "maskable" if one.cut else "any",
        }
        for one in ICONS
    ]
    paper = TOKENS["paper"][0]
    return {
        "name": title,
        "short_name": _("NQPF"),
        "lang": TAG,
        "start_url": HOME,
        "scope": "./",
        "display": "standalone",
        "background_color": paper,
        "theme_color": paper,
        "icons": icons,
    }


def kept_names(names: Iterable[str]) -> list[str]:
    """Return which files of a site are kept: what readers read, and all that it needs.

    >>> kept_names(["embed/a.html", "embed/a.js", "data/gdp.csv", "chapters/index.html"])
    ['chapters/index.html', 'embed/a.js']
    """
    return sorted(name for name in names if not LEFT_OUT.match(name))


def looked_at(path: Path, known: Mapping[str, int]) -> Kept:
    """Return what there is to know of a file; ``known`` holds sizes on the way, by hash."""
    content = path.read_bytes()
    mark = hash_of(content)
    return Kept(mark, len(content), known.get(mark) or len(zlib.compress(content)))


def hash_of(content: bytes) -> str:
    """Return the hash by which the list names a file, as the worker computes it too.

    >>> hash_of(b"")
    '47DEQpj8HBSa-_TImW-5JA'
    """
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()[:16]).decode().rstrip("=")


def parts(files: Mapping[str, Kept]) -> tuple[dict[str, Kept], dict[str, Kept]]:
    """Return the files of the book and those of Python for exercises in code."""
    book = {name: one for name, one in files.items() if not name.startswith(CODE)}
    return book, {name: one for name, one in files.items() if name.startswith(CODE)}


def tell(home: Path, files: Mapping[str, Kept]) -> None:
    """Write into the home page how much there is to keep."""
    book, code = parts(files)
    one_of_each = {one.hash: one for one in book.values()}.values()
    numbers = {
        "files": str(len(one_of_each)),
        "packed": megabytes(one.packed for one in one_of_each),
        "size": megabytes(one.size for one in one_of_each),
        "code": megabytes(one.packed for one in code.values()),
    }
    page = home.read_text(encoding="utf-8")
    told = NUMBER.sub(lambda place: place[1] + numbers[place[2]] + place[3], page)
    if told != page:
        home.write_text(told, encoding="utf-8")


def megabytes(sizes: Iterable[int]) -> str:
    """Return a sum of bytes in millions.

    >>> megabytes([1_500_000, 40_000])
    '1.5'
    """
    return f"{sum(sizes) / 1e6:.1f}"


def edition(files: Mapping[str, Kept]) -> str:
    """Return the list as JSON: which edition, of which day, and its files by part."""
    book, code = ({name: one[:2] for name, one in part.items()} for part in parts(files))
    day = in_words(day_of(version()))
    said = _(
        "This is the copy kept in this browser, the edition of {day}. The network did not answer "
        "in time, so it may not be the newest."
    )
    listed = {
        "edition": hash_of(json.dumps([book, code]).encode()),
        "day": day,
        # It goes into an attribute of the page as it stands.
        "said": escape(said.format(day=day)),
        "book": book,
        "code": code,
    }
    return json.dumps(listed, ensure_ascii=False, separators=(",", ":"))
