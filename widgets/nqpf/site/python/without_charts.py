"""What stands for Altair in the page's Python: explorers name it, and nothing there draws by it."""

from __future__ import annotations

from typing import Any


class _Anything:
    """A class, a function or a value: whatever is asked of it gives another such thing."""

    def __init__(self, *_given: Any, **_named: Any) -> None:
        """Take whatever is given."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return _Anything()

    def __call__(self, *_given: Any, **_named: Any) -> _Anything:
        return _Anything()


def __getattr__(name: str) -> Any:
    if name.startswith("__"):
        raise AttributeError(name)
    return type(name, (_Anything,), {})
