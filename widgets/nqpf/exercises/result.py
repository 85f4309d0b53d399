"""What a check says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Result:
    """Whether an answer is right, why, and which misconception was recognised (a tag).

    ``message`` is Markdown. The tag is ``right``, the name of a wrong answer, or ``other``.
    """

    correct: bool
    message: str
    tag: str = "other"

    def __str__(self) -> str:
        return f"{'✓' if self.correct else '✗'} {self.message}"

    def _repr_markdown_(self) -> str:
        return str(self)


def right(message: str) -> Result:
    """Return the result of a right answer."""
    return Result(True, message, "right")
