"""What ``nqpf`` does once everything is installed: build, serve, lab, and find a browser."""

import asyncio
import json
import re
import shutil
import socket
import subprocess
import sys
import time
import tomllib
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import jupytext
import pytest
from nqpf import building, chromium, cli, commands, lab_files, places
from nqpf.commands import lab, serve
from nqpf.server import serving
from parsed_page import parsed
from playwright.sync_api import Browser, expect

FETCHING = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}


def test_a_second_build_has_nothing_to_do(site: Path) -> None:
    start = time.monotonic()
    assert building.build() is None
    assert time.monotonic() - start < 10


def test_other_inputs_are_not_taken_for_built(site: Path) -> None:
    assert building.is_built(building.STAMP.read_text(encoding="utf-8"))
    assert not building.is_built("the fingerprint of other inputs")


def test_every_input_of_the_site_exists() -> None:
    assert [name for name in building.INPUTS if not (places.ROOT / name).exists()] == []


def test_what_the_package_is_made_of_is_an_input() -> None:
    project = tomllib.loads((places.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {project["readme"], *project["license-files"], "hatch_build.py", "pyproject.toml"}
    assert named <= set(building.INPUTS)


def test_build_says_where_the_site_is(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["build"]) == 0
    told = capsys.readouterr().out
    assert str(site / "index.html") in told
    assert "make serve" in told


def test_a_failure_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(building, "ROOT", tmp_path)
    assert cli.main(["build"]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_pages_fetch_nothing_from_elsewhere(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 3
    for page in pages:
        read = parsed(page)
        for tag, attribute in FETCHING.items():
            fetched = [found.get(attribute, "") for found in read.iter(tag)]
            assert [url for url in fetched if re.match(r"(https?:)?//", url)] == [], page
        # Data (a chart names the address of its grammar) are not run, and so fetch nothing.
        scripts = [tag for tag in read.iter("script") if "json" not in tag.get("type", "")]
        inline = [script.text_content() for script in scripts]
        assert [text for text in inline if "://" in text] == [], page


def test_styles_fetch_nothing_from_elsewhere(site: Path) -> None:
    for style in site.rglob("*.css"):
        urls = re.findall(r"url\(['\"]?([^)'\"]+)", style.read_text(encoding="utf-8"))
        local = [url for url in urls if not url.startswith(("data:", "#"))]
        missing = [url for url in local if not (style.parent / re.split("[?#]", url)[0]).exists()]
        assert missing == [], style


def test_a_taken_port_gives_way(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with serving(tmp_path, port=port) as address:
            assert address.startswith("http://127.0.0.1:")
            assert not address.endswith(f":{port}")


def test_scripts_and_fonts_are_served_under_their_types(tmp_path: Path) -> None:
    kinds = {"a.mjs": "text/javascript", "b.wasm": "application/wasm", "c.woff2": "font/woff2"}
    for name in kinds:
        (tmp_path / name).write_bytes(b"")
    with serving(tmp_path) as address:
        for name, kind in kinds.items():
            with urllib.request.urlopen(f"{address}/{name}") as answer:
                assert answer.headers["Content-Type"] == kind
                assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize(
    ("path", "counts"),
    [("chapters/one.md", True), ("widgets/nqpf/__pycache__/a.pyc", False), ("data/.x.swp", False)],
)
def test_serve_rebuilds_for_what_can_show(path: str, counts: bool) -> None:
    assert serve.matters(1, path) is counts


def test_a_named_browser_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_bytes(b"")
    monkeypatch.setenv("NQPF_CHROMIUM", str(browser))
    assert chromium.executable() == browser


def test_a_browser_that_cannot_be_installed_ends_in_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(command: list[str], **_options: object) -> subprocess.CompletedProcess[bytes]:
        return subprocess.CompletedProcess(command, returncode=1)

    monkeypatch.setattr(chromium.subprocess, "run", fail)
    with pytest.raises(commands.Failure, match="install Chromium or Google Chrome"):
        chromium.install()


def test_in_the_lab_a_check_is_at_hand_in_every_kernel() -> None:
    program = "from jupyter_client.manager import run_kernel\n" + ASKED
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=lab.lab_environment(), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout.strip() == "True", done.stderr[-2000:]


ASKED = """
with run_kernel() as kernel:
    answered = kernel.execute_interactive(
        "check('residual-by-hand', '3.1 %').correct and hint and solution and True",
        user_expressions={}, timeout=120, output_hook=lambda m: print(
            m["content"].get("data", {}).get("text/plain", ""), end=""))
"""


def test_lab_opens_chapters_as_notebooks_folds_what_prepares_and_asks_nobody(
    browser: Browser, tmp_path: Path
) -> None:
    port = free_port()
    options = ["--no-browser", f"--port={port}", "--ServerApp.port_retries=0"]
    environment = lab.lab_environment() | {"JUPYTER_CONFIG_DIR": str(tmp_path)}
    process = subprocess.Popen(
        [*lab.command(), *options, "--IdentityProvider.token=test"],
        cwd=places.ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    try:
        wait_for(port)
        page.goto(f"http://127.0.0.1:{port}/lab/tree/chapters/part1/ch02.md?token=test")
        page.wait_for_selector(".jp-Notebook .jp-Cell", timeout=60_000)
        prepares = page.locator(".jp-Notebook .jp-CodeCell").first
        prepares.locator(".jp-InputPlaceholder").wait_for(timeout=60_000)
        expect(prepares.locator(".cm-content")).to_be_hidden()
        kernel = ".jp-Notebook-ExecutionIndicator[data-status=idle]"
        page.wait_for_selector(kernel, timeout=60_000)
    finally:
        page.close()
        lab.stop(process)
    local = (f"http://127.0.0.1:{port}/", "data:", "blob:")
    assert [url for url in asked if not url.startswith(local)] == []


def test_what_the_lab_folds_is_not_written_into_the_file(tmp_path: Path) -> None:
    source = places.ROOT / "chapters" / "part1" / "ch02.md"

    async def opened_and_saved(kind: Any, folder: Path) -> list[Any]:
        folder.mkdir()
        shutil.copy(source, folder)
        files = kind(root_dir=str(folder))
        model = await files.get("ch02.md", type="notebook")
        folded = [c for c in model["content"]["cells"] if c["metadata"].get("jupyter")]
        opened: list[Any] = json.loads(json.dumps(folded))
        await files.save(model, "ch02.md")
        return opened

    def run(kind: Any, name: str) -> list[Any]:
        # In a thread of its own: this one may have the browser's loop.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, opened_and_saved(kind, tmp_path / name)).result()

    (folded,) = run(lab_files.Folding, "ours")
    assert folded["metadata"]["jupyter"] == {"source_hidden": True}
    assert "say(**chapter_texts" in folded["source"]
    assert run(jupytext.AsyncTextFileContentsManager, "plain") == []
    ours, plain = ((tmp_path / name / "ch02.md").read_bytes() for name in ("ours", "plain"))
    assert ours == plain


def test_every_command_is_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for path in Path(commands.__path__[0]).glob("[a-z]*.py"):
        assert re.search(rf"^    {path.stem} ", shown, re.MULTILINE), path.stem


def free_port() -> int:
    """Return a port that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(port: int) -> None:
    """Wait until something answers at a port."""
    for _attempt in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise TimeoutError(f"nothing answered at port {port}")
