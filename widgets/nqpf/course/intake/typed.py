"""Read Python as people type it: IPython's own lines, typographic quotes, full-width signs.

Nothing is changed in what Python can read. Otherwise the least change that helps is made; if none
does, the text stays as it is, and Python says what it cannot read.
"""

from __future__ import annotations

import ast
import builtins
import re
import symtable
import unicodedata
import warnings
from collections.abc import Iterator

LONGEST = 200_000
"""The most letters of a cell that are read as code."""

LONGEST_FOR_IPYTHON = 10_000
QUOTES = dict.fromkeys("“”„‟«»＂", '"') | dict.fromkeys("‘’‚‛＇", "'")
BLANKS = {
    chr(n): " " for n in (0xA0, 0x2000, 0x2001, 0x2002, 0x2003, 0x2007, 0x2009, 0x202F, 0x3000)
}
NO_WIDTH = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
MINUS = dict.fromkeys("\u2212\u2010\u2011\u2012\u2013", "-")
FULL_WIDTH = {chr(n): chr(n - 0xFEE0) for n in range(0xFF01, 0xFF5F)} | {"、": ",", "。": "."}
SIGNS = {**BLANKS, **NO_WIDTH, **MINUS, **FULL_WIDTH, **QUOTES}
CHANGES_NAMES = {"exec", "eval", "compile", "globals", "locals", "vars", "setattr", "delattr"}
CHANGES_NAMES |= {"__import__", "__builtins__", "get_ipython", "sys", "inspect", "importlib", "gc"}
TYPED = re.compile(r"^[ \t]*answer[ \t]*[=＝:：][ \t]*(?P<value>\S.*)$", re.MULTILINE)
SHARED = frozenset({"display", "get_ipython"})
"""Names that IPython gives to every cell."""


def as_python(text: str) -> str:
    """Return what was typed as Python reads it, or as it is if nothing helps.

    >>> as_python("answer ＝ “3,1 %”")
    'answer = "3,1 %"'
    """
    return next((one for one in _attempts(text) if parsed(one) is not None), text)


def ways_to_read(text: str) -> list[str]:
    """Return what was typed, and what it may mean where this Python cannot read it.

    The Python that runs it may be another, and takes the first that it can read.
    """
    return [text] if parsed(text) is not None else list(dict.fromkeys(_attempts(text)))


def parsed(text: str) -> ast.Module | None:
    """Return the syntax tree of code, or None if Python cannot read it."""
    if len(text) > LONGEST:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a student's code; it is not ours to mend
        try:
            return ast.parse(text)
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return None


def _attempts(text: str) -> Iterator[str]:
    yield text
    if len(text) > LONGEST:
        return
    yield from (_without_ipython(text), straightened(text))
    yield _without_ipython(straightened(text))


def _without_ipython(text: str) -> str:
    """Return a cell with IPython's lines as calls, and without a common indentation."""
    if len(text) > LONGEST_FOR_IPYTHON:
        return text
    from IPython.core.inputtransformer2 import TransformerManager

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return str(TransformerManager().transform_cell(text))
    except Exception:  # IPython passes on whatever its parsers raise
        return text


def straightened(text: str) -> str:
    """Return code whose quotes, blanks and signs are those of a keyboard; texts stay as they are.

    >>> straightened("f（“（a”，1）")
    'f("（a",1)'
    """
    made, closing, comment = [], "", False
    for letter in text:
        sign = SIGNS.get(letter, letter)
        if comment:
            comment = letter != "\n"
            sign = letter
        elif closing:
            if sign == closing or letter == "\n":
                closing = ""
            else:
                sign = letter
        elif sign in ("'", '"'):
            closing = sign
        else:
            comment = sign == "#"
        made.append(sign)
    return "".join(made)


