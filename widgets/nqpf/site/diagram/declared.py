"""What a drawing of boxes and arrows is made of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Look = Literal["plain", "strong", "dashed"]


@dataclass(frozen=True)
class Arrow:
    """An arrow from one box to another; ``back`` closes a loop and does not move boxes."""

    source: str
    target: str
    label: str = ""
    look: Look = "plain"
    back: bool = False


@dataclass(frozen=True)
class Diagram:
    """Boxes in ``rows`` from above, each a name with its words, and arrows between names.

    ``description`` says to a listener all that the drawing says to an eye; ``strong`` names the
    boxes that it is about. Raises ``ValueError`` naming an arrow that leads to no box.
    """

    name: str
    title: str
    description: str
    rows: Sequence[Mapping[str, str]]
    arrows: Sequence[Arrow]
    strong: Sequence[str] = ()

    def __post_init__(self) -> None:
        known = [name for row in self.rows for name in row]
        if len(set(known)) != len(known):
            raise ValueError(f"{self.name}: two boxes have one name.")
        named = {name for arrow in self.arrows for name in (arrow.source, arrow.target)}
        if unknown := (named | set(self.strong)) - set(known):
            raise ValueError(f"{self.name}: {sorted(unknown)} is no box: {', '.join(known)}.")
