"""Run a reader's code: what it prints is kept short, what goes wrong is said in plain words."""

from __future__ import annotations

import io
import linecache
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager, redirect_stdout
from dataclasses import dataclass
from typing import Any

from nqpf.words import _

ANSWER = "<answer>"
"""The name under which a reader's code is compiled, by which its lines are known."""

MOST_PRINTED = 4_000
MOST_SHOWN = 300


class Fault(Exception):
    """What a reader's code did wrong: a sentence, Python's own words, the line and its text."""

    def __init__(self, sentence: str, python: str, line: int | None, text: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.python = python
        self.line = line
        self.text = text

    def as_text(self) -> str:
        """Return all of it in one sentence."""
        where = _("Line {line}: ").format(line=self.line) if self.line else ""
        code = f" `{self.text}`" if self.text else ""
        return f"{where}{self.sentence}{code} ({self.python})"


class Printed(io.StringIO):
    """What is printed, cut off at some length so that a runaway print costs nothing."""

    def write(self, text: str) -> int:
        """Keep what still fits."""
        room = MOST_PRINTED - self.tell()
        if room > 0:
            super().write(text[:room])
            if len(text) > room:
                super().write(_("… (cut off)"))
        return len(text)


@dataclass(frozen=True)
class Loaded:
    """A reader's code after it ran once: its function, and what it printed."""

    function: Callable[..., Any]
    printed: Printed


def load(source: str, entry: str) -> Loaded:
    """Return the function of that name from a reader's code; raise `Fault`."""
    linecache.cache[ANSWER] = (len(source), None, source.splitlines(keepends=True), ANSWER)
    printed = Printed()
    names: dict[str, Any] = {"__name__": "answer"}
    with faults(source), redirect_stdout(printed):
        exec(compile(source, ANSWER, "exec", dont_inherit=True), names)
    function = names.get(entry)
    if not callable(function):
        sentence = _("There is no function {name} in your code.").format(name=entry)
        raise Fault(sentence, "NameError", None, f"def {entry}(…):")
    return Loaded(function, printed)


def call(text: str, names: dict[str, Any], source: str, printed: Printed) -> Any:
    """Return the value of a call such as ``peaks([1, 3, 2])``; raise `Fault`."""
    with faults(source), redirect_stdout(printed):
        return eval(text, dict(names))


@contextmanager
def faults(source: str) -> Iterator[None]:
    """Turn whatever a reader's code raises into a `Fault`, exits included."""
    try:
        yield
    except MemoryError:
        raise
    except BaseException as error:
        raise explained(error, source) from None


def explained(error: BaseException, source: str) -> Fault:
    """Return an error in plain words, with the line of the reader's code that it came from."""
    if isinstance(error, SyntaxError):
        line, text = error.lineno, (error.text or "").strip()
        return Fault(sentence_for(error), f"{type(error).__name__}: {error.msg}", line, text)
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename == ANSWER]
    line = frames[-1].lineno if frames else None
    lines = source.splitlines()
    text = lines[line - 1].strip() if line and line <= len(lines) else ""
    return Fault(sentence_for(error), shortened(_python(error)), line, text)


def sentence_for(error: BaseException) -> str:
    """Return what an error of Python means, for a reader of a year's experience."""
    sentences = [
        (IndentationError, _("The indentation does not fit: lines of one block start alike.")),
        (SyntaxError, _("Python cannot read this line: a sign may be missing here or just above.")),
        (RecursionError, _("A function calls itself without end.")),
        (ModuleNotFoundError, _("This library is not here; the standard library and nqpf are.")),
        (ZeroDivisionError, _("Something is divided by zero.")),
        (NameError, _("A name is used that nothing was assigned to: look at its spelling.")),
        (KeyError, _("A dictionary has no such key.")),
        (IndexError, _("A list is shorter than this asks for.")),
        (AttributeError, _("This object has nothing of that name.")),
        (TypeError, _("Things are combined that do not fit, or a function got other arguments.")),
        (ValueError, _("A function got a value that it cannot work with.")),
        (SystemExit, _("The code leaves Python; a function returns its value instead.")),
        (EOFError, _("Nothing can be typed in here: the values come as arguments.")),
        (OSError, _("Files and typed input are out of reach: the values come as arguments.")),
    ]
    known = (sentence for kind, sentence in sentences if isinstance(error, kind))
    return next(known, _("The code stopped with an error."))


def _python(error: BaseException) -> str:
    try:
        return f"{type(error).__name__}: {error}"
    except Exception:  # an error of the reader's own may fail to print itself
        return type(error).__name__


def shortened(text: str) -> str:
    """Return a text that is short enough to show."""
    return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"


def shown(value: Any) -> str:
    """Return a value as Python writes it, short enough to show; never raises.

    Floats keep twelve digits: the noise of binary fractions is not what a reader looks for.

    >>> shown((0.1 + 0.2, [3]))
    '(0.3, [3])'
    """
    try:
        return shortened(repr(_without_noise(value)))
    except Exception:
        return f"<{type(value).__name__}>"


def _without_noise(value: Any) -> Any:
    if type(value) is float:
        return float(f"{value:.12g}")
    if type(value) in (list, tuple):
        return type(value)(map(_without_noise, value))
    if type(value) is dict:
        return {key: _without_noise(item) for key, item in value.items()}
    return value
