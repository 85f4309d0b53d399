"""The child process in which a student's code runs: it answers calls, and knows nothing else.

Run as a script. Lines of JSON come in on standard input, one request each; lines of JSON go out on
the file descriptor named in the first argument. No expected answer ever comes here, so whatever the
code does to this process, it can forge only its own answers.
"""

import __future__

import ast
import contextlib
import io
import os
import sys
import threading
import time
import traceback
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from json import dumps, loads
from math import isfinite

# Bound here, so that code which replaces the modules' functions breaks only itself.
MOST_PRINTED = 10_000
MOST_DEPTH = 50
MOST_FAILURES = 5
SOURCE_NAME = "<answer>"


class Printed(io.TextIOBase):
    """Keeps the beginning of what is printed and drops the rest."""

    def __init__(self):
        self.kept = ""
        self.dropped = False

    def writable(self):
        """Say that it takes text."""
        return True

    def write(self, text):
        """Take text, and keep what there is room for."""
        room = MOST_PRINTED - len(self.kept)
        self.kept += text[:room]
        self.dropped = self.dropped or len(text) > room
        return len(text)


class Shell:
    """What IPython's own lines find here: they time or show something, and change no answer."""

    def __init__(self, names):
        self._names = names

    def run_line_magic(self, name, line, **_rest):
        """Run what ``%time`` times, and leave out every other line of this kind."""
        if name == "time":
            take_in([line], self._names)

    def run_cell_magic(self, name, _line, cell):
        """Run the cell below ``%%time`` and its like; another language's cell is left out."""
        if name in ("time", "timeit", "capture", "prun"):
            take_in([cell], self._names)

    def system(self, _command):
        """Run no program."""

    def getoutput(self, _command):
        """Return what a program that is not run has said."""
        return []


def plain(value, depth=0):
    """Return a value as JSON can hold it; refuse what only looks like a plain value."""
    if depth > MOST_DEPTH:
        raise TypeError("the result is nested too deeply")
    if value is None or type(value) in (bool, str):
        return value
    if type(value) is int:
        return {"int": str(value)} if abs(value) > 2**53 else value
    if type(value) is float:
        return value if isfinite(value) else {"float": repr(value)}
    if type(value) in (list, tuple):
        return {"list" if type(value) is list else "tuple": [plain(v, depth + 1) for v in value]}
    if type(value) is dict:
        return {"dict": [[plain(k, depth + 1), plain(v, depth + 1)] for k, v in value.items()]}
    if type(value).__name__ == "Labelled":
        return {"labelled": [plain(value.labels, depth + 1), plain(value.values, depth + 1)]}
    raise TypeError(f"the result is a {type(value).__name__}, not a plain value")


def rule_of_every_door(package):
    """Return what makes plain values of the usual libraries' numbers and lists.

    It is loaded by its file, because the package around it would take time.
    """
    path = os.path.join(package, "nqpf", "exercises", "comparing.py")
    found = spec_from_file_location("comparing", path)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module.as_plain


def problem(error):
    """Return what went wrong in the student's code: the kind, the words and the line."""
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == SOURCE_NAME]
    if isinstance(error, SyntaxError):
        lines = [error.lineno]
    words = str(error.msg if isinstance(error, SyntaxError) else error)[:500]
    return {
        "kind": type(error).__name__[:100],
        "words": words,
        "line": lines[-1] if lines else None,
    }


def parsed(ways):
    """Return the syntax tree of the first way to read a source that this Python can read."""
    for way in ways:
        try:
            return ast.parse(way, SOURCE_NAME)
        except (SyntaxError, ValueError):
            continue
    return ast.parse(ways[0], SOURCE_NAME)


def take_in(ways, names):
    """Run source statement by statement; return what failed, and go on after it.

    A demonstration that fails, a missing library or a plot leaves the functions around it whole.
    """
    failed, flags = [], 0
    for statement in parsed(ways).body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "__future__":
            for alias in statement.names:
                flags |= getattr(__future__, alias.name).compiler_flag
        try:
            module = ast.Module([statement], [])
            exec(compile(module, SOURCE_NAME, "exec", flags, dont_inherit=True), names)
        except BaseException as error:  # the code may raise anything, SystemExit too
            if len(failed) < MOST_FAILURES:
                failed.append(problem(error))
    return failed


def bring_in(modules):
    """Load libraries before any of the student's code runs; what is not there is left to it."""
    for module in modules:
        with contextlib.suppress(BaseException):
            import_module(module)


def attempt(action, printed):
    """Do something with the student's code and describe how it went."""
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
            return {"value": action()}
    except BaseException as error:
        return {"error": problem(error)}


def answer(request, names, as_plain):
    """Return the answer to one request: take in source, or call a function."""
    printed = Printed()
    if "source" in request:
        result = attempt(lambda: take_in(request["source"], names), printed)
        if "value" in result:
            result = {"failed": result["value"]}
    elif "imports" in request:
        result = attempt(lambda: bring_in(request["imports"]), printed)
    elif "expression" in request:
        text, given = request["expression"]
        result = attempt(lambda: plain(as_plain(eval(text, {**names, **given}))), printed)
    else:
        function, given, named = request["call"]
        result = attempt(lambda: plain(as_plain(names[function](*given, **named))), printed)
        if function not in names:
            result = {"error": {"kind": "Missing", "words": function, "line": None}}
    extra = {"printed": printed.kept, "cut": printed.dropped, "number": request["number"]}
    return result | extra


def end_with(parent):
    """End this process soon after its parent has ended, where the kernel does not see to it."""
    while os.getppid() == parent:
        time.sleep(0.5)
    os._exit(1)


def main():
    """Answer requests until there are no more."""
    replies = os.fdopen(int(sys.argv[1]), "w", encoding="utf-8")
    requests = os.fdopen(os.dup(0), "r", encoding="utf-8")
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    if sys.argv[2] == "alone":
        threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    sys.path[:0] = sys.argv[3:]
    as_plain = rule_of_every_door(sys.argv[3])
    names = {"__name__": "__main__", "__builtins__": __builtins__}
    shell = Shell(names)
    names |= {"get_ipython": lambda: shell, "display": lambda *_things, **_how: None}
    for line in requests:
        reply = answer(loads(line), names, as_plain)
        replies.write(dumps(reply) + "\n")
        replies.flush()


if __name__ == "__main__":
    main()
