"""A built page made still: what a reader sees who can press nothing.

An explorer becomes its chart, its setting and its sentences; an exercise its question and what
there is to choose from; a formula its MathML; what folds is open. The pages are taken as they were
built, so that every number, citation and address is the site's own.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from nqpf.whole import keep
from nqpf.words import EDITION, _

# What only works with a script or a pointer, says so, or stands a second time elsewhere.
MOVING_ELEMENTS = frozenset({"script", "style", "noscript", "template", "button", "form"})
MOVING = frozenset({
    "headerlink", "reading-time", "explorer-controls", "explorer-bar", "explorer-note",
    "explorer-announcer", "explorer-guess", "sketch-said", "own-model", "explorer-table",
    "explorer-keep", "exercise-bar", "exercise-result", "exercise-read-again", "exercise-hints",
    "exercise-solution", "exercise-store", "exercise-state", "exercise-how", "exercise-line",
    "exercise-rubric", "exercise-without-script", "order-chosen", "order-said",
    "sd-summary-state-marker", "take-along-text", "take-along-bar", "take-along-said",
    "explorer-guessed", "concept-map-hint", "concept-map-arrows", "concept-map-bows",
})  # fmt: skip
GAP = "" if EDITION else " "
"""What stands between one sentence and the next: a Chinese stop has its own room."""
COLOUR = re.compile(r"var\(--[\w-]+,\s*([^)]+)\)")
DRAWING = re.compile(r"""<svg\b(?:[^>]* class="([^"]*)")?.*?</svg>""", re.DOTALL)
OUTLINE = re.compile(r'<path id="([\w-]+)" d="([^"]+)"/>')
USED = re.compile(r'<use href="#([\w-]+)">(.*?)</use>', re.DOTALL)
FOR_SCRIPTS = re.compile(r""" data-[\w-]+(?:="[^"]*")?""")


class NotStill(ValueError):
    """A page holds something that has no still form."""


@dataclass(frozen=True)
class StillPage:
    """A page of the book: its name in the site, its title, its text as a tree, and its drawings.

    The tree has ``<svg phone="0" wide="1">`` where a drawing stands: their places in ``drawings``.
    """

    name: str
    title: str
    body: Tag
    drawings: list[str]

    def drawing(self, place: Tag, width: str) -> str:
        """Return what is drawn at a place of the tree, for a narrow or a wide page."""
        return self.drawings[int(str(place[width]))]


def still_page(site: Path, name: str) -> StillPage:
    """Return a page of the built site made still.

    Raises `NotStill` if the page has no text, or an explorer no charts.
    """
    text = (site / f"{name}.html").read_text(encoding="utf-8")
    text = drawn_out(text)
    start, end = text.find('<article class="prose"'), text.rfind("</article>")
    drawings: list[str] = []

    def set_aside(found: re.Match[str]) -> str:
        # Two thirds of a page are marks of charts, which nothing here has to look into.
        place = len(drawings)
        drawings.append(still_drawing(found[0]))
        return f'<svg class="{found[1] or ""}" phone="{place}" wide="{place}"></svg>'

    page = BeautifulSoup(DRAWING.sub(set_aside, text[start:end]), "html.parser")
    body = page.select_one("article.prose")
    heading = body and body.select_one("h1")
    if start < 0 or not body or not heading:
        raise NotStill(f"{name}.html has no text with a title: build the site again.")
    for explorer in body.select("figure.explorer"):
        make_explorer_still(explorer)
    for exercise in body.select("section.exercise"):
        make_exercise_still(page, exercise)
    for one in body.find_all(is_moving):
        if not one.decomposed:
            one.decompose()
    for formula in body.select(".katex"):
        make_formula_still(formula)
    for place in body.select(".concept-map-place"):
        # Its room is a screen's; what leads to it leads to the card.
        card = place.find("div")
        if isinstance(card, Tag):
            card["id"] = place["id"]
        place.unwrap()
    for card in body.select("details > .concept-map-card"):
        make_card_still(page, card)
    for box in body.select("details"):
        open_for_good(page, box)
    for one in body.select("output, label, legend"):
        one.name = "span"
        one.attrs = {name: value for name, value in one.attrs.items() if name == "class"}
    for cell in body.select("div.cell, div.cell_output, div.output"):
        cell.unwrap()
    clean(body)
    return StillPage(name, heading.get_text().strip(), body, drawings)


def drawn_out(text: str) -> str:
    """Return a page with each outline where it is used: a drawing that stands alone has no other.

    >>> drawn_out('<defs><path id="a-1" d="M0,0z"/></defs><g><use href="#a-1"></use></g>')
    '<g><path d="M0,0z"></path></g>'
    """
    outlines = dict(OUTLINE.findall(text))
    alone = re.sub(rf"<defs>(?:{OUTLINE.pattern})+</defs>", "", text)
    return USED.sub(lambda use: f'<path d="{outlines[use[1]]}">{use[2]}</path>', alone)


def is_moving(one: Tag) -> bool:
    """Return whether an element is nothing on a page that stands still."""
    classes = set(one.get_attribute_list("class"))
    return (
        one.name in MOVING_ELEMENTS
        or not MOVING.isdisjoint(classes)
        or (one.name == "label" and "exercise-sub" in classes)
        or (one.name == "textarea" and "exercise-code" not in classes)
        or (one.name != "h1" and "visually-hidden" in classes)
        or str(one.get("id")).endswith("-chosen")
        or (one.name == "a" and one.find_parent(class_="explorer-edition") is not None)
    )


