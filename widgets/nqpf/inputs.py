"""What a file of the package is made from: the modules it imports, and the data sets it names.

It is read off the text of the files, so that nothing is imported to know it: an import counts
wherever it stands, and a data set counts where its name is written.
"""

from __future__ import annotations

import ast
import functools
import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from nqpf import data
from nqpf.moved import now_named
from nqpf.places import PACKAGE

PROSE = frozenset({"figure", "only_row", "years"})
NAMED_FIRST = PROSE | {"describe", "input_output", "load", "rows", "text"}
"""Functions whose first argument is the name of a data set."""


def closure(files: Iterable[Path]) -> frozenset[Path]:
    """Return files and all those of the package that they import, directly or not."""
    found: set[Path] = set()
    waiting = list(files)
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += imported(path)
    return frozenset(found)


@functools.cache
def imported(path: Path) -> frozenset[Path]:
    """Return the files of the package that a Python file imports itself; none if it is faulty."""
    try:
        return frozenset(imports_of(path.read_text(encoding="utf-8"), path))
    except SyntaxError:  # Python says so, and better, where the file is run
        return frozenset()


def imports_of(text: str, path: Path | None = None) -> Iterator[Path]:
    """Yield the files of the package that some Python imports; ``path`` is where it stands.

    >>> [path.name for path in imports_of("from nqpf import numbers")]
    ['__init__.py', 'numbers.py']
    """
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield from files_of(name.name)
        elif isinstance(node, ast.ImportFrom):
            origin = _origin(node, path)
            yield from files_of(origin)
            for name in node.names:
                yield from files_of(f"{origin}.{name.name}", parents=False)


def _origin(node: ast.ImportFrom, path: Path | None) -> str:
    if not node.level or path is None or PACKAGE not in path.parents:
        return node.module or ""
    package = path.relative_to(PACKAGE.parent).parts[: -node.level]
    return ".".join([*package, *([node.module] if node.module else [])])


def files_of(module: str, *, parents: bool = True) -> Iterator[Path]:
    """Yield the file of a module of the package, and those of the packages that hold it.

    A module that has moved is found under the name by which readers' notebooks know it.
    """
    parts = now_named(module).split(".")
    if parts[0] != PACKAGE.name:
        return
    for depth in range(1 if parents else len(parts), len(parts) + 1):
        place = PACKAGE.parent.joinpath(*parts[:depth])
        for path in (place / "__init__.py", place.with_suffix(".py")):
            if path.is_file():
                yield path


def datasets_named(files: Iterable[Path]) -> frozenset[str]:
    """Return the data sets that Python files name; all of them where a name is made up."""
    return frozenset().union(*(_datasets(path) for path in files))


@functools.cache
def _datasets(path: Path) -> frozenset[str]:
    try:
        return datasets_of(path.read_text(encoding="utf-8"))
    except SyntaxError:
        return frozenset(data.names())


def datasets_of(text: str) -> frozenset[str]:
    """Return the data sets that some Python names; all of them where a name is made up.

    >>> sorted(datasets_of('rows("rd_china"); figure("labour_share", "value")'))
    ['labour_share', 'rd_china']
    """
    tree = ast.parse(text)
    if _makes_up_a_name(tree, frozenset()):
        return frozenset(data.names())
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    return frozenset(word for word in words if isinstance(word, str) and word in data.names())


def _makes_up_a_name(node: ast.AST, handed_in: frozenset[str]) -> bool:
    """Return whether a data set is asked for by a name that is neither text nor handed in.

    Whoever hands a name in to a function writes it down, or has it handed in.
    """
    if isinstance(node, ast.FunctionDef):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        handed_in |= {argument.arg for argument in arguments}
    if isinstance(node, ast.Call) and node.args and _called(node) in NAMED_FIRST:
        name = node.args[0]
        given = isinstance(name, ast.Name) and name.id in handed_in
        if not given and not isinstance(name, ast.Constant):
            return True
    return any(_makes_up_a_name(inner, handed_in) for inner in ast.iter_child_nodes(node))


def _called(node: ast.Call) -> str:
    """Return the name of the function of ``nqpf.data`` or ``nqpf.prose`` that is called, if any."""
    called = node.func
    if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
        return called.attr if called.value.id in ("data", "prose") else ""
    # rows and text are also the names of other functions; data's own are called as data.rows.
    return called.id if isinstance(called, ast.Name) and called.id in PROSE else ""


@functools.cache
def mark_of_data(name: str) -> str:
    """Return a hash of a data set: its rows, and what is known of it."""
    record = json.dumps(data.describe(name), sort_keys=True)
    return hashlib.sha256(f"{record}\0{data.text(name)}".encode()).hexdigest()


@functools.cache
def mark_of_file(path: Path) -> str:
    """Return a hash of a file, which is read once by a process."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def mark(files: Iterable[Path], datasets: Iterable[str] = (), *more: str) -> str:
    """Return one hash of the names and contents of files, of data sets, and of further words."""
    digest = hashlib.sha256("\0".join(more).encode())
    for path in sorted(files):
        digest.update(f"{path.parent.name}/{path.name}\0{mark_of_file(path)}\0".encode())
    for name in sorted(datasets):
        digest.update(f"{name}\0{mark_of_data(name)}\0".encode())
    return digest.hexdigest()
