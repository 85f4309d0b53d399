"""New Quality Productive Forces: models, explorers and exercises of the interactive textbook."""

from __future__ import annotations

import importlib
from typing import Any

__version__: str

PARTS = ("algebra", "data", "exercises", "explorers", "models")
"""What a reader uses; each is read when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from nqpf.version import version

        return version()
    if name in PARTS:
        return importlib.import_module(f"nqpf.{name}")
    raise AttributeError(f"module 'nqpf' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*PARTS, "__version__"]
