"""JupyterLab as a reader has it: alone in an environment of its own, with nothing of the book."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

from nqpf.server import serving
from playwright.sync_api import Locator, Page

OURS = ("PYTHONPATH", "NQPF_ENV", "NQPF_BUILDING_PAGES")


def jupyterlab_alone(folder: Path) -> Path:
    """Return the Python of a new environment that has pip and JupyterLab, and nothing of ours."""
    uv = [sys.executable, "-m", "uv", "--quiet"]
    subprocess.run([*uv, "venv", "--seed", f"--python={sys.executable}", str(folder)], check=True)
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    pins = [f"{name}=={version(name)}" for name in ("jupyterlab", "ipykernel", "nbclient")]
    subprocess.run([*uv, "pip", "install", f"--python={python}", *pins], check=True)
    return python


def without_the_book() -> dict[str, str]:
    """Return the variables of a process that is not to find the book's own package."""
    return {name: value for name, value in os.environ.items() if name not in OURS}


@contextmanager
def lab(python: Path, folder: Path) -> Iterator[str]:
    """Run JupyterLab on a folder of notebooks, and return its address."""
    with serving(folder) as free:
        port = int(free.rpartition(":")[2]) + 1
    own = folder / "jupyter"
    kept = {f"JUPYTER_{name}_DIR": str(own / name) for name in ("CONFIG", "DATA", "RUNTIME")}
    options = {
        "--ServerApp.root_dir": folder,
        "--ServerApp.port": port,
        "--IdentityProvider.token": "",
        "--LabApp.user_settings_dir": own / "settings",
        "--LabApp.workspaces_dir": own / "workspaces",
    }
    process = subprocess.Popen(
        [
            *(str(python), "-m", "jupyterlab", "--no-browser", "--allow-root"),
            *(f"{name}={value}" for name, value in options.items()),
        ],
        env=without_the_book() | kept,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/api")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(address: str) -> None:
    """Wait until somebody answers at an address."""
    until = time.monotonic() + 120
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{address} did not answer in two minutes")


def run_all(page: Page) -> None:
    """Run all cells of the open notebook through the menu, as a reader does."""
    ready(page)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.locator('[data-command="runmenu:run-all"]').click()


def run_first(page: Page) -> None:
    """Run the first cell of code, and wait until that is done."""
    ready(page)
    page.locator(".jp-CodeCell .cm-content").first.click()
    page.keyboard.press("Shift+Enter")
    page.locator(".jp-CodeCell", has_text="[1]:").first.wait_for(timeout=120_000)


def ready(page: Page) -> None:
    """Wait until a notebook is open and has its kernel, for which the menu would ask otherwise."""
    page.locator(".jp-Notebook").wait_for(timeout=120_000)
    page.locator("#jp-main-statusbar", has_text="| Idle").wait_for(timeout=120_000)


def write_and_run(page: Page, cell: Locator, code: str) -> Locator:
    """Put code into a cell in place of what stands there, run it, and return what it shows."""
    cell.scroll_into_view_if_needed()
    cell.locator(".cm-content").click()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.insert_text(code)
    page.keyboard.press("Control+Enter")
    return cell.locator(".jp-OutputArea-output")
