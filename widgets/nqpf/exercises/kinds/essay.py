"""Open: write, compare with examples, and assess oneself by a rubric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from nqpf.exercises.figures import fill
from nqpf.exercises.givens import Givens
from nqpf.exercises.kinds.length import word_count
from nqpf.exercises.phrases import phrases
from nqpf.exercises.result import Result, right
from nqpf.exercises.source import Fields, Source

CRITERION: Fields = {"name": str, "levels": list}
EXEMPLARS = 2
FEWEST_WORDS = 25


@dataclass(frozen=True)
class Criterion:
    """What is looked for, and its levels in words; the place of a level is its points."""

    name: str
    levels: tuple[str, ...]


class Essay:
    """A question that no machine marks."""

    kind: ClassVar[str] = "open"

    def __init__(self, source: Source) -> None:
        self.givens = Givens(source, may_draw=False)
        figures = self.figures("0")
        self.words = int(source.take("words", int, FEWEST_WORDS))
        self.criteria = []
        for record in source.records("criterion", CRITERION, fewest=2):
            levels = record.get("levels", [])
            if not record.get("name") or len(levels) < 2 or not all(map(_is_text, levels)):
                raise source.wrong("criterion", "a name and at least two levels are expected")
            texts = [fill(text, figures) for text in (record["name"], *levels)]
            self.criteria.append(Criterion(texts[0], tuple(texts[1:])))
        if len(source.parts["exemplar"]) < EXEMPLARS:
            raise source.wrong("+++ exemplar", f"at least {EXEMPLARS}, weak and strong, expected")

    @property
    def most(self) -> int:
        """The most points that an answer can have."""
        return sum(len(criterion.levels) - 1 for criterion in self.criteria)

    def figures(self, seed: str) -> dict[str, str]:
        """Return the figures of the texts."""
        return self.givens.texts(seed)

    def messages(self) -> list[str]:
        """Return the rubric's texts."""
        return [text for c in self.criteria for text in (c.name, *c.levels)]

    def solution(self, seed: str) -> Any:
        """Return an answer of the needed length that gives itself the most points."""
        levels = [len(criterion.levels) - 1 for criterion in self.criteria]
        return {"text": "word " * self.words, "levels": levels}

    def check(self, answer: Any, seed: str) -> Result:
        """Return the rubric for a text, or the points of ``{"text": …, "levels": […]}``."""
        text = answer.get("text", "") if isinstance(answer, Mapping) else answer
        if not isinstance(text, str) or word_count(text) < self.words:
            said = phrases()["no_answer_given"].format(count=self.words)
            return Result(False, said, "nothing")
        levels = answer.get("levels") if isinstance(answer, Mapping) else None
        if levels is None:
            return Result(False, self.rubric(), "assess")
        tops = [len(criterion.levels) - 1 for criterion in self.criteria]
        fits = isinstance(levels, (list, tuple)) and len(levels) == len(tops)
        if not fits or any(
            type(level) is not int or not 0 <= level <= top
            for level, top in zip(levels, tops, strict=True)
        ):
            return Result(False, self.rubric(), "assess")
        return right(phrases()["assessed"].format(points=sum(levels), most=self.most))

    def rubric(self) -> str:
        """Return the rubric as Markdown."""
        lines = [phrases()["assess"], ""]
        for criterion in self.criteria:
            lines.append(f"- **{criterion.name}**")
            lines += [f"    - {points}: {level}" for points, level in enumerate(criterion.levels)]
        return "\n".join(lines)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
