"""A learning platform on this machine: keeps what SCORM packages report, of each student."""

from __future__ import annotations

import json
import os
import threading
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from nqpf.server import Handler, serving
from playwright.sync_api import FrameLocator, Page, expect

SCRIPT = Path(__file__).with_suffix(".js")
# A frame of a platform as it is on a laptop: the platform's own contents stand beside it.
PLAYER = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Course</title>
<link rel="icon" href="data:,"><script src="scorm_platform.js"></script></head>
<body style="margin:0"><iframe title="Package" src="package/index.html"
style="width:100%;height:100vh;border:0;display:block"></iframe></body></html>"""
FIRST = {"values": {}, "interactions": [], "entry": "ab-initio"}


@dataclass
class Record:
    """What a platform keeps of a student."""

    values: dict[str, str]
    interactions: list[dict[str, str]]
    finished: int = 0
    entry: str = ""
    sent: int = 0

    def __getitem__(self, element: str) -> str:
        return self.values[f"cmi.{element}"]


@dataclass
class ScormPlatform:
    """A platform with one package in it."""

    folder: Path
    address: str = ""
    records: dict[str, dict[str, Any]] = field(default_factory=dict)
    writing: threading.Lock = field(default_factory=threading.Lock)

    def record(self, student: str) -> Record:
        """Return what is kept of a student."""
        return Record(**self.records[student])

    def open(self, page: Page, student: str) -> FrameLocator:
        """Let a student open the package, and return the frame once its scripts have run."""
        page.goto(f"{self.address}/player.html?student={student}")
        frame = page.frame_locator("iframe")
        expect(frame.locator(".scorm-said")).to_contain_text("Reported to your learning platform")
        return frame

    def leave(self, page: Page) -> None:
        """Let the student go away, and wait until the last of what was sent has come."""
        [student] = parse_qs(urlsplit(page.url).query)["student"]
        before = self.record(student).finished
        page.goto("about:blank")
        until = time.monotonic() + 20
        while self.record(student).finished == before:
            assert time.monotonic() < until, f"the session of {student} was not finished"
            time.sleep(0.02)


@contextmanager
def platform_with(package: Path, folder: Path) -> Iterator[ScormPlatform]:
    """Serve a package, unpacked in a folder, and a page that plays it while the block runs."""
    with zipfile.ZipFile(package) as archive:
        archive.extractall(folder / "package")
    (folder / "player.html").write_text(PLAYER, encoding="utf-8")
    (folder / SCRIPT.name).write_bytes(SCRIPT.read_bytes())
    platform = ScormPlatform(folder)

    class Host(Handler):
        """Serve files with the types that Moodle gives them, and take records."""

        def guess_type(self, path: str | os.PathLike[str]) -> str:
            wrong = {".mjs": "text/plain", ".wasm": "application/octet-stream"}
            return wrong.get(Path(path).suffix) or super().guess_type(path)

        def do_GET(self) -> None:
            if not self.path.startswith("/record/"):
                return super().do_GET()
            student = self.path.removeprefix("/record/")
            self._answer(json.dumps(platform.records.get(student, FIRST)).encode())

        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            student = self.path.removeprefix("/record/")
            with platform.writing:
                if sent["sent"] > platform.records.get(student, FIRST).get("sent", 0):
                    platform.records[student] = sent
            self._answer(b"{}")

        def _answer(self, body: bytes) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    with serving(folder, handled_by=Host) as address:
        platform.address = address
        yield platform
