"""Python on its way into a page: told as it comes, kept when the network breaks off."""

from __future__ import annotations

import gzip
import re
import threading
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import ClassVar

import pytest
from exercise_page import opened
from nqpf.server import Handler, serving
from playwright.sync_api import Browser, Locator, Page, expect

INTERPRETER = "pyodide.asm.wasm"
RIGHT = """\
def account(output_growth, capital_growth, labour_growth, capital_share):
    capital = capital_share * capital_growth
    labour = (1 - capital_share) * labour_growth
    return capital, labour, output_growth - capital - labour
"""
HALF = 5_000_000
START = 60_000


class Breaking(Handler):
    """Serves the site over a network that can be slow, break off, or be gone."""

    knows_parts: ClassVar[bool] = True
    breaks_at: ClassVar[int | None] = None
    compresses: ClassVar[bool] = False
    edition: ClassVar[str] = "first"
    gone: ClassVar[bool] = False
    lacks: ClassVar[bool] = False
    held: ClassVar[threading.Event] = threading.Event()
    asked: ClassVar[list[tuple[str | None, int]]] = []

    @classmethod
    def begin(cls) -> None:
        """Serve as any host does."""
        cls.knows_parts, cls.breaks_at, cls.gone, cls.asked = True, None, False, []
        cls.compresses, cls.edition, cls.lacks = False, "first", False
        cls.held = threading.Event()
        cls.held.set()

    def do_GET(self) -> None:
        """Answer a request, as far as the network goes."""
        if self.gone and "/py/" in self.path:
            self.close_connection = True
            return
        if not self.path.endswith(INTERPRETER):
            super().do_GET()
            return
        if self.lacks:
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        content = Path(self.translate_path(self.path)).read_bytes()
        part = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        start = int(part[1]) if part and self.knows_parts else 0
        self.send_response(HTTPStatus.PARTIAL_CONTENT if start else HTTPStatus.OK)
        if self.compresses and not part:
            # As hosts do that compress the whole and not a part: its tag is marked as weak.
            content = gzip.compress(content, 1)
            self.send_header("Content-Encoding", "gzip")
            self.send_header("ETag", f'W/"{self.edition}"')
        else:
            self.send_header("ETag", f'"{self.edition}"')
        self.send_header("Content-Length", str(len(content) - start))
        self.end_headers()
        end = len(content)
        if self.breaks_at is not None:
            end, type(self).breaks_at = self.breaks_at, None
        self.wfile.write(content[start : min(HALF, end)] if start < HALF else b"")
        self.wfile.flush()
        self.held.wait()
        self.wfile.write(content[max(start, HALF) : end])
        self.asked.append((self.headers.get("Range"), end - start))
        self.close_connection = True


@pytest.fixture
def network() -> type[Breaking]:
    """Return the network, which starts without a fault."""
    Breaking.begin()
    return Breaking


@pytest.fixture
def far(site: Path, network: type[Breaking]) -> Iterator[str]:
    """Return the address of the site behind that network."""
    with serving(site, handled_by=network) as address:
        yield address
        network.held.set()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Return a page of a browser that keeps nothing from before."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def asked_to_run(page: Page, site: Path, far: str) -> tuple[Locator, Locator]:
    """Open an exercise with the right code in it, press its button, return it and its result."""
    section = opened(page, site, far, "account-in-code")
    section.locator("textarea").evaluate("(box, code) => { box.value = code; }", RIGHT)
    section.locator(".exercise-check").click()
    return section, section.locator(".exercise-result")


def half_there(page: Page, site: Path, far: str, network: type[Breaking]) -> Locator:
    """Ask for a run until half of the interpreter has come and nothing else does."""
    network.held.clear()
    _section, result = asked_to_run(page, site, far)
    expect(result).to_contain_text("5.", timeout=START)
    return result


def test_what_has_come_is_told(reader: Page, site: Path, far: str, network: type[Breaking]) -> None:
    network.held.clear()
    _section, result = asked_to_run(reader, site, far)
    bar = result.locator("progress")
    # Half of the interpreter and all of the rest are there, and nothing else can come.
    expect(result).to_contain_text(
        re.compile(r"Python is being loaded: 5\.\d of 7\.\d MB"), timeout=START
    )
    done, size = bar.evaluate("bar => [bar.value, bar.max]")
    assert 0.6 < done / size < 0.9
    network.held.set()
    expect(result).to_have_class(re.compile("is-right"), timeout=START)


@pytest.mark.parametrize("knows_parts", [True, False])
def test_what_breaks_off_goes_on_from_there(
    reader: Page, site: Path, far: str, network: type[Breaking], *, knows_parts: bool
) -> None:
    network.breaks_at, network.knows_parts = 7_000_000, knows_parts
    _section, result = asked_to_run(reader, site, far)
    expect(result).to_have_class(re.compile("is-right"), timeout=START)
    (_none, first), (again, rest) = network.asked
    assert first == 7_000_000
    begun = int(re.fullmatch(r"bytes=(\d+)-", again or "")[1])  # type: ignore[index]
    assert 0 < begun <= first
    assert (rest == first + 2_598_218 - begun) is knows_parts


