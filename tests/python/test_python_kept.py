"""Python as the build kept it: it answers as one that starts anew, which stands in for it."""

from __future__ import annotations

import gzip
import json
import re
import zipfile
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any, ClassVar

import pytest
from exercise_page import opened
from exercise_points import of_kind
from in_node import told
from nqpf.exercises.kinds import CODE
from nqpf.own_model import book
from nqpf.own_table.example import example
from nqpf.places import ROOT
from nqpf.server import Handler, serving
from nqpf.site.python import assets, kept
from playwright.sync_api import Browser, Page, expect

BUDGET = 7_500_000  # bytes, compressed: what a reader's first run may load
START = 60_000
RIGHT = """\
def account(output_growth, capital_growth, labour_growth, capital_share):
    capital = capital_share * capital_growth
    labour = (1 - capital_share) * labour_growth
    return capital, labour, output_growth - capital - labour
"""
LIBRARY = "import calendar\nassert calendar.isleap(2000)\n"
WRONG = (
    "def account(output_growth, capital_growth, labour_growth, capital_share):\n    return 1 / 0\n"
)


def jobs() -> list[dict[str, Any]]:
    """Return requests through all three doors: what is right, unfinished, wrong, and broken."""
    checks = [
        {"slug": one.slug, "code": code, "seed": "3"}
        for one in of_kind(*CODE)
        for code in (one.task.reference_text, one.task.starter)
    ]
    broken = [{"slug": "account-in-code", "code": code, "seed": "3"} for code in (WRONG, "def")]
    text = example()
    rank: dict[str, Any] = {
        "door": "table",
        "ask": "rank",
        "text": text,
        "units": "province",
        "indicators": [
            {"name": name, "direction": 1, "weight": 1}
            for name in text.partition("\n")[0].split(",")[1:4]
        ],
        "freedom": 0.5,
        "decimal": "",
        "leave_out_gaps": False,
    }
    tables = [rank, rank | {"units": "nothing"}, {"door": "table", "ask": "columns", "text": text}]
    models = []
    for slug in ("sources-of-growth", "three-drivers"):
        code = "\n\n\n".join(one.text for one in book.functions(slug))
        job = {"door": "model", "ask": "run", "slug": slug, "setting": {}}
        models += [job | {"code": f"{code}\n"}, job | {"code": code.replace("return", "retur", 1)}]
    return [*checks, *broken, *tables, *models]


@pytest.fixture(scope="module")
def made() -> tuple[kept.Archives, dict[str, kept.Kept]]:
    """Return the archives of the page's Python, and what is kept of it."""
    archives = assets.archives()
    return archives, kept.all_kept(assets.languages(), archives)


@pytest.fixture(scope="module", params=["en", "zh_CN"])
def answered(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    made: tuple[kept.Archives, dict[str, kept.Kept]],
) -> Any:
    """Return what a Python that was kept answers, and one that starts anew."""
    language = request.param
    (library, *archives), started = made
    one = started[language]
    folder = tmp_path_factory.mktemp("packed")
    for archive in archives:
        (folder / archive.name).write_bytes(kept.packed(archive, one))
    no_library = folder / "none.zip"
    with zipfile.ZipFile(no_library, "w"):
        pass
    asked = {
        "none": str(no_library),
        "folder": str(assets.PYODIDE),
        "scripts": str(kept.HERE),
        "language": language,
        "stdlib": str(library),
        "archives": [str(archive) for archive in archives],
        "kept": {"memory": str(one.memory)} | one.told(),
        "packed": [str(folder / archive.name) for archive in archives],
        "jobs": jobs(),
    }
    return told(Path(__file__).with_name("kept_and_anew.mjs"), asked=asked)


def test_it_answers_as_one_that_starts_anew(answered: Any) -> None:
    found = [answer for answer, _wanted in answered["kept"]["found"]]
    assert found == [answer for answer, _wanted in answered["anew"]["found"]]
    assert any(answer.get("correct") for answer in found)


