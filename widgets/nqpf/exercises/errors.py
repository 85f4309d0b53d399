"""What can be wrong with an exercise file, said so that its author can mend it."""

from __future__ import annotations

from pathlib import Path


class ExerciseError(Exception):
    """An exercise is not as the format asks: which file, which field, what is expected."""

    def __init__(self, file: Path, field: str, expected: str) -> None:
        super().__init__(f"{'/'.join(file.parts[-3:])}: {field}: {expected}")
        self.file = file
        self.field = field
        self.expected = expected


class UnknownExercise(KeyError):
    """No exercise has that slug."""

    def __str__(self) -> str:
        return str(self.args[0])
