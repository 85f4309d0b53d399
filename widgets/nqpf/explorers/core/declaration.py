"""An explorer: a question, what the reader moves, what it says and what it draws.

One declaration is read with numbers (tests, tables, Jupyter's sentences) and with traced numbers
(the chart's expressions), so page, notebook and test cannot disagree.
"""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol

from nqpf.algebra import Scalar, floor, symbol
from nqpf.explorers.core.parts import Control, Sentence, Table, Value, number
from nqpf.refusals import in_one_sentence
from nqpf.words import _

if TYPE_CHECKING:
    from nqpf.explorers.core.jupyter import LiveExplorer


class Settings:
    """The controls' values, by name: numbers, or traced numbers when a chart is made."""

    def __init__(self, controls: Sequence[Control], values: Mapping[str, Scalar]) -> None:
        self._controls = {control.name: control for control in controls}
        self._values = values

    def __getattr__(self, name: str) -> Scalar:
        try:
            return self._values[name]
        except KeyError:
            raise AttributeError(f"{name} is no control: {', '.join(self._values)}.") from None

    def stop(self, name: str) -> Scalar:
        """Return the position of a control among its stops, a whole number, for a lattice."""
        return floor(self._controls[name].stop_of(self._values[name]) + 0.5)


@dataclass(frozen=True)
class View:
    """What an explorer shows at some setting: sentences with values, and tables to draw."""

    sentences: Sequence[Sentence]
    tables: Mapping[str, Table]

    def values(self) -> dict[str, Value]:
        """Return every value of the sentences by name; a name has one value."""
        found: dict[str, Value] = {}
        for sentence in self.sentences:
            for name, value in sentence.values.items():
                if name in found:
                    raise ValueError(f"two values are named {name}.")
                found[name] = value
        return found


@dataclass(frozen=True)
class Prediction:
    """A guess that the reader makes before a chapter shows what the explorer says at its start.

    ``readout`` is the value of a sentence that is guessed, on a scale from ``low`` to ``high`` by
    ``step``, in the readout's own unit; the page asks ``question``, which tells the start setting.
    """

    readout: str
    question: str
    low: float
    high: float
    step: float


@dataclass(frozen=True)
class Sketch:
    """A curve that the reader draws before a chapter shows it, as it is at the start.

    ``curve`` is the table and the column that a line of the chart draws, as in ``"line.makes"``;
    the page asks ``question``. ``higher`` says what it means to have drawn the curve too high where
    the two differ most, ``lower`` too low. A curve with a top or a bottom says in ``turn`` what it
    means that it lies at ``{turn}`` and not where it was drawn.
    """

    curve: str
    question: str
    higher: str
    lower: str
    turn: str = ""


class Showing(Protocol):
    """How explorers are shown; `nqpf.explorers` says by which module."""

    def mimebundle(self, explorer: Explorer) -> Any:
        """Return an explorer as a bundle of representations, or as that and what is said of it."""

    def single(self, explorer: Explorer) -> Any:
        """Return an explorer as one widget, or in words where there are no widgets."""

    def shared(self, explorer: Explorer) -> LiveExplorer:
        """Return the live explorer that is displayed for a declaration."""

    def alone(self, explorer: Explorer, **values: float) -> LiveExplorer:
        """Return a live explorer with a setting of its own."""

    def with_models(self, explorer: Explorer, functions: Sequence[Callable[..., Any]]) -> Explorer:
        """Return an explorer that computes with functions in the place of the book's."""


