"""A message: a text of the book in English, and where readers meet it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Message:
    """A text, the file and line where it stands, and what a translator should know of it.

    ``known`` is its translation where the book has that already, as in a column of the data.
    ``plural`` is the form for several, where the text counts something; ``context`` says which of
    its meanings a word has.
    """

    text: str
    file: str
    line: int = 0
    comment: str = ""
    known: str = ""
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What two messages that are translated alike have in common."""
        return self.context, self.text
