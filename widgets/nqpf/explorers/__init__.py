"""The explorers of the book: one file each, found by themselves.

``explorer("sources-of-growth")`` returns one; displayed in Jupyter it is live.
"""

from __future__ import annotations

import difflib
import functools
import importlib
import pkgutil
from collections.abc import Mapping

from nqpf.explorers.declaration import Explorer, Settings, View

__all__ = ["Explorer", "Settings", "UnknownExplorer", "View", "explorer", "explorers"]


class UnknownExplorer(KeyError):
    """No explorer has that slug."""

    def __str__(self) -> str:
        return str(self.args[0])


@functools.cache
def explorers() -> Mapping[str, Explorer]:
    """Return every explorer by slug. A file of ``nqpf.explorers.gallery`` holds one, EXPLORER."""
    from nqpf.explorers import gallery

    found: dict[str, Explorer] = {}
    for module in pkgutil.iter_modules(gallery.__path__):
        loaded = importlib.import_module(f"{gallery.__name__}.{module.name}")
        one: Explorer = loaded.EXPLORER
        if one.slug != module.name.replace("_", "-"):
            raise ValueError(f"{module.name}.py holds {one.slug}: file and slug must agree.")
        found[one.slug] = one
    return found


def explorer(slug: str) -> Explorer:
    """Return the explorer of that slug; raise `UnknownExplorer` naming the nearest ones."""
    if slug not in explorers():
        near = difflib.get_close_matches(slug, explorers(), n=3) or list(explorers())
        raise UnknownExplorer(f"There is no explorer {slug!r}. Did you mean {', '.join(near)}?")
    return explorers()[slug]
