"""An exercise: what every kind shares, read from its folder and checked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Protocol

from nqpf.exercises.errors import ExerciseError
from nqpf.exercises.figures import names
from nqpf.exercises.kinds import CODE, KINDS
from nqpf.exercises.kinds.choice import Choice
from nqpf.exercises.result import Result
from nqpf.exercises.shown.bundle import mimebundle
from nqpf.exercises.source import Source, read

USES = ("self-check", "assignment", "bank")
DIFFICULTIES = (1, 2, 3)


class Task(Protocol):
    """What a kind of exercise can do; `nqpf.exercises.kinds` holds one class a kind."""

    kind: ClassVar[str]

    def check(self, answer: Any, seed: str) -> Result:
        """Return whether an answer is right and why."""

    def figures(self, seed: str) -> dict[str, str]:
        """Return the figures of the texts for a seed."""

    def solution(self, seed: str) -> Any:
        """Return a right answer, in the form that ``check`` takes."""

    def messages(self) -> list[str]:
        """Return every text of this kind that may hold figures."""


@dataclass(frozen=True)
class Exercise:
    """One exercise. Texts are Markdown; ``task`` knows what its kind checks.

    ``section`` is the heading of its chapter under which a reader finds what it asks for.
    """

    slug: str
    folder: Path
    title: str
    kind: str
    objectives: tuple[str, ...]
    section: str
    concepts: tuple[str, ...]
    difficulty: int
    points: int
    revisits: tuple[str, ...]
    use: tuple[str, ...]
    prompt: str
    hints: tuple[str, ...]
    solution: str
    exemplars: tuple[str, ...]
    task: Task

    @property
    def chapter(self) -> int:
        """The chapter beside which the exercise lies."""
        return int(self.folder.parent.name.removeprefix("ch"))

    @property
    def is_published(self) -> bool:
        """Whether readers check it themselves; what is only graded never reaches the site."""
        return "self-check" in self.use

    @property
    def is_code(self) -> bool:
        """Whether the answer is a function, which has to be run."""
        return self.kind in CODE

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        return mimebundle([self])


@dataclass(frozen=True)
class Several:
    """Exercises that stand one below the other."""

    exercises: list[Exercise]

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, Any]:
        return mimebundle(self.exercises)


def read_exercise(folder: Path) -> Exercise:
    """Return the exercise of a folder; raise `ExerciseError` naming file, field and remedy."""
    source = read(folder)
    if not re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", source.slug):
        raise source.wrong("folder", "a name of lower-case letters and digits with - is expected")
    if not re.fullmatch(r"ch\d\d", folder.parent.name):
        raise source.wrong("folder", "a place beside a chapter, such as ch02/, is expected")
    kind = source.take("kind", str)
    if kind not in KINDS:
        raise source.wrong("kind", f"is {kind!r}: one of {', '.join(KINDS)} is expected")
    task = KINDS[kind](source)
    exercise = Exercise(
        slug=source.slug,
        folder=folder,
        title=source.take("title", str),
        kind=kind,
        objectives=tuple(source.texts("objectives", fewest=1)),
        section=source.take("section", str, ""),
        concepts=tuple(source.texts("concepts", fewest=1)),
        difficulty=_among(source, "difficulty", source.take("difficulty", int), DIFFICULTIES),
        points=source.take("points", int, 1),
        revisits=tuple(source.texts("revisits")),
        use=tuple(_among(source, "use", use, USES) for use in source.texts("use") or USES[:1]),
        prompt=source.prompt,
        hints=tuple(source.parts["hint"]),
        solution=_after_the_key(task, source.parts["solution"][0]),
        exemplars=tuple(source.parts["exemplar"]),
        task=task,
    )
    source.finish()
    _check_figures(exercise, source)
    return exercise


def _after_the_key(task: Task, prose: str) -> str:
    """Return the solution's prose, after what is right where options are there to be named."""
    return f"{task.key()}\n\n{prose}" if isinstance(task, Choice) else prose


def _among(source: Source, field: str, value: Any, known: tuple[Any, ...]) -> Any:
    if value not in known:
        listed = ", ".join(map(str, known))
        raise source.wrong(field, f"is {value!r}: one of {listed} is expected")
    return value


def _check_figures(exercise: Exercise, source: Source) -> None:
    known = set(exercise.task.figures("0"))
    texts = [exercise.prompt, *exercise.hints, exercise.solution, *exercise.exemplars]
    for text in texts + exercise.task.messages():
        unknown = names(text) - known - {"wrong"}
        if unknown:
            listed = ", ".join(sorted(known)) or "none"
            raise ExerciseError(source.file, f"{{{unknown.pop()}}}", f"figures here: {listed}")
