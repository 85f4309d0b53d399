"""The text of a model as plain Python: what it computes, without what checks its arguments."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from nqpf import algebra

WIDE = 79


def text_of(function: Callable[..., Any]) -> str:
    """Return a function of the book as plain Python; raise ``OSError`` where its source is not."""
    return plain(inspect.getsource(inspect.unwrap(function)))


def running_text_of(function: Callable[..., Any]) -> str:
    """Return a function of the book as plain Python that runs by itself: what it names is imported.

    Raises ``OSError`` where its source is not.
    """
    own, text = inspect.unwrap(function), text_of(function)
    named = {node.id for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Name)}
    wanted: dict[str, list[str]] = {}
    for name in sorted(named & vars(inspect.getmodule(own)).keys()):
        home = "nqpf.algebra" if name in algebra.__all__ else own.__globals__[name].__module__
        wanted.setdefault(home, []).append(name)
    lines = [f"from {home} import {', '.join(names)}" for home, names in sorted(wanted.items())]
    return "\n".join([*lines, *([""] * 2 if lines else []), text]) + "\n"


def plain(source: str) -> str:
    """Return a function without decorators, types and all but the first line of its docstring.

    >>> print(plain('def twice(*, x: float) -> float:\\n    return 2 * x'))
    def twice(*, x):
        return 2 * x
    """
    source = without_types(textwrap.dedent(source))
    (node,) = ast.parse(source).body
    assert isinstance(node, ast.FunctionDef)
    words = ast.get_docstring(node)
    body = node.body[1:] if words else node.body
    lines = source.splitlines()
    ended = _end_of_head(lines, node)
    # What stands above the first statement may be a remark on it.
    kept = lines[(node.body[0].end_lineno or 0) if words else ended + 1 : body[-1].end_lineno]
    while kept and not kept[0].strip():
        del kept[0]
    said = [f'    """{words.splitlines()[0]}"""'] if words else []
    return "\n".join([_head(node.name, lines[node.lineno - 1 : ended + 1]), *said, *kept])


def without_types(source: str) -> str:
    """Return some Python without its annotations.

    >>> without_types("def f(x: int) -> int:\\n    y: float = x\\n    return y")
    'def f(x):\\n    y = x\\n    return y'
    """
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    raw = source.encode()

    def span(node: ast.expr) -> tuple[int, int]:
        assert node.end_lineno is not None
        assert node.end_col_offset is not None
        first = starts[node.lineno - 1] + node.col_offset
        return first, starts[node.end_lineno - 1] + node.end_col_offset

    cut = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and node.returns is not None:
            first, last = span(node.returns)
            cut.append((len(raw[:first].rstrip().removesuffix(b"->").rstrip()), last))
        elif isinstance(node, (ast.arg, ast.AnnAssign)) and node.annotation is not None:
            first, last = span(node.annotation)
            cut.append((len(raw[:first].rstrip().removesuffix(b":")), last))
    for first, last in sorted(cut, reverse=True):
        raw = raw[:first] + raw[last:]
    return raw.decode()


def _end_of_head(lines: list[str], node: ast.FunctionDef) -> int:
    """Return the line that ends a function's head, by its first colon outside brackets."""
    depth = 0
    for place in range(node.lineno - 1, len(lines)):
        for sign in lines[place]:
            depth += (sign in "([{") - (sign in ")]}")
            if sign == ":" and depth == 0:
                return place
    raise ValueError(f"{node.name} has no head.")


def _head(name: str, lines: list[str]) -> str:
    """Return the head of a function in one line, or in several if it is long."""
    written = " ".join(line.strip() for line in lines)
    _def, _paren, rest = written.partition(f"def {name}(")
    names = rest.rpartition(")")[0].strip().removesuffix(",").replace(" = ", "=")
    head = f"def {name}({names}):"
    if len(head) <= WIDE:
        return head
    inner = textwrap.wrap(names, WIDE - 4, break_long_words=False, break_on_hyphens=False)
    return "\n".join([f"def {name}(", *(f"    {line}" for line in inner), "):"])
