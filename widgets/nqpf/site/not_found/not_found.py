"""The page that a host shows where there is none; it finds the way home from any depth."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup

from nqpf.site.build.assets import tokens
from nqpf.site.templating import templates
from nqpf.words import TAG

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_ALL_EDITIONS = 1260


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the page when the site's folders are known."""
    app.connect("build-finished", write, priority=AFTER_ALL_EDITIONS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write ``404.html``, which needs no other file, since it may be shown at any address."""
    if exception is not None or app.builder.format != "html":
        return
    site = Path(app.outdir)
    folders = sorted(path.name for path in site.iterdir() if path.is_dir())
    page = (
        templates()
        .get_template("not_found/not-found.html")
        .render(
            language=TAG,
            title=app.config.html_title,
            home=f"{app.config.root_doc}.html",
            tokens=Markup(tokens()),
            folders=Markup(json.dumps(folders)),
            base=Markup(json.dumps(app.config.html_baseurl or "")),
        )
    )
    (site / "404.html").write_text(page, encoding="utf-8")
