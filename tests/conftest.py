"""What every test of the site uses: the built site, a server, a browser, and a strict page."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from course_class import working_in
from explorer_page import Live, embed, opened, query, said
from hypothesis import settings
from kept_page import KeptPage
from nqpf import building, chromium, places
from nqpf.explorers import explorers
from nqpf.explorers.core import compiled
from nqpf.server import serving
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

# The same examples on every machine, and no verdict on how fast a busy one is.
settings.register_profile("book", derandomize=True, deadline=None)
settings.load_profile("book")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare ``--changed``, alone or with a commit."""
    parser.addoption(
        "--changed",
        nargs="?",
        const="",
        metavar="COMMIT",
        help="run what can break by changes since a commit, or since the last one that others have",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what no change concerns, if that was asked for."""
    commit = config.getoption("--changed")
    if commit is not None:
        import changed  # which loads all that makes the site

        changed.deselect(config, items, commit)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Let every test compile charts: one before may have read pages, whose processes do not."""
    compiled._refused = False


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


@contextmanager
def kept(browser: Browser, *, clock: bool = False, **options: Any) -> Iterator[KeptPage]:
    """Keep a page as long as the block runs."""
    one = KeptPage(browser, options, clock)
    yield one
    one.close()


@pytest.fixture(scope="session")
def kept_page(browser: Browser) -> Iterator[KeptPage]:
    """Return the page that most tests share, one after another."""
    with kept(browser) as one:
        yield one


@pytest.fixture(scope="session")
def kept_without_scripts(browser: Browser) -> Iterator[KeptPage]:
    """Return a page on which no script runs."""
    with kept(browser, java_script_enabled=False) as one:
        yield one


@pytest.fixture(scope="session")
def kept_small_screen(browser: Browser) -> Iterator[KeptPage]:
    """Return a page on the smallest of screens, for fingers."""
    # A page that glides would still be on its way when it is measured.
    small = ViewportSize(width=320, height=568)
    with kept(browser, viewport=small, has_touch=True, reduced_motion="reduce") as one:
        yield one


@pytest.fixture
def page(kept_page: KeptPage) -> Iterator[Page]:
    """Return a page that fails its test if it logs an error or asks another host for anything."""
    yield kept_page.given()
    kept_page.taken()


@pytest.fixture
def page_without_scripts(kept_without_scripts: KeptPage) -> Iterator[Page]:
    """Return such a page on which no script runs."""
    yield kept_without_scripts.given()
    kept_without_scripts.taken()


@pytest.fixture
def small_screen(kept_small_screen: KeptPage) -> Iterator[Page]:
    """Return such a page on the smallest of screens, for fingers."""
    yield kept_small_screen.given()
    kept_small_screen.taken()


@pytest.fixture(scope="session")
def page_of_explorers(browser: Browser) -> Iterator[KeptPage]:
    """Return the page on which explorers are open in turn, whose pauses can be passed over."""
    with kept(browser, clock=True) as one:
        yield one


@pytest.fixture(scope="session", params=explorers().values(), ids=lambda one: one.slug)
def opened_once(
    request: pytest.FixtureRequest, page_of_explorers: KeptPage, site_url: str
) -> Iterator[Live]:
    """Return each explorer in turn on its own page, opened once, by a link, for all tests of it."""
    one = request.param
    page = page_of_explorers.given()
    linked = list(one.settings_grid(5))[1]
    figure = opened(page, f"{embed(site_url, one)}#{one.slug}?{query(linked)}", one.slug)
    live = Live(one, page, figure, page_of_explorers.problems, linked, said(figure))
    live.start_again()
    yield live
    page_of_explorers.taken()


@pytest.fixture
def live(opened_once: Live) -> Iterator[Live]:
    """Return each explorer in turn, live and at its start; a page that complains fails the test."""
    yield opened_once
    opened_once.start_again()