def typed_answer(text: str) -> str | None:
    """Return what stands behind the last ``answer =`` of a text, or the one line there is.

    >>> typed_answer("answer = 3.1 %  # a number"), typed_answer("3.1 %"), typed_answer("x\\ny")
    ('3.1 %', '3.1 %', None)
    """
    said = [match["value"] for match in TYPED.finditer(text)]
    lines = [line for line in text.splitlines() if line.strip() and line.strip()[0] not in "#＃"]
    if not said and len(lines) == 1 and not re.search(r"[=＝(]", lines[0]):
        said = lines
    if not said:
        return None
    value = re.sub(r"\s+[#＃].*$", "", unicodedata.normalize("NFC", said[-1])).strip()
    return value.strip("".join(QUOTES) + "\"'` ")


def literal_answer(tree: ast.Module) -> tuple[bool, object]:
    """Return whether ``answer`` is a literal that nothing in the cell can change, and its value."""
    places = [n for n, one in enumerate(tree.body) if _sets_answer(one)]
    if not places:
        return _lone_literal(tree)
    last = tree.body[places[-1]]
    value = getattr(last, "value", None)
    try:
        found = ast.literal_eval(value) if isinstance(value, ast.expr) else None
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return False, None
    plain = {id(node) for n in places for node in ast.walk(tree.body[n])}
    rest = [node for node in ast.walk(tree) if id(node) not in plain]
    after = [node for one in tree.body[places[-1] + 1 :] for node in ast.walk(one)]
    safe = not any(_may_bind_answer(node) for node in rest) and not _calls_unknown(tree, after)
    mutable = isinstance(found, (list, dict, set))
    read_later = any(isinstance(node, ast.Name) and node.id == "answer" for node in after)
    return safe and not (mutable and read_later), found


def _sets_answer(one: ast.stmt) -> bool:
    targets = one.targets if isinstance(one, ast.Assign) else []
    return len(targets) == 1 and isinstance(targets[0], ast.Name) and targets[0].id == "answer"


def _lone_literal(tree: ast.Module) -> tuple[bool, object]:
    """Return the value of a cell that holds a literal and nothing else."""
    if len(tree.body) != 1 or not isinstance(tree.body[0], ast.Expr):
        return False, None
    try:
        return True, ast.literal_eval(tree.body[0].value)
    except (ValueError, TypeError, SyntaxError, RecursionError, MemoryError):
        return False, None


def _may_bind_answer(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        changed = node.id == "answer" and not isinstance(node.ctx, ast.Load)
        return changed or node.id in CHANGES_NAMES
    names = [getattr(node, key, None) for key in ("name", "asname", "rest")]
    names += getattr(node, "names", []) if isinstance(node, (ast.Global, ast.Nonlocal)) else []
    return "answer" in names or (isinstance(node, ast.alias) and node.name in ("*", *CHANGES_NAMES))


def _calls_unknown(tree: ast.Module, after: list[ast.AST]) -> bool:
    """Return whether code after the answer uses a name that another cell may have given."""
    if not after:
        return False
    return bool(names_needed(ast.unparse(tree)) - {"answer", *SHARED})


def names_needed(text: str) -> set[str]:
    """Return the names that code uses and neither it nor Python defines.

    >>> sorted(names_needed("import math\\ndef f(x): return math.exp(x) + g(x)"))
    ['g']
    """
    table = _table(text)
    if table is None:
        return set()
    own = bound_names(text)
    return {name for name in _used(table) if name not in own and not hasattr(builtins, name)}


def bound_names(text: str) -> set[str]:
    """Return the names that code defines for the cells after it."""
    table = _table(text)
    if table is None:
        return set()
    return {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported()}


def _table(text: str) -> symtable.SymbolTable | None:
    if parsed(text) is None:
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return symtable.symtable(text, "<answer>", "exec")
        except (ValueError, SyntaxError, RecursionError, MemoryError):
            return None


def _used(table: symtable.SymbolTable) -> Iterator[str]:
    inside = table.get_type() != "module"
    for symbol in table.get_symbols():
        if symbol.is_referenced() and (not inside or symbol.is_global()):
            yield symbol.get_name()
    for child in table.get_children():
        yield from _used(child)
