"""The browser of the tests and benchmarks: a Chromium that is already here, or one installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from nqpf.commands import Failure

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
ADVICE = (
    "the tests need a browser: install Chromium or Google Chrome, "
    "or set NQPF_CHROMIUM to the path of one, then try again."
)


def executable() -> Path | None:
    """Return the browser to use: the one NQPF_CHROMIUM names, one on the path, Playwright's."""
    named = os.environ.get("NQPF_CHROMIUM")
    found = [named, *(shutil.which(name) for name in NAMES)]
    candidates = [Path(path) for path in found if path]
    return next((path for path in candidates if path.exists()), None) or playwrights_own()


def playwrights_own() -> Path | None:
    """Return the Chromium that Playwright installed, if it did."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def install() -> None:
    """Install Chromium: on Debian as root from the system's packages, else through Playwright."""
    if is_debian() and is_root():
        steps = [
            ["apt-get", "update"],
            ["apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
        ]
    else:
        steps = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    for step in steps:
        done = subprocess.run(step, stdout=subprocess.DEVNULL, check=False)
        if done.returncode != 0:
            raise Failure(ADVICE)
    if not executable():
        raise Failure(ADVICE)


def is_debian() -> bool:
    """Return whether this is Debian, whose packages hold a Chromium that runs anywhere."""
    release = Path("/etc/os-release")
    return release.exists() and "ID=debian" in release.read_text(encoding="utf-8").splitlines()


def is_root() -> bool:
    """Return whether this process may install system packages and may not sandbox a browser."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def arguments() -> list[str]:
    """Return the flags that keep the browser from asking anyone but this machine for anything."""
    flags = [
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-quic",
        "--disable-sync",
        "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
        "--no-first-run",
    ]
    return [*flags, "--no-sandbox"] if is_root() else flags
