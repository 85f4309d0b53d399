"""The book's figures: small cited tables with their units, sources and caveats.

``names()`` lists the datasets, ``describe(name)`` is the record of one, ``rows(name)`` reads it
with the standard library alone (it also runs in the browser's Python), ``load(name)`` returns a
pandas DataFrame, ``input_output(name)`` an input-output table by its parts. Every figure carries a
``source_id``; ``sources()`` holds the citations.
"""

from nqpf.data._errors import DatasetError, UnknownDataset
from nqpf.data._frame import load
from nqpf.data._input_output import InputOutput, input_output
from nqpf.data._package import Record, describe, names, rows, sources, text
from nqpf.data._table import Row

__all__ = [
    "DatasetError",
    "InputOutput",
    "Record",
    "Row",
    "UnknownDataset",
    "describe",
    "input_output",
    "load",
    "names",
    "rows",
    "sources",
    "text",
]
