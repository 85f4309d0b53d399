"""Equations are set by KaTeX at build: a page carries its style and fonts, and no script."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib import katex  # type: ignore[attr-defined]  # because its siblings alone have types

from nqpf.places import NODE_MODULES
from nqpf.site import node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

OLD_FORMATS = re.compile(r',url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let the KaTeX extension use our Node, refuse bad formulas, and copy its style."""
    katex.NODEJS_BINARY = str(node.executable())
    katex.KATEX_DEFAULT_OPTIONS["throwOnError"] = True
    # A busy machine needs more than five seconds; and where a Unix socket is there before anybody
    # listens, the extension fails. Through a port, it tries again.
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = 60.0
    katex.KaTeXServer.start_server_process = katex.KaTeXServer.start_network_socket
    app.connect("build-finished", copy_style)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def copy_style(app: Sphinx, exception: Exception | None) -> None:
    """Copy the style sheet and the fonts in the one format that every current browser reads."""
    if exception is not None or app.builder.format != "html":
        return
    source = NODE_MODULES / "katex" / "dist"
    target = Path(app.outdir) / "_static" / "katex"
    (target / "fonts").mkdir(parents=True, exist_ok=True)
    style = (source / "katex.min.css").read_text(encoding="utf-8")
    (target / "katex.min.css").write_text(OLD_FORMATS.sub("", style), encoding="utf-8")
    for font in (source / "fonts").glob("*.woff2"):
        shutil.copy(font, target / "fonts")
