"""The explorers of the book: one file each, under its chapter, found by themselves.

``explorer("sources-of-growth")`` returns one; displayed in Jupyter it is live.
"""

from __future__ import annotations

import pkgutil

from nqpf.explorers.core import showing
from nqpf.explorers.core.declaration import Explorer, Settings, View
from nqpf.explorers.core.found import UnknownExplorer, explorer, explorers, file_of, modules
from nqpf.moved import moved

__all__ = [
    "Explorer",
    "Settings",
    "UnknownExplorer",
    "View",
    "explorer",
    "explorers",
    "file_of",
    "modules",
]

# A declaration knows nothing of hosts and widgets: how it is shown is said here.
Explorer.shown_by = showing


def _old_names() -> dict[str, str]:
    """Return where the parts of explorers lie by the names they had beside this file."""
    folders = [f"{folder}/core" for folder in __path__]
    return {one.name: f"{__name__}.core.{one.name}" for one in pkgutil.iter_modules(folders)}


# Until the first edition after November 2026, notebooks find these parts under their old names.
moved(__name__, _old_names)
