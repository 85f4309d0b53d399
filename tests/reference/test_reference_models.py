"""The pages of the models, and the notation: everything declared is there, found by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nqpf.algebra import AlgebraError, equation
from nqpf.fingerprint import fingerprint
from nqpf.models import functions, modules
from nqpf.site.reference import generated
from nqpf.site.reference import models as apipages
from nqpf.site.reference.notation import default_text, quantities, users

MODULES = modules()
FUNCTIONS = [(module, name) for module in MODULES for name in functions(MODULES[module])]


def read(site: Path, page: str) -> BeautifulSoup:
    text = (site / "chapters" / "reference" / f"{page}.html").read_text(encoding="utf-8")
    return BeautifulSoup(text, "html.parser")


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {name: read(site, f"generated/models/{name}") for name in apipages.pages()}


@pytest.fixture(scope="module")
def notation_page(site: Path) -> BeautifulSoup:
    return read(site, "notation")


@pytest.mark.parametrize(("module", "name"), FUNCTIONS, ids=lambda part: part)
def test_a_function_stands_on_its_page_with_docstring_and_equation(pages, module, name):
    function = getattr(MODULES[module], name)
    entry = pages[module].find(id=f"{MODULES[module].__name__}.{name}").parent
    first = (function.__doc__ or "").partition("\n\n")[0]
    summary = " ".join(first.replace("`", "").split())
    assert summary.split(":math:")[0][:30] in told(entry)
    sources = ["".join(node.get_text().split()) for node in entry.select("div.math annotation")]
    assert [printed(function)] == sources or (printed(function) is None and not sources)
    assert bool(sources) != ("equation" in told(entry) and "is printed" in told(entry))


def printed(function) -> str | None:
    """Return a function's equation without spaces, if it has one."""
    try:
        return "".join(equation(function).latex.split())
    except AlgebraError:
        return None


def told(entry) -> str:
    """Return the text of a part of a page, with plain quotes and spaces."""
    return " ".join(entry.get_text().replace("’", "'").split())


def test_a_model_page_tells_each_argument_with_its_range(pages):
    entry = pages["growth"].find(id="nqpf.models.growth.growth.growth_of_productivity").parent
    listed = [item.get_text(" ", strip=True) for item in entry.select("dd li")]
    (share,) = [item for item in listed if item.startswith("capital_share")]
    assert "capital share; fraction of income; 0 to 0.95." in share
    assert len(listed) == 5


def test_a_model_page_gives_the_example_and_leads_to_the_source(pages):
    entry = pages["growth"].find(id="nqpf.models.growth.growth.growth_of_productivity").parent
    assert "0.0225" in entry.select_one("pre").get_text()
    assert entry.select_one('a[href*="bibliography.html#"]')
    assert "nqpf/models/growth/growth.py" in pages["growth"].get_text()


@pytest.mark.parametrize("one", quantities(), ids=lambda one: one.name)
def test_the_notation_holds_every_quantity_with_what_it_declares(notation_page, one):
    head = notation_page.find(id=f"quantity-{one.name}")
    assert one.words in told(head)
    assert head.select_one("code").get_text() == one.name
    assert head.select_one("annotation").get_text() == one.symbol
    facts = told(head.find_next_sibling("dd"))
    for fact in (one.unit, apipages.span(one), default_text(one)):
        assert fact in facts


def test_the_notation_leads_to_every_function_that_takes_a_quantity(notation_page, pages):
    used = users()
    assert set(used) <= {one.name for one in quantities()}
    for quantity, users_of_it in used.items():
        body = notation_page.find(id=f"quantity-{quantity}").find_next_sibling("dd")
        links = {link["href"] for link in body.select("a[href]")}
        for function in users_of_it:
            module = function.split(".")[-2]
            assert f"generated/models/{module}.html#{function}" in links
            assert pages[module].find(id=function)


def test_a_page_is_written_when_it_changes_and_removed_with_its_subject(tmp_path):
    generated.bring_up_to_date(tmp_path, {"one": "1", "two": "2"})
    before = (tmp_path / "one.md").stat().st_mtime_ns
    generated.bring_up_to_date(tmp_path, {"one": "1"})
    assert [path.name for path in tmp_path.iterdir()] == ["one.md"]
    assert (tmp_path / "one.md").stat().st_mtime_ns == before
    generated.bring_up_to_date(tmp_path, {"one": "new"})
    assert (tmp_path / "one.md").read_text(encoding="utf-8") == "new"


def test_pages_that_a_build_writes_do_not_call_for_another_build(tmp_path):
    (tmp_path / "written.md").write_text("by hand", encoding="utf-8")
    before = fingerprint([tmp_path])
    generated.bring_up_to_date(tmp_path / generated.FOLDER.name, {"one": "1"})
    assert fingerprint([tmp_path]) == before
