"""Faulty versions of a reference solution: each change is one that a writer of code might make."""

from __future__ import annotations

import ast
import copy
import sys
from collections.abc import Iterator
from types import FrameType
from typing import Any

from nqpf.exercises.kinds.code import Code
from nqpf.readers_code.running import ANSWER

COMPARE: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.Gt],
    ast.LtE: [ast.Lt, ast.GtE],
    ast.Gt: [ast.GtE, ast.Lt],
    ast.GtE: [ast.Gt, ast.LtE],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
}
ARITHMETIC: dict[type[ast.operator], list[type[ast.operator]]] = {
    ast.Add: [ast.Sub],
    ast.Sub: [ast.Add],
    ast.Mult: [ast.Div, ast.Add],
    ast.Div: [ast.Mult, ast.FloorDiv],
    ast.Pow: [ast.Mult],
    ast.Mod: [ast.Mult],
}
MOST_STEPS = 200_000


def mutants(source: str) -> Iterator[tuple[str, str]]:
    """Yield faulty versions, each with a name such as ``line 4: Sub for Add``."""
    tree = ast.parse(source)
    for place, node in enumerate(ast.walk(tree)):
        for label, change in changes(node):
            mutant = copy.deepcopy(tree)
            change(list(ast.walk(mutant))[place])
            text = ast.unparse(ast.fix_missing_locations(mutant))
            if text != ast.unparse(tree):
                yield f"line {getattr(node, 'lineno', 0)}: {label}", text


def changes(node: ast.AST) -> Iterator[tuple[str, Any]]:
    """Yield what can be changed of one node: a name, and a function that changes it in place."""
    if isinstance(node, ast.Compare):
        for place, operator in enumerate(node.ops):
            for other in COMPARE.get(type(operator), []):
                yield (
                    f"{other.__name__} for {type(operator).__name__}",
                    lambda n, place=place, other=other: n.ops.__setitem__(place, other()),
                )
    if isinstance(node, ast.BinOp):
        for wrong in ARITHMETIC.get(type(node.op), []):
            name = f"{wrong.__name__} for {type(node.op).__name__}"
            yield name, lambda n, wrong=wrong: setattr(n, "op", wrong())
    if isinstance(node, ast.Constant) and type(node.value) in (int, float):
        for value in (node.value + 1, node.value - 1):
            yield (
                f"{value} for {node.value}",
                lambda n, value=value: setattr(n, "value", value),
            )
    if isinstance(node, ast.BoolOp):
        other_join = ast.Or if isinstance(node.op, ast.And) else ast.And
        yield "and for or", lambda n, join=other_join: setattr(n, "op", join())
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        for first, second in (("min", "max"), ("max", "min")):
            if node.func.id == first:
                name = f"{second} for {first}"
                yield name, lambda n, second=second: setattr(n.func, "id", second)
    if isinstance(node, ast.Return) and isinstance(node.value, ast.Tuple):
        yield "results swapped", lambda n: n.value.elts.reverse()


class TooLong(Exception):
    """A mutant that does not end."""


def is_killed(task: Code, text: str) -> bool:
    """Return whether a faulty version is refused; one that never ends is."""
    steps = 0

    def count(frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal steps
        if frame.f_code.co_filename != ANSWER:
            return None
        steps += 1
        if steps > MOST_STEPS:
            raise TooLong
        return count

    before = sys.gettrace()
    sys.settrace(count)
    try:
        return not task.check(text, "0").correct
    finally:
        sys.settrace(before)
