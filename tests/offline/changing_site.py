"""The site on a server that can change a file, keep silent, and be stopped and started again."""

from __future__ import annotations

import io
import json
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO, cast

from nqpf.server import Handler
from nqpf.site.offline.offline import LIST, WORKER, hash_of


class ChangingSite:
    """A site at one address: what was asked of it, and what it answers otherwise than its files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.changed: dict[str, bytes] = {}
        self.silent: set[str] = set()
        self.asked: list[str] = []
        self.stops_after: int | None = None
        self.port = 0
        self.server: ThreadingHTTPServer | None = None
        self.over = threading.Event()
        self.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Answer from now on, at the same address as before."""
        handler = partial(_Changing, directory=str(self.folder))
        self.server = _Server(("127.0.0.1", self.port), handler)
        self.server.site = self  # type: ignore[attr-defined]
        self.port = self.server.server_port
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        """Answer nobody any more."""
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    def end(self) -> None:
        """Stop, and let go of those that are kept waiting."""
        self.over.set()
        self.stop()

    def text(self, name: str) -> str:
        return self.changed.get(name, (self.folder / name).read_bytes()).decode()

    def renew(self, day: str, **pages: str) -> None:
        """Make a newer edition in which some pages, by name, have another text."""
        listed = json.loads(self.text(LIST))
        for name, text in pages.items():
            self.changed[name] = text.encode()
            listed["book"][name] = [hash_of(text.encode()), len(text.encode())]
        listed |= {"edition": hash_of(day.encode()), "day": day, "said": f"Kept: {day}."}
        self.changed[LIST] = json.dumps(listed).encode()

    def asked_for(self) -> set[str]:
        """Return what was asked for since the last time, without queries.

        Browsers ask for the worker, to see whether there is a newer one, when they like.
        """
        found, self.asked = self.asked, []
        return set(found) - {WORKER}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Keep quiet about browsers that are gone."""


class _Changing(Handler):
    def send_head(self) -> io.BytesIO | BinaryIO | None:
        site = cast("Any", self.server).site
        name = self.path.partition("?")[0].lstrip("/")
        site.asked.append(name)
        if name in site.silent:
            site.over.wait()
        if site.stops_after is not None:
            site.stops_after -= 1
            if site.stops_after < 0:
                self.close_connection = True
                self.connection.close()
                return None
        if name not in site.changed:
            return super().send_head()
        content = site.changed[name]
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(name))
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)
