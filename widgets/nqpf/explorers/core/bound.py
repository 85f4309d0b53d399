"""A sentence of a chapter whose numbers follow an explorer on the same page.

``bound("sources-of-growth", "Productivity accounts for {share} of growth.")`` shows the sentence
with the values of the start setting; the page's script rewrites them when the reader moves a
control. A reader without the script, or on paper, has a sentence that is true of the start.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape
from typing import Any

from nqpf.explorers.core.found import explorer
from nqpf.explorers.core.parts import number
from nqpf.words import said


@dataclass(frozen=True)
class Bound:
    """A sentence, in Markdown, whose ``{names}`` are values of an explorer's sentences."""

    slug: str
    template: str

    def __post_init__(self) -> None:
        unknown = set(self.names) - set(explorer(self.slug).at().values())
        if unknown or not self.names:
            known = ", ".join(explorer(self.slug).at().values())
            raise ValueError(
                f"{self.template!r} binds {sorted(unknown) or 'nothing'}; "
                f"{self.slug} has the values {known}."
            )

    @property
    def said(self) -> str:
        """The sentence in the reader's language, its values still open."""
        return said(self.template)

    @property
    def names(self) -> list[str]:
        """The values that the sentence uses, in the order of reading."""
        return re.findall(r"\{(\w+)\}", self.template)

    @property
    def texts(self) -> dict[str, str]:
        """Each value of the start setting, as readers see it."""
        values = explorer(self.slug).at().values()
        return {name: values[name].text(number(values[name].value)) for name in self.names}

    def markdown(self) -> str:
        """Return the sentence with each value in an ``output`` that the page's script rewrites."""
        outputs = {
            name: f'<output name="{name}" data-bound-to="{self.slug}" aria-live="off">'
            f"{escape(text)}</output>"
            for name, text in self.texts.items()
        }
        return self.said.format(**outputs)

    def plain(self) -> str:
        """Return the sentence as plain text, at the start setting."""
        return self.said.format(**self.texts)

    def _repr_mimebundle_(self, **_options: Any) -> dict[str, str]:
        return {"text/markdown": self.markdown(), "text/plain": self.plain()}


def bound(slug: str, template: str) -> Bound:
    """Return a sentence bound to the explorer of that slug.

    Raises ``ValueError`` if the sentence uses a name that the explorer does not have, or none.

    >>> bound("sources-of-growth", "That is {share} of growth.").plain()
    'That is 37.5% of growth.'
    """
    return Bound(slug, template)