@dataclass(frozen=True)
class Explorer:
    """A question that the reader answers by moving controls.

    ``show(settings)`` returns the `View`; ``draw(charts)`` returns an Altair chart made of
    ``charts.NAME``, one for each table of the view. ``kind`` stands on the chart itself, with
    ``period`` for observed data. ``left_out`` says what the model does not hold, ``sources`` are
    keys of the bibliography or names of data sets. With ``predict`` its own chapter asks for a
    guess first. ``drag={"labour": "point.at"}`` lets the reader drag the mark of the table
    ``point`` that stands at its column ``at``, which is the control ``labour``; ``point.at.1``
    is that of row 1. ``play="year"`` lets the reader step through a control that is a time.
    With ``sketch`` its own chapter asks the reader to draw a curve first. ``named`` says what a
    value of the sentences is called where it stands alone and no column of a table names it. With
    ``keeps=False`` no setting is kept beside another: say why where it is declared.
    """

    slug: str
    title: str
    question: str
    description: str
    kind: Literal["observed", "illustrative"]
    controls: Sequence[Control]
    show: Callable[[Settings], View]
    draw: Callable[[Any], Any]
    left_out: Sequence[str]
    sources: Sequence[str]
    chapter: int
    period: str = ""
    height: int = 260
    predict: Prediction | None = None
    sketch: Sketch | None = None
    drag: Mapping[str, str] = field(default_factory=dict)
    play: str = ""
    named: Mapping[str, str] = field(default_factory=dict)
    keeps: bool = True
    shown_by: ClassVar[Showing]

    def __post_init__(self) -> None:
        names = [control.name for control in self.controls]
        if len(set(names)) != len(names):
            raise ValueError(f"{self.slug}: two controls have one name.")
        if not self.left_out:
            raise ValueError(f"{self.slug}: say what the model leaves out.")
        if self.kind == "observed" and not self.period:
            raise ValueError(f"{self.slug}: observed data carry their period.")
        ranges = {control.name for control in self.controls if control.kind == "range"}
        if unknown := set(self.drag) - ranges:
            raise ValueError(f"{self.slug}: {sorted(unknown)} is no slider that a mark could move.")
        if self.predict and self.sketch:
            raise ValueError(f"{self.slug}: ask for a number or for a curve, not for both.")
        if self.play and self.play not in names:
            raise ValueError(f"{self.slug}: play names {self.play!r}, which is no control.")

    @property
    def start(self) -> dict[str, float]:
        """The setting in which a reader finds the explorer."""
        return {control.name: control.start for control in self.controls}

    @property
    def label(self) -> str:
        """What stands on the chart: whether it shows observations or an illustration."""
        if self.kind == "observed":
            return _("Observed: {period}").format(period=self.period)
        return _("Illustrative: numbers chosen for teaching")

    @property
    def guess(self) -> Control | None:
        """The control with which a reader guesses before the answer is shown, if one does.

        It starts in the middle, which says nothing. Raises ``ValueError`` if no sentence has a
        number of that name, or if what it is at the start lies outside the scale.
        """
        if self.predict is None:
            return None
        asked = self.predict
        value = self.at().values().get(asked.readout)
        if value is None or value.words:
            raise ValueError(f"{self.slug}: {asked.readout} is no number of its sentences.")
        stops = round((asked.high - asked.low) / asked.step)
        middle = round(asked.low + stops // 2 * asked.step, 10)
        scale = (asked.low, asked.high, asked.step)
        control = Control("guess", asked.question, "range", middle, *scale, form=value.form)
        control.check(number(value.value))
        return control

    def checked(self, values: Mapping[str, float]) -> dict[str, float]:
        """Return the start setting with ``values`` changed.

        Raises ``ValueError`` naming argument, value and range, or the control that is unknown.
        """
        unknown = set(values) - set(self.start)
        if unknown:
            said = f"{self.slug} has no control {sorted(unknown)}; it has {list(self.start)}."
            raise in_one_sentence(ValueError(said))
        try:
            checked = {c.name: c.check(values[c.name]) for c in self.controls if c.name in values}
        except ValueError as refused:
            in_one_sentence(refused)
            raise
        return self.start | checked

    def at(self, **values: float) -> View:
        """Return what the explorer shows at a setting, computed with numbers."""
        return self.show(Settings(self.controls, self.checked(values)))

    def readouts(self, **values: float) -> dict[str, float]:
        """Return every value that the sentences name, unrounded, at a setting."""
        return {name: number(value.value) for name, value in self.at(**values).values().items()}

    def sentences(self, **values: float) -> list[str]:
        """Return the sentences as readers see them at a setting."""
        return [sentence.text() for sentence in self.at(**values).sentences]

    def traced(self) -> View:
        """Return what the explorer shows, as traced numbers that depend on the controls."""
        symbols = {c.name: symbol(signal_of(c.name), c.symbol or c.name) for c in self.controls}
        return self.show(Settings(self.controls, symbols))

    def settings_grid(self, most: int) -> Iterator[dict[str, float]]:
        """Return all settings if there are at most ``most``, else that many of them.

        These hold all corners and, as far as they go, settings drawn from a fixed seed.
        """
        stops = [control.stops for control in self.controls]
        if math.prod(map(len, stops)) <= most:
            chosen = list(itertools.product(*stops))
        else:
            corners = itertools.product(*((listed[0], listed[-1]) for listed in stops))
            drawn = random.Random(self.slug)
            more = (tuple(map(drawn.choice, stops)) for _place in itertools.count())
            # A dictionary keeps the order and takes each setting once.
            found = dict.fromkeys(itertools.islice(corners, most))
            while len(found) < most:
                found[next(more)] = None
            chosen = list(found)
        for values in chosen:
            yield {c.name: value for c, value in zip(self.controls, values, strict=True)}

    def live(self, **values: float) -> LiveExplorer:
        """Return the explorer as widgets with a setting of its own; needs ipywidgets."""
        return self.shown_by.alone(self, **values)

    @property
    def value(self) -> dict[str, float]:
        """The setting of the explorer as it is displayed: every control's value by name."""
        return self.shown_by.shared(self).value

    def set(self, **values: float) -> LiveExplorer:
        """Move the displayed explorer from code; `live` gives one that moves alone.

        Raises ``ValueError`` naming argument, value and range, or the control that is unknown.
        """
        return self.shown_by.shared(self).set(**values)

    def with_models(self, *functions: Callable[..., Any]) -> Explorer:
        """Return this explorer with functions of yours in the place of the book's of their names.

        A function takes the arguments that the book's takes. The book's explorer stays as it is.
        Raises ``ValueError`` for a name that this explorer does not compute with, and
        ``AlgebraError`` for what a chart cannot follow.
        """
        return self.shown_by.with_models(self, functions)

    def _repr_mimebundle_(self, **_options: Any) -> Any:
        return self.shown_by.mimebundle(self)

    def _display_(self) -> Any:
        return self.shown_by.single(self)


def signal_of(control: str) -> str:
    """Return the name under which a chart knows a control; the prefix keeps E from being e."""
    return f"p_{control}"


def namespace(items: Mapping[str, Any]) -> SimpleNamespace:
    """Return a mapping whose items are read with a dot."""
    return SimpleNamespace(**items)