def kept_still_page(site: Path, name: str, kept: Path) -> StillPage:
    """Return what `still_page` returns, from what ``kept`` has of the page if it is the same.

    To read a page takes half a second, and most are what they were.
    """
    page = (site / f"{name}.html").read_bytes()
    made = hashlib.sha256(page + Path(__file__).read_bytes()).hexdigest()
    place = kept / f"{name.replace('/', '-')}.json"
    known = json.loads(place.read_text(encoding="utf-8")) if place.exists() else {}
    if known.get("made") != made:
        still = still_page(site, name)
        known = {
            "made": made, "title": still.title, "text": str(still.body),
            "drawings": still.drawings,
        }  # fmt: skip
        keep(place, json.dumps(known, ensure_ascii=False))
    body = BeautifulSoup(known["text"], "html.parser").article
    if body is None:
        raise NotStill(f"{place} is damaged: remove it and build again.")
    return StillPage(name, known["title"], body, known["drawings"])


def make_explorer_still(explorer: Tag) -> None:
    """Leave an explorer's chart, described, with setting, sentences and sources."""
    chart = explorer.select_one(".explorer-chart")
    phone = explorer.select_one(".explorer-still-phone svg")
    wide = explorer.select_one(".explorer-still-wide svg")
    if not chart or not phone or not wide:
        raise NotStill(f"The explorer {explorer.get('data-explorer')} has no chart of each width.")
    chart.clear()
    phone["wide"] = wide["wide"]
    chart.append(phone.extract())
    for link in explorer.select(".explorer-take-along li"):
        # What is taken along from here are the sources; the rest leads to files of the site.
        if link.select_one("code, a[href$='.json'], a[href*='/embed/']"):
            link.decompose()
    for summary in explorer.select(".explorer-take-along > summary"):
        summary.string = _("Sources")


def make_exercise_still(page: BeautifulSoup, exercise: Tag) -> None:
    """Leave an exercise's question, and what there is to choose from as a list."""
    for question in exercise.select("fieldset:not(.exercise-statement, .exercise-criterion)"):
        as_list(page, question, question.select("label.exercise-option"))
    statements = exercise.select("fieldset.exercise-statement")
    for statement in statements:
        labels = [" ".join(one.get_text().split()) for one in statement.select("label")]
        statement.name = "p"
        for choices in statement.select(".exercise-labels"):
            gap = choices.previous_sibling
            if isinstance(gap, NavigableString) and not gap.strip():
                gap.extract()
            choices.replace_with(_(" ({choices})").format(choices=" / ".join(labels)))
    for pool in exercise.select("ul.order-pool"):
        pool["class"] = "exercise-options"
        del pool["aria-labelledby"]
    for code in exercise.select("textarea.exercise-code"):
        code.name = "pre"
        code.attrs = {}
    for form in exercise.select("form"):
        form.unwrap()


def as_list(page: BeautifulSoup, question: Tag, options: list[Tag]) -> None:
    """Turn a question's options into a list with letters."""
    listed = page.new_tag("ol", attrs={"class": "exercise-options", "type": "a"})
    for option in options:
        for field in option.select("input"):
            field.decompose()
        item = page.new_tag("li")
        item.extend([child.extract() for child in list(option.contents)])
        listed.append(item)
    for option in options:
        option.decompose()
    question.name = "div"
    question.append(listed)


def make_formula_still(formula: Tag) -> None:
    """Leave the MathML of a formula, without the text it was set from."""
    mathematics = formula.find("math")
    if not isinstance(mathematics, Tag):
        raise NotStill(f"A formula has no MathML: {formula.get_text()[:60]}")
    for text in mathematics.select("annotation"):
        text.decompose()
    for meaning in mathematics.select("semantics"):
        meaning.unwrap()
    formula.replace_with(mathematics.extract())


def make_card_still(page: BeautifulSoup, card: Tag) -> None:
    """Leave what a box of the map says in one paragraph, which begins with the box's name."""
    line = page.new_tag("p")
    for one in card.select("p"):
        if line.contents:
            line.append(GAP)
        line.extend(list(one.contents))
        one.decompose()
    card.append(line)
    assert card.parent is not None
    card.parent.replace_with(card.extract())


def open_for_good(page: BeautifulSoup, box: Tag) -> None:
    """Turn what folds into a box with a title."""
    summary = box.find("summary")
    if isinstance(summary, Tag):
        summary.name = "p"
        summary.attrs = {"class": "box-title"}
    box.name = "div"
    box["class"] = " ".join(["box", *(one for one in box.get_attribute_list("class") if one)])
    for name in ("open", "hidden", "name"):
        del box[name]


def still_drawing(drawing: str) -> str:
    """Return a chart with its colours written out, without what only a script reads.

    >>> still_drawing('<svg><path fill="var(--ink, #123)" data-mark="x"/></svg>')
    '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#123"/></svg>'
    """
    drawing = FOR_SCRIPTS.sub("", COLOUR.sub(r"\1", drawing))
    if "xmlns=" in drawing.partition(">")[0]:
        return drawing
    return drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)


def clean(body: Tag) -> None:
    """Write colours out, and drop what only a script reads."""
    for one in body.find_all(True):
        for name, value in list(one.attrs.items()):
            if name.startswith("data-") or name in ("tabindex", "popover", "aria-live", "hidden"):
                del one[name]
            elif isinstance(value, str) and "var(" in value:
                one[name] = COLOUR.sub(r"\1", value)
