"""What can be wrong with a dataset, said so that it can be mended."""

from collections.abc import Iterable
from difflib import get_close_matches

from nqpf.refusals import in_one_sentence


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the known words nearest to ``word``, or all of them if none is near.

    >>> nearest("labor_share", ["labour_share", "chronology"])
    'nearest: labour_share'
    """
    known = sorted(known)
    close = get_close_matches(word, known, n=3, cutoff=0.4)
    return f"nearest: {', '.join(close)}" if close else f"known: {', '.join(known)}"


class UnknownDataset(KeyError):
    """No dataset has this name; the message names the nearest ones."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        """Keep the message whole: ``KeyError`` would show it as a quoted literal."""
        self.name = name
        self.message = f"no dataset is named {name!r}; {nearest(name, known)}"
        super().__init__(self.message)
        in_one_sentence(self)

    def __str__(self) -> str:
        """Return the message as a sentence."""
        return self.message


class DatasetError(ValueError):
    """A data file breaks its schema; the message names file, row and column and the remedy.

    Rows are counted as a spreadsheet shows them: the header is row 1.
    """

    def __init__(self, file: str, row: int, column: str, problem: str, remedy: str) -> None:
        """Keep the place apart from the sentence, so that a tool can jump to it."""
        self.file, self.row, self.column = file, row, column
        super().__init__(f"{file}, row {row}, column {column!r}: {problem}; {remedy}")
