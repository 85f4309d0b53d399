"""A page that goes from test to test: starting a browser's page costs more than most tests do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Error, Page, ViewportSize

ROOM = ViewportSize(width=1280, height=720)


@dataclass
class KeptPage:
    """One page of a browser, put back after each test to what a new one would be.

    With ``clock`` its pauses can be passed over: its clock runs, and can be run on.
    """

    browser: Browser
    options: dict[str, Any] = field(default_factory=dict)
    clock: bool = False
    problems: list[str] = field(default_factory=list)
    origins: set[str] = field(default_factory=set)
    page: Page | None = None

    def given(self) -> Page:
        """Return the page, as new; its troubles are noted from now on."""
        if self.page is None or self.page.is_closed():
            context = self.browser.new_context(**({"viewport": ROOM} | self.options))
            if self.clock:
                context.clock.install()
            self.page = context.new_page()
            watch(self.page, self.problems)
            self.page.on("framenavigated", lambda frame: self.origins.add(origin(frame.url)))
        self.problems.clear()
        return self.page

    def taken(self) -> None:
        """Put the page back, or let go of one that can't be; complain of what it complained of."""
        found = self.problems.copy()
        try:
            self.put_back()
        except Error:
            self.close()
        assert not found, "the page complained or asked for something foreign:\n" + "\n".join(found)

    def put_back(self) -> None:
        """Leave what was visited, and forget everything that it left behind."""
        assert self.page
        self.page.unroute_all()
        self.page.goto("about:blank")
        context = self.page.context
        for other in context.pages:
            if other is not self.page:
                other.close()
        session = context.new_cdp_session(self.page)
        for one in self.origins - {origin("about:blank")}:
            session.send("Storage.clearDataForOrigin", {"origin": one, "storageTypes": "all"})
        session.detach()
        self.origins.clear()
        as_a_reader_has_it(self.page, self.options)
        self.page.set_viewport_size(self.options.get("viewport", ROOM))

    def close(self) -> None:
        """End the page; the next test gets another."""
        if self.page is not None:
            self.page.context.close()
            self.page = None


def origin(address: str) -> str:
    """Return the part of an address that owns what its pages keep."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"


def as_a_reader_has_it(page: Page, options: dict[str, Any] | None = None) -> None:
    """Take back wishes about media but those given; the library keeps what is left out."""
    wishes = ("media", "color_scheme", "reduced_motion", "forced_colors", "contrast")
    page.emulate_media(**{name: (options or {}).get(name, "null") for name in wishes})


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
