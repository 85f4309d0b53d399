"""What every test of the site uses: the built site, a server, a browser, and a strict page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from course_class import working_in
from explorer_page import Live, embed, opened
from hypothesis import settings
from nqpf import building, chromium, places
from nqpf.explorers import explorers
from nqpf.server import serving
from playwright.sync_api import Browser, Page, sync_playwright

# The same examples on every machine, and no verdict on how fast a busy one is.
settings.register_profile("book", derandomize=True, deadline=None)
settings.load_profile("book")


@pytest.fixture
def classroom(tmp_path: Path) -> Iterator[Path]:
    """Return a folder to work in, with a class list, a seed file and small exercises."""
    with working_in(tmp_path) as place:
        yield place


@pytest.fixture(scope="session")
def site() -> Path:
    """Return the folder of the built site, brought up to date if need be."""
    building.build()
    return places.SITE


@pytest.fixture(scope="session")
def site_url(site: Path) -> Iterator[str]:
    """Return the address at which the site is served on this machine."""
    with serving(site) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return a headless Chromium that reaches nothing but this machine."""
    path = chromium.executable()
    assert path, chromium.ADVICE
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=chromium.arguments())
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return a page that fails its test if it logs an error or asks another host for anything."""
    context = browser.new_context()
    opened = context.new_page()
    problems: list[str] = []
    watch(opened, problems)
    yield opened
    context.close()
    assert not problems, "the page complained or asked for something foreign:\n" + "\n".join(
        problems
    )


@pytest.fixture(scope="session", params=explorers().values(), ids=lambda one: one.slug)
def opened_once(request: pytest.FixtureRequest, browser: Browser, site_url: str) -> Iterator[Live]:
    """Return each explorer in turn on its own page, opened once for all tests of it."""
    one = request.param
    with browser.new_context() as context:
        page = context.new_page()
        problems: list[str] = []
        watch(page, problems)
        yield Live(one, page, opened(page, embed(site_url, one), one.slug), problems)


@pytest.fixture
def live(opened_once: Live) -> Iterator[Live]:
    """Return each explorer in turn, live and at its start; a page that complains fails the test."""
    yield opened_once
    opened_once.start_again()


def watch(page: Page, problems: list[str]) -> None:
    """Note errors in the console, uncaught exceptions, failed and foreign requests."""
    page.on(
        "console",
        lambda message: problems.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: problems.append(f"uncaught: {error}"))
    page.on(
        "request",
        lambda request: None if is_local(request.url) else problems.append(f"asked {request.url}"),
    )


def is_local(url: str) -> bool:
    """Return whether an address stays on this machine."""
    return url.startswith(("http://127.0.0.1:", "file:", "data:", "blob:", "about:"))
