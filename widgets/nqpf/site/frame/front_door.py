"""``index.html`` leads to the home page, also where nobody asks a server to redirect."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.words import TAG

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

BEFORE_ALL_OTHERS = 1
PAGE = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={home}">
<link rel="icon" href="data:,">
<title>{title}</title>
</head>
<body><p><a href="{home}">{title}</a></p></body>
</html>
"""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect before the table of contents writes a page of its own in this place."""
    app.connect("build-finished", write, priority=BEFORE_ALL_OTHERS)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the page that redirects, unless the home page itself is called ``index``."""
    home = app.config.root_doc
    if exception is not None or app.builder.name != "html" or home == "index":
        return
    page = PAGE.format(language=TAG, home=f"{home}.html", title=escape(app.config.html_title))
    (Path(app.outdir) / "index.html").write_text(page, encoding="utf-8")
