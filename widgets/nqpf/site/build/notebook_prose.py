"""A chapter's sentences as any notebook program shows them: without the book's own roles.

The site fills ``{glue:text}``, ``{chapter}``, ``{cite:t}`` and their like; a notebook program
prints them as they are typed. So the notebooks to take along get the words that the site shows,
as Markdown. Their sentences keep the figures with which the site was built.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from nqpf.explorers import explorer
from nqpf.site.diagram.diagram import diagrams
from nqpf.site.provinces.provinces import described, province_maps
from nqpf.site.reference.citations import bibliography, markdown_line, short_names
from nqpf.site.reference.glossary import Term, term
from nqpf.words import _

ROLE = re.compile(r"\{([a-z:]+)\}`([^`]+)`")
POINTED = re.compile(r"(.+?)\s*<([^<>]+)>", re.DOTALL)
BLOCK = re.compile(r"^```\{([a-z-]+)\}([^\n]*)\n(?:.*?\n)??```$", re.DOTALL | re.MULTILINE)
BOX = re.compile(
    r"^:::\{([a-z-]+)\}[ ]*([^\n]*)\n(?::[^\n]*\n)*\n?(.*?)^:::$", re.DOTALL | re.MULTILINE
)
LINK = re.compile(r"\[([^\]]*)\]\(((?!https?:)[^)#\s]+?)\.md\)")

ON_THE_SITE = {"concept-map": _("concept map"), "chronology": _("chronology")}
"""What chapters show that no notebook program can, by its directive."""


def glued_texts(stored: Path) -> dict[str, str]:
    """Return what a page's cells have said, by name, from the file that the build left."""
    if not stored.exists():
        return {}
    outputs = json.loads(stored.read_text(encoding="utf-8"))
    return {
        name: str(ast.literal_eval(output["data"]["text/plain"]))
        for name, output in outputs.items()
    }


class Prose:
    """One page's sentences, with what its cells have said and where its links lead."""

    def __init__(self, glued: Mapping[str, str], title: Callable[[str], str]) -> None:
        """Keep the texts by name; ``title`` gives the title of a page that a link names."""
        self.glued = glued
        self.title = title
        self.marked: dict[str, Term] = {}
        self.cited: dict[str, None] = {}

    def readable(self, text: str) -> str:
        """Return Markdown with no role, directive or link into the site."""
        text = BOX.sub(lambda box: f"**{box[2] or box[1].capitalize()}**\n\n{box[3]}", text)
        text = ROLE.sub(lambda match: self.role(match[1], match[2]), text)
        text = BLOCK.sub(lambda match: self.block(match[1], match[2].strip()), text)
        return LINK.sub(lambda match: match[1] or self.title(match[2]), text)

    def role(self, name: str, content: str) -> str:
        """Return what the site shows for a role; one that it does not know is an error."""
        pointed = POINTED.fullmatch(content)
        words, target = pointed.groups() if pointed else (content, content)
        kinds: dict[str, Callable[[], str]] = {
            "glue:text": lambda: self.glued[content],
            "gloss": lambda: self.gloss(words, target),
            "cite": lambda: self.cite(content, brackets=True),
            "cite:p": lambda: self.cite(content, brackets=True),
            "cite:t": lambda: self.cite(content, brackets=False),
            "chapter": lambda: _("chapter {number}").format(number=content),
            "explorer": lambda: f"*{explorer(content).title}*",
            "math": lambda: f"${content}$",
            "zh": lambda: content,
        }
        return kinds[name]()

    def gloss(self, words: str, target: str) -> str:
        """Return the words of a term, and remember it for the list of terms."""
        found = term(target)
        self.marked[found.id] = found
        return words

    def cite(self, keys: str, *, brackets: bool) -> str:
        """Return works by author and year, and remember them for the list of sources."""
        works = [bibliography()[key.strip()] for key in keys.split(",")]
        self.cited |= dict.fromkeys(key.strip() for key in keys.split(","))
        if brackets:
            shown = (f"{short_names(work)}, {work.fields.get('year', '')}" for work in works)
            return f"({'; '.join(shown)})"
        return _(" and ").join(
            f"{short_names(work)} ({work.fields.get('year', '')})" for work in works
        )

    def block(self, name: str, argument: str) -> str:
        """Return what can be read of a directive: a list, or where the site has the rest."""
        if name == "diagram":
            drawing = diagrams()[argument]
            return f"*{drawing.title}.* {drawing.description}"
        if name == "provinces":
            return described(province_maps()[argument])
        if name == "terms":
            return "\n".join(
                f"- **{one.term}** {one.chinese}: {one.meaning}" for one in self.marked.values()
            )
        if name == "bibliography":
            return "\n".join(
                f"- {markdown_line(bibliography()[key])}" for key in sorted(self.cited)
            )
        shown = ON_THE_SITE.get(name, name.replace("-", " "))
        return f"*{_('The site shows this here: {name}.').format(name=shown)}*"
