"""What tests of exercises do on a page: open one, reach a part of it by keyboard alone."""

from __future__ import annotations

from pathlib import Path

from nqpf.places import NODE_MODULES
from playwright.sync_api import Locator, Page, expect

AXE = (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = ("serious", "critical", "moderate")


def page_of(site: Path, name: str) -> str:
    """Return the address within the site of the page on which an exercise stands."""
    mark = f'data-exercise="{name}"'
    pages = [
        path.relative_to(site).as_posix()
        for path in site.glob("chapters/**/*.html")
        if mark in path.read_text(encoding="utf-8")
    ]
    assert pages, f"{name} stands on no page"
    # A part's self-test shows some exercises again: their own place is the chapter.
    return min(pages, key=lambda address: "/ch" not in address)


def opened(page: Page, site: Path, url: str, name: str) -> Locator:
    """Open the page of an exercise and return the exercise, ready."""
    page.goto(f"{url}/{page_of(site, name)}")
    section = page.locator(f'section.exercise[data-exercise="{name}"]')
    expect(section).to_have_attribute("data-ready", "true")
    return section


ENTER = """
    element => {
      const part = element.closest("section.exercise, figure.explorer");
      if (part.contains(document.activeElement)) return;
      part.tabIndex = -1;
      part.focus();
    }
"""


def tab_to(page: Page, target: Locator, most: int = 60) -> None:
    """Press Tab until the target has the focus, from the top of its exercise or explorer."""
    target.evaluate(ENTER)
    for _press in range(most):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by keyboard")
