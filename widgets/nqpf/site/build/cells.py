"""The kernels that run the pages' cells are the environment's own, and nobody's habits reach them.

What a user has configured (a kernel of the same name, start-up files) would make another book.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

# The kernel would warn on every page that it talks over a local port without encryption.
SETTINGS = {"IPKernelApp": {"log_level": "ERROR"}}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Set the environment of the kernels before any of them starts."""
    app.connect("builder-inited", isolate)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def isolate(app: Sphinx) -> None:
    """Give the kernels a settings folder of the build's own."""
    folder = Path(app.doctreedir).parent / "ipython"
    path = folder / "profile_default" / "ipython_kernel_config.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(SETTINGS), encoding="utf-8")
    os.environ["IPYTHONDIR"] = str(folder)
    os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"
