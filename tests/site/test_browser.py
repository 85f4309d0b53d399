"""The home page opens in a real browser, by itself and through a server."""

from pathlib import Path

from playwright.sync_api import Page


def test_home_page_opens_over_http(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/index.html")
    page.wait_for_url("**/chapters/index.html")
    assert "New Quality Productive Forces" in page.locator("article h1").inner_text()


def test_home_page_opens_from_an_unzipped_folder(page: Page, site: Path) -> None:
    page.goto((site / "chapters" / "index.html").as_uri())
    assert "New Quality Productive Forces" in page.locator("article h1").inner_text()