def test_what_a_host_compresses_goes_on_from_what_was_unpacked(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    network.compresses, network.breaks_at = True, 2_000_000
    _section, result = asked_to_run(reader, site, far)
    expect(result).to_have_class(re.compile("is-right"), timeout=START)
    (_none, _first), (again, rest) = network.asked
    begun = int(re.fullmatch(r"bytes=(\d+)-", again or "")[1])  # type: ignore[index]
    assert begun > 2_000_000
    assert rest == 9_598_218 - begun


def test_a_host_that_breaks_off_at_once_is_asked_again_after_a_while(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    network.breaks_at = 0
    _section, result = asked_to_run(reader, site, far)
    reader.wait_for_timeout(1500)
    assert len(network.asked) == 1
    expect(result).to_have_class(re.compile("is-right"), timeout=START)
    assert len(network.asked) == 2


def test_a_file_that_a_host_lacks_is_named_at_once(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    network.lacks = True
    _section, result = asked_to_run(reader, site, far)
    expect(result).to_contain_text("(pyodide.asm.wasm: 404)", timeout=30_000)


def test_parts_of_two_editions_are_never_put_together(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    network.held.clear()
    network.breaks_at = 7_000_000
    section, result = asked_to_run(reader, site, far)
    expect(result).to_contain_text("5.", timeout=START)
    network.edition = "second"
    network.held.set()
    expect(result).to_contain_text("(pyodide.asm.wasm has changed)", timeout=30_000)
    section.locator(".exercise-check").click()
    expect(result).to_have_class(re.compile("is-right"), timeout=START)
    assert network.asked[-1][0] is None


def test_without_a_network_it_is_said_and_the_next_press_goes_on(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    network.held.clear()
    network.breaks_at = 7_000_000
    section, result = asked_to_run(reader, site, far)
    expect(result).to_contain_text("5.", timeout=START)
    network.gone = True
    network.held.set()
    expect(result).to_contain_text("The network broke off", timeout=START)
    expect(result).to_contain_text("goes on from there")
    expect(section.locator("textarea")).to_have_value(RIGHT)
    network.gone = False
    section.locator(".exercise-check").click()
    expect(result).to_have_class(re.compile("is-right"), timeout=START)
    assert len(network.asked) == 2
    assert network.asked[1][0]


def test_a_page_that_reaches_no_python_at_all_says_network_and_tries_anew(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    network.gone = True
    section, result = asked_to_run(reader, site, far)
    expect(result).to_contain_text("The network broke off", timeout=START)
    network.gone = False
    section.locator(".exercise-check").click()
    expect(result).to_have_class(re.compile("is-right"), timeout=START)


def test_time_is_not_counted_while_something_comes(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    reader.clock.install()
    result = half_there(reader, site, far, network)
    reader.clock.run_for(50_000)
    network.held.set()
    expect(result).to_have_class(re.compile("is-right"), timeout=START)
    reader.clock.run_for(50_000)
    expect(result).to_have_class(re.compile("is-right"))


def test_when_nothing_comes_any_more_it_is_said(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    reader.clock.install()
    result = half_there(reader, site, far, network)
    reader.clock.run_for(61_000)
    expect(result).to_contain_text("could not be started in this browser (late)", timeout=START)


def test_python_comes_while_a_reader_writes(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    section = opened(reader, site, far, "account-in-code")
    with reader.expect_request("**/py/*/worker.js"):
        section.locator("textarea").press("x")
    # Nothing is said of it, and nothing runs, until that is asked for.
    reader.wait_for_timeout(500)
    expect(section.locator(".exercise-result")).to_be_empty()


def test_python_comes_while_a_model_is_changed_with_what_that_needs(
    reader: Page, far: str, network: type[Breaking]
) -> None:
    reader.goto(f"{far}/embed/sources-of-growth.html")
    reader.locator("figure.explorer[data-ready]").wait_for()
    reader.locator("details.own-model > summary").click()
    code = reader.locator("details.own-model-function[open]").first
    with reader.expect_request("**/py/*/models.bin"):
        code.locator("textarea").press("x")


def test_who_saves_data_gets_python_only_when_it_is_asked_for(
    reader: Page, site: Path, far: str, network: type[Breaking]
) -> None:
    reader.add_init_script(
        "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
    )
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    section = opened(reader, site, far, "account-in-code")
    section.locator("textarea").press("x")
    reader.wait_for_timeout(500)
    assert not [url for url in asked if "/py/" in url]
