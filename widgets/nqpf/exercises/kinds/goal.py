"""Goal: move an explorer until a condition holds.

The page traces the condition and needs no kernel. Conditions are functions of the explorer's
settings and readouts. This module never imports an explorer: whoever joins the two (the site, a
notebook, a test) hands settings and readouts in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, ClassVar

from nqpf.exercises.phrases import phrases
from nqpf.exercises.result import Result, right
from nqpf.exercises.source import Source


@dataclass(frozen=True)
class Progress:
    """Something to say on the way, while its condition holds."""

    name: str
    function: Callable[[Any, Any], Any]
    message: str


class Goal:
    """A setting to find."""

    kind: ClassVar[str] = "goal"

    def __init__(self, source: Source) -> None:
        self.explorer = str(source.take("explorer", str))
        self.function = source.function("goal", "kind")
        self.reached_at: dict[str, float] = getattr(source.model, "REACHED_AT", {})
        if not self.reached_at:
            raise source.wrong(
                "REACHED_AT in model.py", "a setting that meets the goal is expected"
            )
        fields = {"when": str, "message": str}
        self.progress = []
        for record in source.records("progress", fields):
            if set(record) != set(fields):
                raise source.wrong("progress", "when and message are expected")
            function = source.function(record["when"], "progress, when")
            self.progress.append(Progress(record["when"], function, record["message"]))

    def figures(self, seed: str) -> dict[str, str]:
        """Return no figures: the explorer shows them."""
        return {}

    def messages(self) -> list[str]:
        """Return the progress messages."""
        return [progress.message for progress in self.progress]

    def solution(self, seed: str) -> Any:
        """Return a setting that meets the goal; controls that it leaves out stay at the start."""
        return dict(self.reached_at)

    def check(self, answer: Any, seed: str) -> Result:
        """Return the verdict on ``(settings, readouts)``, two mappings."""
        settings, readouts = answer
        return self.judge(settings, readouts)

    def judge(self, settings: Mapping[str, float], readouts: Mapping[str, float]) -> Result:
        """Return whether the goal is reached; else the first progress message that holds."""
        seen = SimpleNamespace(**settings), SimpleNamespace(**readouts)
        if self.function(*seen):
            return right(phrases()["goal_reached"])
        for progress in self.progress:
            if progress.function(*seen):
                return Result(False, progress.message, progress.name)
        return Result(False, phrases()["goal_not_yet"])
