"""The pages of the data sets and of all explorers, and the way from a chart to its source."""

from __future__ import annotations

import csv
import functools
import io
from pathlib import Path
from urllib.parse import urldefrag, urljoin

import pytest
from bs4 import BeautifulSoup
from nqpf import data
from nqpf.explorers import explorers
from nqpf.site.datasets import charts as datacharts
from nqpf.site.datasets import pages as datapages
from nqpf.site.explorer import uses
from nqpf.site.reference.citations import bibliography
from playwright.sync_api import Page

FOLDER = Path("chapters/reference/generated/datasets")
NAMES = data.names()
SOURCED = [(slug, key) for slug, one in explorers().items() for key in one.sources]


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {name: read(site / FOLDER / f"{name}.html") for name in NAMES}


@functools.cache
def read(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def target(path: Path, link: str) -> tuple[Path, str]:
    """Return the file and the anchor to which a link of a page leads."""
    address, anchor = urldefrag(urljoin(path.as_uri(), link))
    return Path(address.removeprefix("file://")), anchor


@pytest.mark.parametrize("name", NAMES)
def test_a_page_says_what_the_record_knows(pages, name):
    record, page = data.describe(name), pages[name]
    text = " ".join(page.get_text().split())
    for known in (record["title"], record["description"], *record["caveats"]):
        assert known.replace("'", "’") in text.replace("'", "’")
    for known in (str(record["last_year"]), record["licence"]["title"], record["sha256"]):
        assert known in text
    assert page.select_one(".dataset-chart [role=img]")["aria-label"]
    assert len(page.select(".dataset-chart svg")) == 2


@pytest.mark.parametrize("name", NAMES)
def test_a_page_lists_every_source_with_its_address(pages, name):
    for source in data.describe(name)["sources"]:
        entry = pages[name].find(id=f"source-{source['source_id']}")
        assert " ".join(source["citation"].split()) in " ".join(entry.get_text().split())
        links = [link["href"] for link in entry.select("a")]
        assert links == ([source["url"]] if source["url"] else [])


@pytest.mark.parametrize("name", NAMES)
def test_the_file_is_where_the_page_says_and_is_the_data(pages, site, name):
    link = pages[name].select_one("a.dataset-download")["href"]
    path, _anchor = target(site / FOLDER / f"{name}.html", link)
    assert path == site / "data" / f"{name}.csv"
    assert path.read_text(encoding="utf-8") == data.text(name)


@pytest.mark.parametrize("name", NAMES)
def test_the_table_holds_the_rows_it_says(pages, name):
    table = pages[name].select_one(".dataset-table")
    told = pages[name].select_one(".dataset-note").get_text()
    # Cells and rows close by themselves in HTML, which this reader of HTML does not know.
    shown = len(table.find("tbody").find_all("tr"))
    rows = list(csv.reader(io.StringIO(data.text(name))))[1:]
    assert shown == len(rows) or f"The first {shown} of {len(rows)} rows" in told
    assert shown > 0


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_light(site, name):
    assert len(datapages.table_html(name)) < 45_000
    assert (site / FOLDER / f"{name}.html").stat().st_size < 140_000


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_says_which_years_and_what_kind_of_figures(name):
    record = data.describe(name)
    drawing = datacharts.drawing(name)
    label = datacharts.label(record, drawing.span)
    assert label.split(" ")[0].rstrip(":") == record["kind"].capitalize()
    assert any(character.isdigit() for character in drawing.span)
    fields = {field["name"] for field in record["fields"]} | {"period"}
    named = record["chart"]
    used = {*named.get("only", {}), *named.get("label", []), *list(named.values())[:0]}
    assert used <= fields
    assert {named.get(key) for key in ("value", "count")} <= fields | {None}


def test_a_page_names_the_explorers_and_chapters_that_draw_on_the_data(pages, site):
    for slug, key in SOURCED:
        if key in NAMES:
            path = site / FOLDER / f"{key}.html"
            links = [target(path, link["href"]) for link in pages[key].select("a[href]")]
            file, anchor = target(path, uses.address_of(slug, datapages.ROOT_OF_SITE))
            assert (file, anchor) in links
            assert read(file).find(id=slug), f"{file} does not hold {slug}"


@pytest.mark.parametrize(("slug", "key"), SOURCED)
def test_two_clicks_lead_from_a_chart_to_its_source(site, slug, key):
    embed = site / "embed" / f"{slug}.html"
    links = [link["href"] for link in read(embed).select(".explorer-take-along a")]
    if key in NAMES:
        wanted = site / FOLDER / f"{key}.html"
        assert any(target(embed, link)[0] == wanted for link in links)
        cited = read(wanted).select(".dataset-sources li")
        assert len(cited) == len(data.describe(key)["sources"])
    else:
        fields = bibliography()[key].fields
        address = f"https://doi.org/{fields['doi']}" if "doi" in fields else fields.get("url")
        assert address is None or address in links


@pytest.mark.parametrize("name", NAMES)
def test_a_source_without_address_says_what_was_read(name):
    sources = data.describe(name)["sources"]
    assert all(source["url"] or source["read"] for source in sources)


def test_the_list_leads_to_every_data_set(site):
    path = site / "chapters" / "reference" / "datasets.html"
    links = {target(path, link["href"])[0] for link in read(path).select(".dataset-list a")}
    assert links == {site / FOLDER / f"{name}.html" for name in NAMES}


def test_every_explorer_has_a_card_that_leads_to_its_place(site):
    path = site / "chapters" / "reference" / "explorers.html"
    cards = read(path).select(".gallery-card")
    assert len(cards) == len(explorers())
    for card in cards:
        link = card.select_one("a")
        (one,) = [one for one in explorers().values() if one.title == link.get_text()]
        assert one.question in card.get_text()
        assert one.label in card.get_text()
        assert card.select_one("svg")
        file, anchor = target(path, link["href"])
        assert file == site / "embed" / f"{one.slug}.html" or read(file).find(id=anchor)


@pytest.mark.parametrize("page_name", ["explorers", "datasets", "notation", "glossary"])
@pytest.mark.parametrize("width", [375, 1440])
def test_nothing_leaves_the_screen(page: Page, site_url, page_name, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{site_url}/chapters/reference/{page_name}.html")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", NAMES)
def test_a_data_page_keeps_its_table_in_a_frame_that_the_keyboard_reaches(page, site_url, name):
    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(f"{site_url}/{FOLDER}/{name}.html")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 375
    frame = page.locator(".dataset-scroll")
    frame.focus()
    assert frame.evaluate("frame => frame === document.activeElement")
