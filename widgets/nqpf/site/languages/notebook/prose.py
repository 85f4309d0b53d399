"""The sentences of an edition's notebooks, as any notebook program shows them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markdown_it import MarkdownIt

from nqpf.site.build.notebook_prose import Prose
from nqpf.site.languages.citations import written
from nqpf.site.languages.notebook.emphasis import for_any_program
from nqpf.site.languages.notebook.messages import replaced
from nqpf.site.reference.citations import bibliography, markdown_line
from nqpf.words import is_known, said


class TranslatedProse(Prose):
    """One page's sentences in the edition's language."""

    def __init__(
        self, glued: Mapping[str, str], title: Callable[[str], str], parser: MarkdownIt
    ) -> None:
        """Keep what English notebooks need, and the parser that reads the page."""
        super().__init__(glued, title)
        self.parser = parser
        self.lacking: list[str] = []

    def readable(self, text: str) -> str:
        """Return Markdown in the edition's language with no role, directive or link to the site."""
        return for_any_program(super().readable(replaced(text, self.parser, self.translated)))

    def translated(self, message: str) -> str:
        """Return a message in the edition's language; one that the catalogue lacks is noted."""
        if not is_known(message):
            self.lacking.append(message)
        return said(message)

    def cite(self, keys: str, *, brackets: bool) -> str:
        """Return works as the pages cite them, and remember them for the list of sources."""
        wanted = [key.strip() for key in keys.split(",")]
        self.cited |= dict.fromkeys(wanted)
        return written(wanted, brackets=brackets)

    def block(self, name: str, argument: str) -> str:
        """Return what can be read of a directive; English words are marked as such."""
        if name == "terms":
            return "\n".join(
                f"- **{one.chinese}** {as_english(one.term)}：{one.meaning}"
                for one in self.marked.values()
            )
        if name == "bibliography":
            lines = (markdown_line(bibliography()[key]) for key in sorted(self.cited))
            return "\n".join(f"- {as_english(line)}" for line in lines)
        return super().block(name, argument)


def as_english(text: str) -> str:
    """Return words that stay English, marked so that they are read aloud as English."""
    return f'<span lang="en">{text}</span>'
