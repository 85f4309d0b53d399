"""A table of the reader's own: read with all its faults, and ranked with bands (chapter 18).

The page and a notebook call the same two functions::

    from nqpf import own_table

    table = own_table.read("mine.csv")
    found = own_table.rank(table, units="province", more=["research"], less=["emissions"])
    found.rows          # one dictionary a unit: pandas.DataFrame(found.rows) is a data frame
    found.sentences     # what the page says

What is wrong with a table is one ``TableFault``, whose sentence names line and column and says what
to do.
"""

from nqpf.own_table.example import example
from nqpf.own_table.faults import TableFault
from nqpf.own_table.ranking import Indicator, Ranked, rank, ranking
from nqpf.own_table.reading import OwnTable, decoded, read, read_text

__all__ = [
    "Indicator",
    "OwnTable",
    "Ranked",
    "TableFault",
    "decoded",
    "example",
    "rank",
    "ranking",
    "read",
    "read_text",
]
