"""What the package takes along beside its modules: the data, and what may be read of the chapters.

Exercises that are only graded, generated pages and what editors leave stay behind, in the wheel
and in the source archive.
"""

from __future__ import annotations

import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

INSIDE = {"wheel": "nqpf/_", "sdist": ""}
"""Before the names of the files: ``data/`` lies as ``nqpf/_data/`` in the installed package."""


class Contents(BuildHookInterface):
    """Names the files to include; an editable install reads them where they are."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Nothing but the archives themselves belongs into the folder that was asked for.
        self.made = tempfile.TemporaryDirectory()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Take away what was made for the archive."""
        self.made.cleanup()

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the files of ``data`` and ``chapters``."""
        if version != "editable":
            root = Path(self.root)
            for file in published(root):
                name = INSIDE[self.target_name] + file.relative_to(root).as_posix()
                build_data["force_include"][str(file)] = name
            if self.target_name == "wheel":
                for language, made in catalogues(root, Path(self.made.name)):
                    name = f"nqpf/_locale/{language}/LC_MESSAGES/nqpf.mo"
                    build_data["force_include"][str(made)] = name
            else:
                for file in sorted((root / "locale").rglob("*.po")):
                    build_data["force_include"][str(file)] = file.relative_to(root).as_posix()


def catalogues(root: Path, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the languages of the book beside English, each with its catalogue, made now."""
    for language in sorted((root / "locale").glob("*/LC_MESSAGES")):
        whole = Catalog(locale=language.parent.name, fuzzy=False)
        for file in sorted(language.glob("*.po")):
            with file.open("rb") as opened:
                for message in read_po(opened):
                    if message.id and message.string and not message.fuzzy:
                        whole.add(message.id, message.string, context=message.context)
        # Babel dates what it writes.
        whole.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
        made = folder / f"{language.parent.name}.mo"
        with made.open("wb") as opened:
            write_mo(opened, whole)
        yield language.parent.name, made


def head(exercise: Path) -> dict[str, Any]:
    """Return the fields at the head of an exercise's file."""
    return tomllib.loads(exercise.read_text(encoding="utf-8").split("+++\n")[1])


def published(root: Path) -> Iterator[Path]:
    """Yield the files of data and chapters without the exercises that are only graded."""
    sys.path.insert(0, str(root / "widgets"))
    from nqpf.fingerprint import files

    sys.path.pop(0)
    # By their heads: to read an exercise is to run its model, which may need more than is here.
    withheld = {
        file.parent
        for file in (root / "chapters").glob("*/ch*/*/exercise.md")
        if "self-check" not in head(file).get("use", ["self-check"])
    }
    for folder in ("data", "chapters"):
        for path in files(root / folder):
            if not withheld.intersection(path.parents):
                yield path
