"""What the values of an explorer's sentences are called where they stand alone, as in a table."""

from __future__ import annotations

from collections.abc import Iterator

from nqpf.algebra import VegaWriter, as_traced, is_traced
from nqpf.explorers.core.declaration import Explorer, View, signal_of
from nqpf.explorers.core.parts import Table
from nqpf.words import _


def names(explorer: Explorer) -> dict[str, str]:
    """Return what each value that is compared between settings is called, in reading order.

    Not compared are values that no control changes, that repeat a control, or that repeat a value
    before them. A name is declared in ``named`` of the explorer; without one, the heading of the
    column names it that holds the same number, and the row, if there are several.
    Raises ``ValueError`` for a value without a name, a name that two have, and one for no value.
    """
    writer = VegaWriter()
    view = explorer.traced()
    headings = {writer.expression(as_traced(one)): what for one, what in _headings(view)}
    controls = {signal_of(control.name) for control in explorer.controls}
    told: set[tuple[str, tuple[str, ...]]] = set()
    found: dict[str, str] = {}
    pieces = (piece for sentence in view.sentences for piece in sentence.pieces())
    for name, value in (piece for piece in pieces if not isinstance(piece, str)):
        if not is_traced(value.value):
            continue
        expression = writer.expression(value.value)
        if expression in controls or (expression, value.words) in told:
            continue
        told.add((expression, value.words))
        found[name] = explorer.named.get(name) or headings.get(expression, "")
    _check(explorer, found)
    return found


def _headings(view: View) -> Iterator[tuple[object, str]]:
    """Return the computed cells of all tables that are the same at every row, with their names."""
    for table in view.tables.values():
        labels = [key for key in table.columns if isinstance(table.fixed[0].get(key), str)]
        for key, column in table.columns.items():
            cells = table.computed.get(key, [])
            listed = cells if isinstance(cells, list) else [cells] * (len(table.fixed) == 1)
            if len(listed) > 1 and len(labels) != 1:
                continue
            for row, cell in enumerate(listed):
                if is_traced(cell) and not cell.depends_on_datum:
                    yield cell, column.heading + _row(table, labels, row)


def _row(table: Table, labels: list[str], row: int) -> str:
    if len(table.fixed) == 1:
        return ""
    return _(" ({gap})").format(gap=table.fixed[row][labels[0]])


def _check(explorer: Explorer, found: dict[str, str]) -> None:
    listed = list(found.values())
    unnamed = [name for name, what in found.items() if not what]
    twice = sorted({what for what in listed if what and listed.count(what) > 1})
    idle = sorted(set(explorer.named) - set(found))
    for fault, names_of in (
        ("no table names {}: say in `named` what they are called", unnamed),
        ("two values are called {}", twice),
        ("`named` has {}, which are not compared", idle),
    ):
        if names_of:
            raise ValueError(f"{explorer.slug}: {fault.format(names_of)}.")
