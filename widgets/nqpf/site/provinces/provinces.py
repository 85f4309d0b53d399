"""``{provinces} name``: maps of China's provinces, drawn at build in the page's colours."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.util.docutils import SphinxDirective

from nqpf import data
from nqpf.explorers.core.style import colour
from nqpf.explorers.core.tiles import FULL, NOT_COUNTED
from nqpf.site.build.node import ask
from nqpf.site.provinces import part1, part5
from nqpf.site.provinces.declared import STEPS, Panel, ProvinceMaps, fifths
from nqpf.site.templating import templates
from nqpf.words import _, said

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

OUTLINES = {
    "110000": "beijing", "120000": "tianjin", "130000": "hebei", "140000": "shanxi",
    "150000": "nei-mongol", "210000": "liaoning", "220000": "jilin", "230000": "heilongjiang",
    "310000": "shanghai", "320000": "jiangsu", "330000": "zhejiang", "340000": "anhui",
    "350000": "fujian", "360000": "jiangxi", "370000": "shandong", "410000": "henan",
    "420000": "hubei", "430000": "hunan", "440000": "guangdong", "450000": "guangxi-zhuang",
    "460000": "hainan", "500000": "chongqing", "510000": "sichuan", "520000": "guizhou",
    "530000": "yunnan", "540000": "xizang", "610000": "shaanxi", "620000": "gansu",
    "630000": "quinghai", "640000": "ningxia-hui", "650000": "xinjiang-uygur",
    "HK": "hong-kong", "MO": "macau", "TW": "taiwan",
}  # fmt: skip
"""What the package of outlines calls each place, by the code of the book's tables."""

OF_OUTLINES = _(
    "Dashed: the source has no figure. Outlines show who administers and judge no claim to land "
    "or sea; they are simplified, and small islands are left out (after MapSVG, CC BY 4.0, and "
    "Natural Earth)."
)
"""What every such figure says of its geometry."""


def setup(app: Sphinx) -> ExtensionMetadata:
    """Let a page show maps."""
    app.add_directive("provinces", ProvincesDirective)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


@functools.cache
def province_maps() -> dict[str, ProvinceMaps]:
    """Return all maps of the book by name, in the order of the chapters."""
    return {one.name: one for part in (part1, part5) for one in part.MAPS}


def maps_of(dataset: str) -> list[str]:
    """Return the figures of maps that show a data set, by name."""
    return [one.name for one in province_maps().values() if one.dataset == dataset]


class ProvincesDirective(SphinxDirective):
    """``{provinces} name`` shows a figure of maps."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the figure."""
        name = self.arguments[0]
        if name not in province_maps():
            known = ", ".join(province_maps())
            raise self.error(f"no maps are named {name}: there are {known}.")
        return [nodes.raw("", figure(name), format="html")]


@functools.cache
def figure(name: str) -> str:
    """Return a figure of maps as HTML."""
    one = province_maps()[name]
    template = templates().get_template("provinces/provinces.html")
    panels = [
        {
            "title": panel.title,
            "words": words(panel),
            "svg": Markup(svg(panel, one.name, first=panel is one.panels[0])),
            "range": range_of(panel),
        }
        for panel in one.panels
    ]
    return template.render(maps=one, panels=panels, key=Markup(key()), caption=caption(one))


@functools.cache
def outlines() -> dict[str, Any]:
    """Return the outlines of all places and the size of the map: ``width, height, places``."""
    drawn: dict[str, Any] = ask("provinces", {})
    return drawn


@functools.cache
def names() -> dict[str, str]:
    """Return the name of each place in the reader's language, by code."""
    rows = data.rows("provinces_2023")
    return {str(row["province_code"]): said(str(row["province"])) for row in rows} | NOT_COUNTED


def svg(panel: Panel, name: str, *, first: bool) -> str:
    """Return a map of the figure ``name``: a province is the fuller, the higher its fifth is.

    The first map of a figure holds the outlines, which the others take from it.
    """
    steps, drawn = fifths(panel.numbers), outlines()
    ids = {code: f"{mark(name)}-{place}" for place, code in enumerate(OUTLINES)}
    template = templates().get_template("provinces/map.svg")
    return template.render(
        width=drawn["width"],
        height=drawn["height"],
        fill=colour("series-1"),
        line=colour("muted"),
        outlines=[
            (ids[code], drawn["places"][outline]) for code, outline in OUTLINES.items() if first
        ],
        groups=[
            (
                FULL[step] if step is not None else None,
                [(ids[code], label(code, panel)) for code in OUTLINES if steps.get(code) == step],
            )
            for step in (*range(STEPS), None)
        ],
    )


def mark(name: str) -> str:
    """Return the short mark of a figure of maps, with which its outlines are called on a page."""
    return f"map{list(province_maps()).index(name)}"


def label(code: str, panel: Panel) -> str:
    """Return what a pointer on a place is told."""
    if code in panel.numbers:
        number = panel.form.text(panel.numbers[code])
        return _("{name}: {number}").format(name=names()[code], number=number)
    return _("{name}: not in the source").format(name=names()[code])


def key() -> str:
    """Return how full each fifth is, from the lowest."""
    template = templates().get_template("provinces/key.svg")
    return template.render(fill=colour("series-1"), line=colour("muted"), steps=FULL)


def caption(one: ProvinceMaps) -> str:
    """Return what kind of figures these are, what they show, and what the outlines do not say."""
    return _("Observed, {span}: {title}. {outlines}").format(
        span=one.period, title=one.title, outlines=OF_OUTLINES
    )


def listed(codes: list[str]) -> str:
    """Return names of places as a list."""
    return _(", ").join(names()[code] for code in codes)


def range_of(panel: Panel) -> str:
    """Return the largest, the middle and the smallest number of a map in a sentence."""
    first, last = panel.ordered()[0], panel.ordered()[-1]
    return _("{first} {high}; half have {middle} or more; {last} {low}.").format(
        first=names()[first],
        high=panel.form.text(panel.numbers[first]),
        middle=panel.form.text(panel.middle()),
        last=names()[last],
        low=panel.form.text(panel.numbers[last]),
    )


def words(panel: Panel) -> str:
    """Return what a map shows, for who does not see it."""
    steps = fifths(panel.numbers)
    fifth = {step: [c for c in panel.ordered() if steps[c] == step] for step in range(STEPS)}
    return _("Map: {title}. Highest fifth: {high}. Lowest fifth: {low}.").format(
        title=panel.title, high=listed(fifth[STEPS - 1]), low=listed(fifth[0])
    )


def described(one: ProvinceMaps) -> str:
    """Return all that a figure of maps says, for readers who get words alone."""
    said_of_each = " ".join(f"{words(panel)} {range_of(panel)}" for panel in one.panels)
    return f"*{one.title}, {one.period}.* {said_of_each}"
