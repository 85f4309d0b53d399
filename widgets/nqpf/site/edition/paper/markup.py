"""A still page as Typst's markup: calls of what ``book.typ`` defines, with texts as strings.

Nothing that a page says is written as markup, so no sign in it can be taken for one. An element
that is not known is an error, never left out in silence.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from nqpf.site.edition.paper.formulas import formula, string
from nqpf.site.edition.still import StillPage
from nqpf.site.plan.chapters import number_of
from nqpf.whole import write_whole
from nqpf.words import _

BIBLIOGRAPHY = "chapters/reference/bibliography"
SOLUTIONS = "chapters/solutions"
FONTS = re.compile(r'font-family="[^"]*"')
SHORT = 1200
"""Letters of an exercise that stands on one page, a third of it at most."""
BLOCKS = {
    "address", "article", "aside", "blockquote", "div", "dl", "figure", "h1", "h2", "h3", "h4",
    "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
# What leads to pages that a book does not have, or stands in the back: terms have their entries
# there, and the works that a chapter cites stand there once, with the pages that cite them.
NOT_ON_PAPER = ".gloss-card, .notation-uses, section#sources"


class NotTypeset(ValueError):
    """A page holds something that is not typeset yet."""


@dataclass
class Piece:
    """A page as blocks of markup, each with the address that leads to it, if one does."""

    blocks: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Writer:
    """What writes the elements of one page; drawings go into a folder as files."""

    page: StillPage
    drawings: Path

    def piece(self) -> Piece:
        """Return the page as blocks."""
        for one in self.page.body.select(NOT_ON_PAPER):
            one.decompose()
        made = Piece()
        for part in self.parts(self.page.body):
            made.blocks.append((self.address(part), self.block(part)))
        return made

    def parts(self, node: Tag) -> Iterable[Tag]:
        """Return the blocks of the page, without the sections that only hold them."""
        loose = [child for child in node.children if isinstance(child, NavigableString)]
        if "".join(loose).strip():
            raise NotTypeset(f"{self.page.name} has words outside paragraphs: {loose}")
        for child in tags(node):
            holds = child.name == "section" and "exercise" not in classes(child)
            lists = classes(child) & {"citation-list", "docutils"}
            if holds or (child.name == "div" and lists and not child.find("pre")):
                heading = child.find(["h1", "h2", "h3"], recursive=False)
                if isinstance(heading, Tag) and child.get("id"):
                    heading["id"] = str(child["id"])
                yield from self.parts(child)
            else:
                yield child

    def address(self, node: Tag) -> str:
        """Return what links to a place of the page name it by."""
        return f"{self.page.name}#{node['id']}" if node.get("id") else ""

    def label(self, node: Tag) -> str:
        """Return the address of a place as an argument."""
        return string(self.address(node))

    def inline(self, nodes: Iterable[PageElement]) -> str:
        """Return words, emphasis, links and formulas that stand in a line."""
        return "".join(map(self.in_line, nodes))

    def in_line(self, node: PageElement) -> str:
        """Return one of them."""
        if isinstance(node, NavigableString):
            return words(str(node))
        assert isinstance(node, Tag)
        if node.name in SPOKEN and node.get("lang") in LANGUAGES:
            return f"#{LANGUAGES[str(node['lang'])]}({string(flat(node))});"
        if node.name not in IN_LINE:
            raise NotTypeset(f"<{node.name}> within a line of {self.page.name} is not typeset yet.")
        return as_english(node, IN_LINE[node.name](self, node))

    def link(self, node: Tag) -> str:
        """Return a link: to a page of paper, to the web, or from a term to the index."""
        inside = self.inline(node.children)
        address = str(node.get("href", ""))
        if not inside or not address:
            return inside
        if urlsplit(address).scheme:
            return f"#web({string(address)})[{inside}];"
        path, mark = urldefrag(address)
        here = posixpath.normpath(posixpath.join(posixpath.dirname(self.page.name), path))
        name = here.removesuffix(".html") if path else self.page.name
        if "gloss" in classes(node):
            return f"#term({string(mark)})[{inside}];"
        target = string(f"{name}#{mark}" if mark else name)
        if name == BIBLIOGRAPHY and mark:
            return f"#cited({target})[{inside}];"
        # A page is named before the stop of the sentence.
        stop = '。";'
        if inside.endswith(stop):
            return f'#to({target})[{inside.removesuffix(stop)}";]{words("。")}'
        return f"#to({target})[{inside}];"

    def image(self, node: Tag, alternative: str) -> str:
        """Write a drawing as a file beside the book, and return it as an image."""
        name = f"{self.page.name.replace('/', '-')}-{node['wide']}.svg"
        drawn = FONTS.sub('font-family="Noto Sans SC"', self.page.drawing(node, "wide"))
        write_whole(self.drawings / name, drawn, lasts=False)
        return f"image({string(name)}, alt: {string(alternative)}, width: 100%)"

    def content(self, node: Tag) -> str:
        """Return what stands in a block: blocks of its own, or lines, or lines between blocks."""
        written, line = [], list[PageElement]()
        for child in [*node.children, None]:
            if child is not None and not (isinstance(child, Tag) and is_block(child)):
                line.append(child)
                continue
            if text := self.inline(line).strip():
                written.append(text)
            line = []
            if isinstance(child, Tag):
                written.append(self.block(child))
        return as_english(node, "\n\n".join(filter(None, written)))

    def block(self, node: Tag) -> str:
        """Return a block of a page."""
        for kind, write in KINDS.items():
            name, _dot, kind_class = kind.partition(".")
            if name in ("", node.name) and (not kind_class or kind_class in classes(node)):
                return write(self, node)
        raise NotTypeset(f"<{node.name}> of {self.page.name} is not typeset yet.")

    def anchored(self, node: Tag) -> str:
        """Return the content of a block that is nothing of its own, and where links find it."""
        inside = self.content(node)
        return f"#place-of({self.label(node)});{inside}" if node.get("id") and inside else inside

    def title(self, node: Tag) -> str:
        """Return the title of the page, which opens a chapter."""
        number = string(str(number_of(self.page.name) or ""))
        return f"#opening({string(self.page.name)}, {number})[{self.inline(node.children)}]"

    def heading(self, node: Tag) -> str:
        """Return a heading within the page."""
        numbered = "true" if node.name == "h2" and number_of(self.page.name) else "false"
        inside = self.inline(node.children)
        return f"#head({node.name[1]}, {self.label(node)}, {numbered})[{inside}]"

    def items(self, node: Tag) -> str:
        """Return a list."""
        kind = "options" if "exercise-options" in classes(node) else "points"
        kind = "steps" if node.name == "ol" and kind == "points" else kind
        if node.name == "ul" and kind == "options":
            kind = "choices"
        inside = ",\n".join(f"[{self.content(item)}]" for item in tags(node))
        return f"#{kind}(\n{inside},\n)"

    def entries(self, node: Tag) -> str:
        """Return words with what they mean."""
        return "\n".join(
            f"#entry({self.label(one)})[{self.inline(one.children)}][{self.content(meaning)}]"
            for one, meaning in zip(tags(node)[::2], tags(node)[1::2], strict=True)
        )

    def listing(self, node: Tag) -> str:
        """Return lines of code."""
        return f"#listing({string(node.get_text().strip(chr(10)))})"

    def table(self, node: Tag) -> str:
        """Return a table with a head that is repeated where it goes on."""
        rows = [line for line in node.select("tr") if tags(line)]
        head = [line for line in rows if all(cell.name == "th" for cell in tags(line))][:1]
        body = [line for line in rows if line not in head]
        count = max(len(tags(line)) for line in rows)
        longest = [
            max(length(tags(line)[place]) for line in body if place < len(tags(line)))
            for place in range(count)
        ]
        right = [
            all(is_number(tags(line)[place]) for line in body if place < len(tags(line)))
            for place in range(count)
        ]
        caption = node.select_one("caption")
        for number in node.select(".caption-number"):
            number.decompose()
        said = self.inline(caption.children) if caption else ""
        cells = [f"[{self.content(cell)}]" for line in body for cell in tags(line)]
        headed = [f"[{self.content(cell)}]" for line in head for cell in tags(line)]
        return (
            f"#rows(({commas(map(str, longest))}), "
            f"({commas('true' if one else 'false' for one in right)}), [{said}],\n"
            f"({commas(headed)}),\n({commas(cells)}))"
        )

    def explorer(self, node: Tag) -> str:
        """Return an explorer: its chart, what it is set to, what it says, what it leaves out."""
        chart = found(node, ".explorer-chart")
        drawing = found(chart, "svg")
        sources = node.select(".explorer-source")
        left_out = node.select(".explorer-left-out li")
        parts = {
            "title": self.inline(found(node, ".explorer-title").children),
            "question": self.inline(found(node, ".explorer-question").children),
            "edition": "".join(self.inline(o.children) for o in node.select(".explorer-edition")),
            "settings": "".join(self.inline(o.children) for o in node.select(".explorer-settings")),
            "readouts": self.content(found(node, ".explorer-readouts")),
            "left-out": f"#points({commas(f'[{self.content(one)}]' for one in left_out)})",
            "sources": _("; ").join(self.inline(one.children).strip() for one in sources),
        }
        arguments = ",\n".join(f"{name}: [{inside}]" for name, inside in parts.items())
        picture = self.image(drawing, str(chart["aria-label"]))
        slug = string(str(node["id"]))
        return f"#explorer({self.label(node)}, {slug}, {picture},\n{arguments},\n)"

    def exercise(self, node: Tag) -> str:
        """Return an exercise with its number, its title and the way to its solution."""
        title = found(node, ".exercise-title").extract()
        number = found(title, ".exercise-number").extract()
        slug = str(node["id"]).removeprefix("exercise-")
        solution = string(f"{SOLUTIONS}#solution-{slug}")
        short = letters(flat(node)) < SHORT and not node.select("pre, table")
        return (
            f"#exercise({self.label(node)}, {solution}, {'true' if short else 'false'}, "
            f"{string(flat(number))},\n"
            f"[{self.inline(title.children).strip()}],\n)[{self.content(node)}]"
        )

    def solution(self, node: Tag) -> str:
        """Return a solution, which leads back to its exercise by number and page."""
        title = found(node, ".box-title").extract()
        found(title, ".exercise-number").extract()  # paper takes it from the exercise
        back = node.select("p > a")[-1]
        where = urldefrag(posixpath.normpath(posixpath.join("chapters", str(back["href"]))))
        exercise = string(f"{where.url.removesuffix('.html')}#{where.fragment}")
        assert back.parent is not None
        back.parent.decompose()
        return (
            f"#solution({self.label(node)}, {exercise}, "
            f"[{self.inline(title.children).strip()}])[{self.content(node)}]"
        )

    def framed(self, node: Tag) -> str:
        """Return a box with a title."""
        title = node.select_one(":scope > .box-title, :scope > .admonition-title")
        said = self.inline(title.extract().children).strip() if title else ""
        inside = self.content(node)
        return f"#framed({self.label(node)}, [{said}])[{inside}]" if inside else ""

    def card(self, node: Tag) -> str:
        """Return what stands on a card of the map, one paragraph."""
        inside = self.inline(found(node, "p").children).strip()
        return f"#place-of({self.label(node)});{inside}"

    def source(self, node: Tag) -> str:
        """Return an entry of the bibliography."""
        found(node, ".label").decompose()
        return f"#source({self.label(node)})[{self.content(found(node, 'p'))}]"

    def diagram(self, node: Tag) -> str:
        """Return boxes and arrows, described, with their title below."""
        described = str(found(node, ".diagram-drawing")["aria-label"])
        title = self.inline(found(node, "figcaption").children).strip()
        picture = self.image(found(node, "svg"), described)
        return f"#diagram({self.label(node)}, {picture})[{title}]"

    def maps(self, node: Tag) -> str:
        """Return maps side by side, each with its title and its numbers, and their caption."""
        panels = []
        for panel in node.select(".province-panel"):
            described = str(found(panel, ".province-map")["aria-label"])
            title = self.inline(found(panel, ".province-title").children).strip()
            numbers = self.inline(found(panel, ".province-range").children).strip()
            picture = self.image(found(panel, ".province-map > svg"), described)
            panels.append(f"([{title}], {picture}, [{numbers}])")
        low, high = (f"[{self.inline(one.children)}]" for one in node.select(".province-key span"))
        shades = self.image(found(node, ".province-key svg"), flat(found(node, ".province-key")))
        caption = self.inline(found(node, "figcaption").children).strip()
        return (
            f"#province-maps({self.label(node)}, ({', '.join(panels)},), "
            f"({low}, {shades}, {high}))[{caption}]"
        )

    def drawing(self, node: Tag) -> str:
        """Return a drawing that belongs to no explorer."""
        return f"#drawing({self.image(node, str(node.get('aria-label', '')))})"


def tags(node: Tag) -> list[Tag]:
    """Return the elements that stand directly in another."""
    return [child for child in node.children if isinstance(child, Tag)]


def classes(node: Tag) -> set[str]:
    """Return the classes of an element."""
    return {one for one in node.get_attribute_list("class") if one}


def found(node: Tag, selector: str) -> Tag:
    """Return the one that is looked for; raises `NotTypeset` if there is none."""
    one = node.select_one(selector)
    if one is None:
        raise NotTypeset(f"{node.get('id') or node.name} has no {selector}.")
    return one


def as_english(node: Tag, inside: str) -> str:
    """Return what an element holds, set as English if the page says that it is."""
    return f"#en[{inside}];" if node.get("lang") == "en" and inside else inside


def flat(node: Tag) -> str:
    """Return the words of an element in one line."""
    return " ".join(node.get_text().split())


def letters(text: str) -> int:
    """Return how many Latin letters are as wide as a text; a Chinese one takes the room of two.

    >>> letters("GDP增长")
    7
    """
    return sum(2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in text)


def length(cell: Tag) -> int:
    """Return how many letters a cell takes; the page to which a link leads comes to it."""
    return letters(flat(cell)) + len(" (page 100)") * len(cell.select("a"))


def words(text: str) -> str:
    """Return a text with the spaces at its ends, which fall together with their neighbours.

    >>> words(" so it\\n is")
    ' #"so it is";'
    """
    inside = " ".join(text.split())
    if not inside:
        return " " if text else ""
    before, after = text[0].isspace(), text[-1].isspace()
    return f"{' ' if before else ''}#{string(inside)};{' ' if after else ''}"


def is_block(node: Tag) -> bool:
    """Return whether an element stands by itself."""
    return node.name in BLOCKS or (node.name == "svg" and node.parent is not None)


def is_number(cell: Tag) -> bool:
    """Return whether a cell of a table says a number and nothing else."""
    said = re.fullmatch(r"([−+-]?[\d.,\s]+(%|\w{1,3})?)?", flat(cell))
    return said is not None and not cell.find("a")


def commas(parts: Iterable[str]) -> str:
    """Return the elements of an array, which one element needs a comma for."""
    return "".join(f"{part}, " for part in parts)


SPOKEN = ("span", "em", "i")
LANGUAGES = {"zh-Hans": "zh", "zh-Latn": "pinyin"}
IN_LINE: Mapping[str, Callable[[Writer, Tag], str]] = {
    "a": Writer.link,
    "math": lambda _writer, node: formula(node),
    "br": lambda _writer, _node: "#linebreak();",
    "code": lambda _writer, node: f"#code({string(flat(node))});",
    **dict.fromkeys(["em", "cite", "i"], lambda w, node: f"#emph[{w.inline(node.children)}];"),
    **dict.fromkeys(["strong", "b"], lambda w, node: f"#strong[{w.inline(node.children)}];"),
    **dict.fromkeys(["span", "label", "small"], lambda w, node: w.inline(node.children)),
    "sub": lambda w, node: f"#sub[{w.inline(node.children)}];",
    "sup": lambda w, node: f"#super[{w.inline(node.children)}];",
}
KINDS: Mapping[str, Callable[[Writer, Tag], str]] = {
    "h1": Writer.title,
    "h2": Writer.heading,
    "h3": Writer.heading,
    "h4": Writer.heading,
    "figure.explorer": Writer.explorer,
    "figure.diagram": Writer.diagram,
    "figure.province-maps": Writer.maps,
    "section.exercise": Writer.exercise,
    "div.solution": Writer.solution,
    "div.citation": Writer.source,
    "div.admonition": Writer.framed,
    "div.concept-map-card": Writer.card,
    "div.concept-map": Writer.framed,
    "div.box": Writer.framed,
    "p.exercise-sub": lambda w, node: f"#caption[{w.inline(node.children)}]",
    "p.concept-map-title": lambda w, node: f"#caption[{w.inline(node.children)}]",
    "p": Writer.anchored,
    "ul": Writer.items,
    "ol": Writer.items,
    "dl": Writer.entries,
    "pre": Writer.listing,
    "table": Writer.table,
    "svg": Writer.drawing,
    "span": lambda w, node: w.inline([node]),
    "div": Writer.anchored,
    "section": Writer.anchored,
    "article": Writer.anchored,
}
