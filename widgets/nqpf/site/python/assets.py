"""Python for the page: Pyodide, its compiled standard library and the book's own package.

Everything lies in one folder of the site whose name carries the version, so that browsers may keep
it. It is loaded only when a reader writes or runs code.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nqpf.exercises import Exercise, exercises
from nqpf.explorers import file_of, modules
from nqpf.explorers.afresh.used import used
from nqpf.fingerprint import files, fingerprint
from nqpf.inputs import closure
from nqpf.own_model import book
from nqpf.places import PACKAGE, ROOT
from nqpf.site.build.node import executable
from nqpf.site.languages.catalogue import DOMAIN, catalogue
from nqpf.site.languages.translated import LANGUAGE, messages, pages
from nqpf.site.python import kept
from nqpf.site.translating import program
from nqpf.whole import entry, keep, keep_only

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

HERE = Path(__file__).parent
PYODIDE, MADE = kept.PYODIDE, kept.MADE
COPIED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
# What a check needs of the package: no part that imports numpy, pandas or Altair.
PARTS = ("algebra", "data", "exercises", "laws", "models", "own_table", "readers_code")
FILES = (
    "__init__.py",
    "moved.py",
    "numbers.py",
    "places.py",
    "refusals.py",
    "words.py",
)
ONLY_IN_JUPYTER = ("jupyter", "single", "sketch_form")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the folder at the end of a build."""
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write(app: Sphinx, exception: Exception | None) -> None:
    """Put Python for the page into the site."""
    if exception is not None or app.builder.format != "html":
        return
    folder = Path(app.outdir) / folder_name()
    folder.mkdir(parents=True, exist_ok=True)
    for other in folder.parent.iterdir():
        if other != folder:
            shutil.rmtree(other)
    made = archives()
    started = kept.all_kept(languages(), made)
    for archive, name in zip(made, ("stdlib", "book", "models"), strict=True):
        shutil.copyfile(archive, folder / f"{name}.zip")
    for language, one in started.items():
        shutil.copyfile(one.memory, folder / kept.name(language))
    for archive, name in ((made.book, "book.bin"), (made.models, "models.bin")):
        (folder / name).write_bytes(kept.packed(archive, started["en"]))
    copied = [copy(path, folder, started) for path in map(PYODIDE.joinpath, COPIED)]
    for name in ("arriving.mjs", "kept.mjs", "worker.mjs"):
        copied.append(copy(HERE / name, folder, started))
    (folder / "lock.json").write_text(json.dumps(empty_lock()), encoding="utf-8")
    packed = ["stdlib.zip", *(f"{n}.{kind}" for n in ("book", "models") for kind in ("zip", "bin"))]
    keep_only(folder, [*copied, *packed, *map(kept.name, started), "lock.json"])


def archives() -> kept.Archives:
    """Return what pages have of Python; each is made once for the same modules."""
    return kept.Archives(standard_library(), compiled_book(), compiled_models())


def languages() -> tuple[str, ...]:
    """Return the languages in which pages of the site run Python."""
    return ("en", LANGUAGE) if pages() else ("en",)


def copy(path: Path, folder: Path, started: dict[str, kept.Kept]) -> str:
    """Copy a file of the page's Python, and return its name there; modules become ``.js``.

    Learning platforms and older hosts serve ``.mjs`` as plain text, which no browser runs.
    """
    if path.suffix != ".mjs":
        shutil.copyfile(path, folder / path.name)
        return path.name
    text = path.read_text(encoding="utf-8")
    for module in ("pyodide", "pyodide.asm", "arriving", "kept"):
        text = text.replace(f"{module}.mjs", f"{module}.js")
    if "NQPF_SIZES" in text:
        text = text.replace("NQPF_SIZES", json.dumps(sizes(folder)))
        told = {language: one.told() for language, one in started.items()}
        text = text.replace("NQPF_KEPT", json.dumps(told))
    name = f"{path.stem}.js"
    (folder / name).write_text(text, encoding="utf-8")
    return name


def sizes(folder: Path) -> dict[str, dict[str, float]]:
    """Return the bytes of the large files of a folder, and the megabytes that hosts send of each.

    Hosts compress the interpreter; the rest is compressed already.
    """
    compressed = sorted([*folder.glob("*.zip"), *folder.glob("*.bin")])
    travel = {path.name: path.stat().st_size for path in compressed}
    travel["pyodide.asm.wasm"] = compressed_interpreter()
    return {
        name: {"bytes": (folder / name).stat().st_size, "megabytes": round(sent / 1e6, 2)}
        for name, sent in travel.items()
    }


def compressed_interpreter() -> int:
    """Return the bytes of the interpreter when compressed; worked out once a version."""
    known = MADE / f"interpreter-{version()}.txt"
    if not known.exists():
        made = len(gzip.compress((PYODIDE / "pyodide.asm.wasm").read_bytes(), 6))
        keep(known, str(made))
    return int(known.read_text(encoding="utf-8"))


def folder_name() -> str:
    """Return the folder of the site, with the version of Pyodide in it."""
    return f"py/{version()}"


