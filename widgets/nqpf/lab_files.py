"""How JupyterLab opens the chapters' own files: cells that only prepare are folded.

A notebook that was taken along says so itself. A chapter's file does not, since that would stand
in the head of every cell and be of no use to the pages; it is said when the file is opened.
"""

from __future__ import annotations

from typing import Any

from jupytext import AsyncTextFileContentsManager

PREPARES = "remove-cell"
FOLDED = {"source_hidden": True}


class Folding(AsyncTextFileContentsManager):  # type: ignore[misc]  # which has no types
    """Jupytext's files, of which a cell that pages leave out is folded until a reader opens it."""

    async def get(self, path: str, *arguments: Any, **options: Any) -> dict[str, Any]:
        """Return a file as JupyterLab shows it."""
        model: dict[str, Any] = await super().get(path, *arguments, **options)
        for cell in _preparing(model, path):
            cell["metadata"].setdefault("jupyter", dict(FOLDED))
        return model

    async def save(self, model: dict[str, Any], path: str = "") -> dict[str, Any]:
        """Write a file as it was but for what the reader changed."""
        for cell in _preparing(model, path):
            if cell["metadata"].get("jupyter") == FOLDED:
                del cell["metadata"]["jupyter"]
        saved: dict[str, Any] = await super().save(model, path)
        return saved


def _preparing(model: dict[str, Any], path: str) -> list[Any]:
    """Return the cells of a chapter's file that only prepare."""
    content = model.get("content")
    if model.get("type") != "notebook" or not content or not path.endswith(".md"):
        return []
    return [cell for cell in content["cells"] if PREPARES in cell["metadata"].get("tags", ())]
