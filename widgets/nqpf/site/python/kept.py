"""Python as it has started, kept for pages to go on from: its memory, and what that lacks.

A page that starts Python anew takes twice as long until it answers. Of each language there is one
memory, because what is imported holds words.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from nqpf.fingerprint import fingerprint
from nqpf.places import NODE_MODULES, ROOT
from nqpf.site.build.node import executable
from nqpf.whole import entry

HERE = Path(__file__).parent
PYODIDE = NODE_MODULES / "pyodide"
MADE = ROOT / "_build" / "python"
SCRIPTS = ("in_memory.py", "kept.mjs", "make_kept.mjs")


class Archives(NamedTuple):
    """What pages have of Python: the library, and the book's modules and files."""

    library: Path
    book: Path
    models: Path


class Kept(NamedTuple):
    """A memory: its file, its length and how much the interpreter's file lays there, in bytes.

    ``imported`` are the modules of the book that it holds.
    """

    memory: Path
    bytes: int
    laid: int
    imported: list[str]

    def told(self) -> dict[str, Any]:
        """Return what a page has to know before the memory comes."""
        return {"bytes": self.bytes, "laid": self.laid}


def name(language: str) -> str:
    """Return the name of a language's memory in the site.

    It says nothing of its compression: hosts unpack a ``.gz`` on the way.
    """
    return f"started-{language}.bin"


def all_kept(languages: tuple[str, ...], archives: Archives) -> dict[str, Kept]:
    """Return each language's memory, made once for the same modules; all are made at once."""
    making = {language: _making(language, archives) for language in languages}
    found = {}
    for language, (memory, process) in making.items():
        about = memory.with_suffix(".json")
        if process is not None:
            faults, _none = process.communicate()
            _unfinished(memory.with_suffix(".zip")).unlink()
            if process.returncode:
                raise RuntimeError(f"Python's memory could not be kept:\n{faults}")
            _unfinished(about).replace(about)
            _unfinished(memory).replace(memory)
            for earlier in MADE.glob(f"started-{language}-*"):
                if earlier.stem != memory.stem:
                    earlier.unlink(missing_ok=True)
        known = json.loads(about.read_text(encoding="utf-8"))
        found[language] = Kept(memory=memory, **known)
    return found


def _making(language: str, archives: Archives) -> tuple[Path, subprocess.Popen[str] | None]:
    modules = _modules(language, archives)
    key = hashlib.sha256(
        f"{archives.library.stem} {fingerprint(map(HERE.joinpath, SCRIPTS))}".encode()
    )
    key.update(modules)
    memory = MADE / f"started-{language}-{key.hexdigest()[:16]}.bin"
    if memory.exists():
        return memory, None
    source = _unfinished(memory.with_suffix(".zip"))
    source.write_bytes(modules)
    targets = [_unfinished(memory), _unfinished(memory.with_suffix(".json"))]
    command = [executable(), HERE / "make_kept.mjs", PYODIDE, archives.library, source, language]
    process = subprocess.Popen(
        [str(part) for part in (*command, *targets)],
        cwd=ROOT,
        env=os.environ | {"TZ": "UTC"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
    )
    return memory, process


def _unfinished(path: Path) -> Path:
    # Two builds at once make it each by itself.
    return path.with_name(f".{path.name}.{os.getpid()}.part")


def _modules(language: str, archives: Archives) -> bytes:
    """Return what is imported, as an archive: modules, and the language's catalogue, no data.

    An exercise's text or a row of data that changes leaves the memory as it is.
    """
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as target:
        for archive in (archives.book, archives.models):
            with zipfile.ZipFile(archive) as source:
                for inside in source.namelist():
                    if inside.endswith((".pyc", f"/{language}/LC_MESSAGES/nqpf.mo")):
                        target.writestr(entry(inside), source.read(inside))
    return written.getvalue()


def packed(archive: Path, kept: Kept) -> bytes:
    """Return what a memory lacks of an archive: names and sizes, then contents, compressed as one.

    So it weighs a quarter less than where each file is compressed by itself.
    """
    lacking = []
    with zipfile.ZipFile(archive) as source:
        for inside in source.namelist():
            if inside not in kept.imported and not inside.endswith(".mo"):
                lacking.append((inside, source.read(inside)))
    listed = json.dumps([[inside, len(content)] for inside, content in lacking]).encode()
    whole = b"".join(_parts(listed, (content for _inside, content in lacking)))
    return gzip.compress(whole, 9, mtime=0)


def _parts(listed: bytes, contents: Iterator[bytes]) -> Iterator[bytes]:
    yield len(listed).to_bytes(4, "little")
    yield listed
    yield from contents