def version() -> str:
    """Return the version of the Pyodide that npm installed."""
    package = json.loads((PYODIDE / "package.json").read_text(encoding="utf-8"))
    return str(package["version"])


def empty_lock() -> dict[str, Any]:
    """Return Pyodide's list of packages with none in it: a page has no others to load."""
    listed = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))
    return {"info": listed["info"], "packages": {}}


def standard_library() -> Path:
    """Return the standard library with the common modules compiled; made once a version."""
    return compiled(PYODIDE / "python_stdlib.zip", f"stdlib-{version()}", kind="library")


def compiled_book() -> Path:
    """Return the book's archive with its modules compiled; made once for the same book."""
    return compiled_archive("book", archive_of(book_files()))


def compiled_models() -> Path:
    """Return the archive of what a changed model needs beside the book's, as the book's is."""
    return compiled_archive("models", archive_of(model_files()))


def compiled_archive(name: str, archive: bytes) -> Path:
    """Return an archive of the book's modules, compiled; made once for the same modules."""
    key = hashlib.sha256(archive).hexdigest()[:16]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{name}.zip"
        source.write_bytes(archive)
        return compiled(source, f"{name}-{version()}-{key}", kind="book")


def compiled(source: Path, name: str, *, kind: str) -> Path:
    """Return an archive of modules as compiled by the page's own Python, kept under a name."""
    MADE.mkdir(parents=True, exist_ok=True)
    key = fingerprint([HERE / "precompile.mjs", HERE / "precompile.py"])[:16]
    made = MADE / f"{name}-{key}.zip"
    if not made.exists():
        # Two builds at once make it each by itself.
        unfinished = made.with_suffix(f".{os.getpid()}.part")
        script = HERE / "precompile.mjs"
        command = [str(executable()), str(script), str(PYODIDE), str(source), str(unfinished), kind]
        subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
        # Who writes at the book makes an archive at each change: the last one is enough.
        unfinished.replace(made)
        for earlier in MADE.glob(f"{name.partition('-')[0]}-*.zip"):
            if earlier != made:
                earlier.unlink(missing_ok=True)
    return made


def archive_of(listed: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files, by their names, as one archive, the same bytes each time."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, content in listed:
            archive.writestr(entry(name), content, zipfile.ZIP_DEFLATED, compresslevel=9)
    return written.getvalue()


def book_files() -> Iterator[tuple[str, bytes]]:
    """Return the package's parts and the data: names inside the archive, and contents."""
    for name, path in _book_paths():
        yield name, path.read_bytes()


def model_files() -> Iterator[tuple[str, bytes]]:
    """Return the explorers that have a model, and what runs them with a model of the reader's."""
    for path in _model_modules():
        yield f"nqpf/{path.relative_to(PACKAGE).as_posix()}", path.read_bytes()
    yield "nqpf/own_model/_book.json", book.as_json(_with_a_model()).encode()
    # Explorers name their charts' library, which no page has: nothing is drawn by it there.
    yield "altair.py", (HERE / "without_charts.py").read_bytes()


def _book_paths() -> Iterator[tuple[str, Path]]:
    for path in _book_modules():
        yield f"nqpf/{path.relative_to(PACKAGE).as_posix()}", path
    if pages():
        yield f"nqpf/_locale/{LANGUAGE}/LC_MESSAGES/{DOMAIN}.mo", said_in_the_page()
    for exercise in of_code():
        for path in files(exercise.folder):
            if "cases" not in path.parts:
                yield f"nqpf/_chapters/{path.relative_to(ROOT / 'chapters').as_posix()}", path
    for path in sorted((ROOT / "data").glob("*.csv")):
        yield f"nqpf/_data/{path.name}", path
    yield "nqpf/_data/datapackage.json", ROOT / "data" / "datapackage.json"


def _book_modules() -> list[Path]:
    """Return the modules that check an answer."""
    return [
        *(PACKAGE / name for name in FILES),
        *(path for part in PARTS for path in sorted((PACKAGE / part).rglob("*.py"))),
    ]


def _model_modules() -> list[Path]:
    """Return the modules that an explorer with a model of the reader's needs on top."""
    door = PACKAGE / "own_model" / "in_page.py"
    listed = [file_of(slug) for slug in _with_a_model()]
    needed = closure([door, *listed, *(one.with_name("__init__.py") for one in listed)])
    left = sorted(needed - set(_book_modules()))
    return [path for path in left if not path.name.startswith(ONLY_IN_JUPYTER)]


def _with_a_model() -> list[str]:
    return [slug for slug in modules() if used(slug)]


def said_in_the_page() -> Path:
    """Return the catalogue of what the page's Python can say, in the edition's language."""
    said = {
        message.text
        for module in (*_book_modules(), *_model_modules())
        for message in program.of_file(module)
    }
    made = MADE / LANGUAGE / f"{DOMAIN}.mo"
    made.parent.mkdir(parents=True, exist_ok=True)
    made.write_bytes(catalogue(messages(), said))
    return made


def of_code() -> list[Exercise]:
    """Return the exercises that the page's Python checks; graded ones never travel with a page."""
    return [
        exercise for exercise in exercises().values() if exercise.is_code and exercise.is_published
    ]
