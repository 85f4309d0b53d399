"""Read an exercise's folder: fields (TOML), prompt and parts (Markdown), and its model (Python).

TOML and not YAML, because the standard library reads it, also in the browser.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

from nqpf.exercises.errors import ExerciseError
from nqpf.exercises.in_language import in_language, parts_in_language

Fields: TypeAlias = Mapping[str, type | tuple[type, ...]]
"""The keys that a table may have, with the type of each."""

FENCE = "+++"
PARTS = ("hint", "solution", "exemplar")
HINTS = 2
"""How many hints come at least before a solution."""


@dataclass
class Source:
    """A folder as it was read; ``take`` hands out fields, and what is left over is unknown."""

    folder: Path
    fields: dict[str, Any]
    prompt: str
    parts: dict[str, list[str]]
    model: ModuleType | None = None
    taken: set[str] = field(default_factory=set)

    @property
    def file(self) -> Path:
        """The file of fields and texts."""
        return self.folder / "exercise.md"

    @property
    def slug(self) -> str:
        """The name of the exercise, which is the name of its folder."""
        return self.folder.name

    def wrong(self, name: str, expected: str) -> ExerciseError:
        """Return the error that says what a field should be."""
        return ExerciseError(self.file, name, expected)

    def take(self, name: str, kind: type | tuple[type, ...], default: Any = None) -> Any:
        """Return a field of that type; without a default it is required."""
        self.taken.add(name)
        value = self.fields.get(name, default)
        if value is None:
            raise self.wrong(name, f"is missing: {_described(kind)} is expected")
        wanted = kind if isinstance(kind, tuple) else (kind,)
        if not isinstance(value, wanted) or (isinstance(value, bool) and bool not in wanted):
            raise self.wrong(name, f"is {value!r}: {_described(kind)} is expected")
        return value

    def texts(self, name: str, *, fewest: int = 0) -> list[str]:
        """Return a field that is a list of texts."""
        values = self.take(name, list, None if fewest else [])
        if len(values) < fewest or not all(isinstance(v, str) and v.strip() for v in values):
            raise self.wrong(name, f"a list of at least {fewest} texts is expected")
        return [str(value) for value in values]

    def records(self, name: str, fields: Fields, *, fewest: int = 0) -> list[dict[str, Any]]:
        """Return a field that is a list of tables, ``[[name]]``, with keys among ``fields``."""
        values = self.take(name, list, None if fewest else [])
        if len(values) < fewest:
            raise self.wrong(name, f"at least {fewest} tables [[{name}]] are expected")
        for place, value in enumerate(values, start=1):
            self.check_table(f"{name} {place}", value, fields)
        return [dict(value) for value in values]

    def check_table(self, label: str, table: Any, fields: Fields) -> None:
        """Raise unless a table has only known keys with values of their types."""
        if not isinstance(table, dict):
            raise self.wrong(label, f"a table with {', '.join(fields)} is expected")
        for key, value in table.items():
            if key not in fields:
                raise self.wrong(f"{label}, {key}", f"is unknown; known are {', '.join(fields)}")
            if not isinstance(value, fields[key]):
                raise self.wrong(f"{label}, {key}", f"{_described(fields[key])} is expected")

    def function(self, name: str, asked_by: str) -> Callable[..., Any]:
        """Return a function of model.py."""
        found = getattr(self.model, name, None)
        if not callable(found):
            raise self.wrong(asked_by, f"a function {name} in model.py is expected")
        return found  # type: ignore[no-any-return]  # because modules are open

    def finish(self) -> None:
        """Raise if a field was never asked for: it is misspelt or belongs to another kind."""
        for name in self.fields:
            if name not in self.taken:
                raise self.wrong(
                    name, f"is unknown here; known are {', '.join(sorted(self.taken))}"
                )


def read(folder: Path) -> Source:
    """Return what an exercise's folder holds; raise `ExerciseError` for what cannot be read."""
    file = folder / "exercise.md"
    if not file.exists():
        raise ExerciseError(file, "file", "is missing: fields, prompt and parts are expected in it")
    fields, prompt, parts = split(file, file.read_text(encoding="utf-8"))
    source = Source(folder, in_language(fields), *parts_in_language(prompt, parts))
    if not prompt:
        raise source.wrong("prompt", "is missing: Markdown after the second +++ is expected")
    if len(parts["hint"]) < HINTS:
        raise source.wrong("+++ hint", f"at least {HINTS} hints are expected, in order")
    if len(parts["solution"]) != 1:
        raise source.wrong("+++ solution", "exactly one solution is expected")
    source.model = load(folder / "model.py")
    return source


def split(file: Path, text: str) -> tuple[dict[str, Any], str, dict[str, list[str]]]:
    """Return the fields, the prompt and the parts of an exercise's text."""
    lines = text.splitlines()
    fences = [place for place, line in enumerate(lines) if line.strip() == FENCE]
    if not lines or lines[0].strip() != FENCE or len(fences) != 2:
        raise ExerciseError(file, "fields", "TOML between two lines +++ at the top is expected")
    try:
        fields = tomllib.loads("\n".join(lines[1 : fences[1]]))
    except tomllib.TOMLDecodeError as error:
        # Lines are counted from the fence, which is line 1 of the file.
        raise ExerciseError(file, "fields", f"TOML is expected after line 1: {error}") from None
    found: dict[str, list[str]] = {name: [] for name in PARTS}
    prompt: list[str] = []
    current = prompt
    pieces: list[tuple[str, list[str]]] = []
    for line in lines[fences[1] + 1 :]:
        if line.startswith(f"{FENCE} "):
            name = line[len(FENCE) :].strip()
            if name not in PARTS:
                raise ExerciseError(file, line, f"a part is one of {', '.join(PARTS)}")
            current = []
            pieces.append((name, current))
        else:
            current.append(line)
    for name, body in pieces:
        found[name].append("\n".join(body).strip())
    return fields, "\n".join(prompt).strip(), found


def load(path: Path) -> ModuleType | None:
    """Return a Python file as a module, or None if there is no such file."""
    if not path.exists():
        return None
    module = ModuleType(f"exercise_{path.parent.name.replace('-', '_')}_{path.stem}")
    module.__file__ = str(path)
    code = compile(path.read_text(encoding="utf-8"), str(path), "exec")
    try:
        exec(code, module.__dict__)
    except Exception as error:
        raise ExerciseError(path, type(error).__name__, f"the file runs: {error}") from error
    return module


def _described(kind: type | tuple[type, ...]) -> str:
    names = {str: "a text", bool: "true or false", int: "a whole number", float: "a number"}
    names |= {list: "a list", dict: "a table"}
    kinds = kind if isinstance(kind, tuple) else (kind,)
    return " or ".join(names[one] for one in kinds)
