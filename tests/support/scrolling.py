"""A reader's way down a page: every explorer on it comes to life."""

from __future__ import annotations

from playwright.sync_api import Page, expect

# Brings every explorer that is not live yet into sight, as a reader who scrolls past them does.
PAST_ALL = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  for (const one of document.querySelectorAll("figure.explorer:not([data-ready])")) {
    one.scrollIntoView({ block: "center", behavior: "instant" });
    await frame();
    await frame();
  }
}"""


def scroll_past_all(page: Page, name: str) -> None:
    """Scroll down a page of the site until every explorer on it lives."""
    still = page.locator("figure.explorer:not([data-ready])")
    if name.startswith("lecture/"):
        # A lecture shows those of one scene, and none in its list.
        still = page.locator("figure.explorer:not([data-ready]):visible")
    # One that comes to life may push the next out of sight again.
    for _round in range(5):
        page.evaluate(PAST_ALL)
        if not still.count():
            break
    expect(still).to_have_count(0, timeout=30_000)
