"""The page for wrong addresses leads home from any depth of any host."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route

HOME = "chapters/index.html"


@pytest.mark.parametrize(
    ("asked", "home"),
    [
        ("/nothing.html", f"/{HOME}"),
        ("/chapters/part9/nothing.html", f"/{HOME}"),
        ("/zh/nothing.html", f"/{HOME}"),
        ("/book/chapters/nothing.html", f"/book/{HOME}"),
        ("/book/404.html", f"/book/{HOME}"),
    ],
)
def test_it_leads_home(page: Page, site: Path, site_url: str, asked: str, home: str) -> None:
    text = (site / "404.html").read_text(encoding="utf-8")

    def answer(route: Route) -> None:
        route.fulfill(status=200, content_type="text/html", body=text)

    page.route("**/*", answer)
    page.goto(f"{site_url}{asked}")
    assert page.get_by_role("link").first.evaluate("(link) => link.pathname") == home


def test_it_needs_no_other_file(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{site_url}/404.html")
    assert asked == [f"{site_url}/404.html"]
