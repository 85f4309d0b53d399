"""Equations are set by KaTeX at build: a page carries its style and fonts, and no script."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import TYPE_CHECKING

from sphinxcontrib import katex  # type: ignore[attr-defined]  # because its siblings alone have types

from nqpf.places import NODE_MODULES
from nqpf.site.build import node

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

OLD_FORMATS = re.compile(r',url\([^)]*\.(?:woff|ttf)\) format\("(?:woff|truetype)"\)')


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the KaTeX extension up, and copy its style."""
    prepare()
    app.connect("build-finished", copy_style)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def rendered(latex: str, *, display: bool = False) -> str:
    """Return a formula as HTML, in a line or as a block of its own.

    Raises ``KaTeXError`` for a formula that cannot be set.
    """
    prepare()
    return str(katex.render_latex(latex, {"displayMode": display}))


def prepare() -> None:
    """Let the KaTeX extension use our Node, refuse bad formulas, and wait for a busy machine."""
    katex.NODEJS_BINARY = str(node.executable())
    katex.KATEX_DEFAULT_OPTIONS["throwOnError"] = True
    katex.STARTUP_TIMEOUT = katex.RENDER_TIMEOUT = 60.0
    katex.KaTeXServer.start_server_process = start_and_connect


def start_and_connect(
    folder: Path, timeout: float
) -> tuple[subprocess.Popen[bytes], socket.socket]:
    """Start KaTeX on a Unix socket, and return its process and the connection.

    The extension's own way fails where the socket's file is there before anybody listens, and then
    leaves KaTeX running, for whose end whoever reads a build's messages waits for ever; and its way
    through a port, which tries again, waits 0.09 s for each of a thousand formulas.
    """
    path = folder / "katex.sock"
    command = katex.KaTeXServer.build_command(socket=path)
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder)
    end = time.monotonic() + timeout
    while time.monotonic() < end:
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            connection.connect(str(path))
        except (FileNotFoundError, ConnectionRefusedError):
            connection.close()
            time.sleep(0.01)
        else:
            return process, connection
    process.kill()
    process.communicate()
    raise katex.KaTeXServer.timeout_error(timeout)


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
