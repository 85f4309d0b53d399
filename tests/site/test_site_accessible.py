"""axe finds nothing on any page: narrow and wide, light and dark, untouched and after use.

Most pages of data, of models and of explorers are alike, and most sections of chapters: each page
is looked at as a whole in one state, neighbours in different ones, and the parts of it that bring
an element of a new shape in all states. On the way down every explorer comes to life, and no page
may complain or ask another host for anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import pytest
from nqpf.places import NODE_MODULES
from playwright.sync_api import Page
from scrolling import scroll_past_all
from site_pages import Shapes, new_shapes, pages_to_visit

AXE = NODE_MODULES / "axe-core" / "axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
WIDTHS = {"narrow": 375, "wide": 1440}
BOTH = ("light", "dark")
# Any two of width, theme and state meet on a page that is looked at in all; all three need not.
LOOKS = (
    ("narrow", "untouched", "light"),
    ("wide", "untouched", "dark"),
    ("narrow", "in use", "dark"),
    ("wide", "in use", "light"),
)
# A page notes in the next frame which of its boxes have come to scroll: axe looks after that.
RUN = """async ([tags, parts]) => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  const rules = { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: false } };
  // Of what passes it would otherwise make out where each element stands.
  const only = { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] };
  const where = parts ? { include: parts.map((part) => [`#${CSS.escape(part)}`]) } : document;
  const { violations } = await axe.run(where, { ...only, rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target} ` +
    `${node.failureSummary.replace(/\\s+/g, " ")}`));
}"""
# Moves every control of every explorer one step, ticks, chooses, and opens every box; says whether
# the text held anything to move or to open: the frame's own boxes are the same on each page.
USE = """() => {
  document.querySelectorAll("details").forEach((box) => { box.open = true; });
  const folded = document.querySelectorAll("[data-folded]");
  folded.forEach((one) => one.dispatchEvent(new Event("unfold")));
  const boxes = document.querySelectorAll("main details");
  const inputs = document.querySelectorAll(".explorer-controls :is(input, select)");
  for (const input of inputs) {
    if (input.type === "checkbox") input.checked = !input.checked;
    else if (input.type === "radio") input.checked = true;
    else if (input.type === "range") input.stepUp();
    else if (input.tagName === "SELECT") input.selectedIndex = input.options.length - 1;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }
  return boxes.length + inputs.length > 0;
}"""
# The pages are many: each part of them is a test of its own, for workers to share.
PARTS = 8
# How much wider a page is than the screen, with what a phone folds open.
TOO_WIDE = """() => {
  const folded = [...document.querySelectorAll("[data-folded]")];
  folded.forEach((one) => one.removeAttribute("data-folded"));
  const wide = document.documentElement.scrollWidth - innerWidth;
  folded.forEach((one) => one.setAttribute("data-folded", ""));
  return wide;
}"""


def faults(page: Page, parts: Iterable[str] | None = None) -> list[str]:
    """Return what axe finds on the page as it stands, or in parts of it."""
    if page.evaluate("() => typeof axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(RUN, [list(TAGS), parts and sorted(parts)])
    return found


def faults_in(
    page: Page, state: str, themes: tuple[str, ...] = BOTH, parts: Iterable[str] | None = None
) -> list[str]:
    found = []
    for theme in themes:
        page.emulate_media(color_scheme=theme, reduced_motion="reduce")
        found += [f"{state}, {theme}: {fault}" for fault in faults(page, parts)]
    return found


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_and_no_page_complains_or_scrolls_sideways(
    page: Page, site: Path, site_url: str, part: int
) -> None:
    found: list[str] = []
    for place, name in list(enumerate(pages_to_visit(site)))[part::PARTS]:
        page.goto(f"{site_url}/{name}")
        whole = LOOKS[place // PARTS % len(LOOKS)]
        parts = new_shapes(site).get(name, ())
        seen = [*too_wide(page), *faults_in_looks(page, name, whole, parts)]
        found += [f"{name}: {fault}" for fault in seen]
    assert not found, "\n".join(found)


def too_wide(page: Page) -> list[str]:
    """Return where a page scrolls sideways: on a phone, or at four times the size."""
    found = []
    for width in (320, 375):
        page.set_viewport_size({"width": width, "height": 700})
        wide = page.evaluate(TOO_WIDE)
        found += [f"{wide} px wider than {width} px"] if wide > 0 else []
    return found


def faults_in_looks(
    page: Page, name: str, whole: tuple[str, str, str], parts: Collection[str | None]
) -> list[str]:
    """Return what axe finds on the whole page in one look, and in parts of it in the others.

    Where nothing can be used, in use is untouched. In the end every explorer lives.
    """
    found, used = [], False
    for look in LOOKS if parts else [whole]:
        width, state, theme = look
        seen = None if look == whole or None in parts else {part for part in parts if part}
        if state == "in use" and not used:
            scroll_past_all(page, name)
            page.evaluate(USE)
            used = True
        page.set_viewport_size({"width": WIDTHS[width], "height": 900})
        found += [f"{width}, {fault}" for fault in faults_in(page, state, (theme,), seen)]
    if not used:
        scroll_past_all(page, name)
    return found


def test_every_kind_of_page_is_looked_at_in_all_states(site: Path) -> None:
    new = new_shapes(site)
    kinds = ("chapters/part", "chapters/reference/generated/models/", "embed/")
    kinds += ("chapters/reference/generated/datasets/", "chapters/teaching/")
    for kind in kinds:
        assert any(name.startswith(kind) for name in new), kind


@pytest.mark.parametrize(
    ("html", "others"),
    [
        ("<p><b>new</b></p>", True),
        ('<p class="new">x</p>', True),
        ('<p role="status">x</p>', True),
        ('<p aria-label="x">x</p>', True),
        ('<p><svg role="img"><g class="new"></g></svg></p>', True),
        ('<p><svg role="img"><g class="new"><path></path></g></svg></p>', True),
        ("<p><br>x</p><p>y</p>", True),
        ("<p>other words</p>", False),
        ('<p id="other" lang="zh">x</p>', False),
    ],
)
def test_a_new_shape_is_seen_and_other_words_are_none(html: str, others: bool) -> None:
    assert bool(shapes(html) - shapes("<p>x</p>")) is others


def test_what_is_one_picture_or_hidden_has_no_shapes_inside() -> None:
    for outer in ('<p><svg role="img">{}</svg></p>', '<p><i aria-hidden="true">{}</i></p>',
                  "<p><math>{}</math></p>"):  # fmt: skip
        assert shapes(outer.format("<g><path></path></g>")) == shapes(outer.format(""))
        # And what follows it has its own again.
        assert shapes(outer.format("<g></g>") + "<b>x</b>") - shapes(outer.format(""))
    assert shapes('<p class="layer_2">x</p>') == shapes('<p class="layer_7">x</p>')


def test_a_shape_stands_in_the_innermost_part_with_a_name() -> None:
    found = Shapes()
    found.feed('<b>x</b><section id="a"><i>x</i><p id="b"><u>x</u></p></section><s>x</s>')
    assert {shape[1][0]: part for shape, part in found.found.items()} == {
        "b": None, "section": None, "i": "a", "p": "a", "u": "a", "s": None
    }  # fmt: skip


def test_axe_looks_at_a_part_and_at_nothing_else(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/part1/ch02.html")
    page.evaluate("() => document.querySelector('#sources-of-growth').append(new Image())")
    part = "sources-of-growth"
    other = "exercise-residual-by-hand"
    assert any("image-alt" in fault for fault in faults(page, [other, part]))
    assert faults(page, [other]) == []


def shapes(html: str) -> set[object]:
    """Return the shapes of some HTML."""
    found = Shapes()
    found.feed(html)
    return set(found.found)


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS.keys())
def test_axe_finds_nothing_while_menus_are_open(page: Page, site_url: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site_url}/chapters/index.html")
    found: list[str] = []
    if page.locator(".menu-button").is_visible():
        page.locator(".menu-button").click()
        found += faults_in(page, "contents open")
        page.keyboard.press("Escape")
    page.locator(".search-button").click()
    found += faults_in(page, "search open")
    page.locator("dialog input").fill("productivity")
    page.locator("dialog .search-results a").first.wait_for()
    found += faults_in(page, "search answered")
    page.locator("dialog .close-button").click()
    page.locator(".theme-button").click()
    found += faults_in(page, "theme chosen")
    assert not found, "\n".join(found)


def test_a_page_that_is_too_wide_is_seen(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    assert too_wide(page) == []
    page.evaluate("() => { document.querySelector('main h1').style.minWidth = '400px'; }")
    assert len(too_wide(page)) == 2


def test_axe_sees_a_fault_that_is_there(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    page.evaluate("() => document.querySelector('.page-brand').replaceChildren()")
    assert any("link-name" in fault for fault in faults(page))


def test_keyboard_reaches_text_first_and_shows_where_it_is(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/chapters/index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip-link"
    assert visible_focus(page)
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.id") == "main-content"


def visible_focus(page: Page) -> bool:
    shown: bool = page.evaluate(
        """() => {
          const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
          return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
        }"""
    )
    return shown


@pytest.mark.parametrize("colours", ["active", "none"])
def test_every_stop_of_the_keyboard_is_seen(page: Page, site_url: str, colours: Any) -> None:
    page.emulate_media(forced_colors=colours)
    page.goto(f"{site_url}/chapters/part1/ch02.html")
    for _ in range(40):
        page.keyboard.press("Tab")
        stop = page.evaluate("() => document.activeElement.outerHTML.slice(0, 120)")
        assert visible_focus(page), stop


def test_nothing_glides_for_readers_who_asked_for_less_motion(page: Page, site_url: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{site_url}/chapters/index.html")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((element) => {
          const style = getComputedStyle(element);
          return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none"
            || style.scrollBehavior === "smooth";
        }).map((element) => element.outerHTML.slice(0, 100))"""
    )
    assert moving == []