def test_it_stands_as_one_that_starts_anew(answered: Any) -> None:
    (path, *kept_state), (paths, *anew) = answered["kept"]["state"], answered["anew"]["state"]
    assert path == paths
    assert kept_state[0] == anew[0]
    assert str(ROOT) not in json.dumps(kept_state)


def test_no_answer_waits_for_the_library(answered: Any) -> None:
    assert not any(wanted for _answer, wanted in answered["kept"]["found"])


def test_an_engine_that_calls_functions_another_way_goes_on_too(answered: Any) -> None:
    assert answered["elsewhere"]["found"] == answered["kept"]["found"]


def test_no_two_pages_share_their_chance(answered: Any) -> None:
    assert answered["elsewhere"]["chance"] != answered["kept"]["chance"]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_what_comes_before_the_first_answer_stays_within_the_budget(
    language: str, made: tuple[kept.Archives, dict[str, kept.Kept]]
) -> None:
    archives, started = made
    parts = [(assets.PYODIDE / name).read_bytes() for name in assets.COPIED]
    parts += [
        (kept.HERE / name).read_bytes() for name in ("arriving.mjs", "kept.mjs", "worker.mjs")
    ]
    parts += [started[language].memory.read_bytes()]
    parts += [kept.packed(archives.book, started[language])]
    assert sum(len(gzip.compress(part, 9)) for part in parts) < BUDGET


class Faulty(Handler):
    """Serves the site with what was kept missing, damaged or cut short, or to an older browser."""

    fault: ClassVar[str] = ""
    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Answer a request, as far as there is what it asks for."""
        name = self.path.rpartition("/")[2]
        self.asked.append(name)
        content = Path(self.translate_path(self.path))
        if self.fault == "missing" and name.endswith(".bin"):
            self.send_error(HTTPStatus.NOT_FOUND)
        elif self.fault == "older browser" and name == "worker.js":
            self.give(
                b"delete self.DecompressionStream;\n" + content.read_bytes(), "text/javascript"
            )
        elif self.fault in {"damaged", "cut short"} and name == "started-en.bin":
            whole = bytearray(content.read_bytes())
            whole[1_000_000] ^= 1
            self.give(bytes(whole if self.fault == "damaged" else whole[:1_000_000]))
        else:
            super().do_GET()

    def give(self, content: bytes, kind: str = "application/octet-stream") -> None:
        """Send a file."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@pytest.fixture
def faulty(site: Path) -> Iterator[str]:
    """Return the address of the site behind that host."""
    Faulty.fault, Faulty.asked = "", []
    with serving(site, handled_by=Faulty) as address:
        yield address


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """Return a page of a browser that keeps nothing from before."""
    context = browser.new_context()
    yield context.new_page()
    context.close()


def is_right(page: Page, site: Path, address: str, code: str) -> None:
    """Run code in an exercise, and wait until it is found right."""
    section = opened(page, site, address, "account-in-code")
    section.locator("textarea").evaluate("(box, code) => { box.value = code; }", code)
    section.locator(".exercise-check").click()
    expect(section.locator(".exercise-result")).to_have_class(re.compile("is-right"), timeout=START)


def test_a_page_goes_on_from_it_and_asks_for_no_library(
    reader: Page, site: Path, faulty: str
) -> None:
    is_right(reader, site, faulty, RIGHT)
    assert {"started-en.bin", "book.bin"} <= set(Faulty.asked)
    assert {"stdlib.zip", "book.zip", "started-zh_CN.bin"}.isdisjoint(Faulty.asked)


def test_what_code_imports_of_the_library_comes_when_it_does(
    reader: Page, site: Path, faulty: str
) -> None:
    is_right(reader, site, faulty, LIBRARY + RIGHT)
    assert Faulty.asked.count("stdlib.zip") == 1


@pytest.mark.parametrize("fault", ["missing", "damaged", "cut short", "older browser"])
def test_without_it_python_starts_anew(reader: Page, site: Path, faulty: str, fault: str) -> None:
    Faulty.fault = fault
    is_right(reader, site, faulty, LIBRARY + RIGHT)
    assert {"stdlib.zip", "book.zip"} <= set(Faulty.asked)
