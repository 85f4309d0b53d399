"""Links inside the site lead somewhere, pages say what they should, and none is missing."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
import yaml
from lxml.html import HtmlElement
from nqpf.places import ROOT
from parsed_page import of, parsed, with_class
from site_pages import FRONT_DOORS, all_pages, book_pages


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, HtmlElement]:
    return {name: parsed(site / name) for name in all_pages(site)}


def documents(part: object) -> list[str]:
    """Return the files that a table of contents names, at any depth."""
    if isinstance(part, dict):
        own = [part[key] for key in ("root", "file") if key in part]
        found = ROOT.glob(f"{part['glob']}.md") if "glob" in part else ()
        own += [path.relative_to(ROOT).with_suffix("").as_posix() for path in found]
        return own + [name for value in part.values() for name in documents(value)]
    return [name for item in part for name in documents(item)] if isinstance(part, list) else []


def broken(site: Path, pages: dict[str, HtmlElement]) -> list[str]:
    """Return the links and sources inside the site that lead nowhere."""
    ids = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    found = []
    for name, page in pages.items():
        for tag in page.iter("a", "link", "script", "img", "iframe"):
            address = urlsplit(tag.get("href") or tag.get("src") or "")
            if address.scheme or address.netloc or name == "404.html":
                continue
            path = unquote(address.path)
            target = (site / name).parent.joinpath(path).resolve() if path else site / name
            if not target.is_file():
                found.append(f"{name}: {address.geturl()}")
                continue
            anchor = unquote(address.fragment.split("?")[0])
            inside = ids.get(target.relative_to(site.resolve()).as_posix()) if path else ids[name]
            if anchor and inside is not None and anchor not in inside:
                found.append(f"{name}: no #{anchor} in {address.path or 'itself'}")
    return found


def test_links_and_anchors_lead_somewhere(site: Path, pages: dict[str, HtmlElement]) -> None:
    assert broken(site, pages) == []


def test_a_broken_link_is_seen(site: Path, pages: dict[str, HtmlElement]) -> None:
    page = of('<a href="nowhere.html">x</a><a href="#nothing">y</a>')
    found = broken(site, {"index.html": page})
    assert len(found) == 2


def test_every_document_of_the_contents_is_a_page(site: Path) -> None:
    contents = yaml.safe_load((ROOT / "_toc.yml").read_text(encoding="utf-8"))
    named = {f"{name}.html" for name in documents(contents)}
    assert named
    assert named <= set(book_pages(site))
    written = {page for page in book_pages(site) if page.startswith("chapters/")}
    assert written == named


def test_every_page_has_a_title_one_heading_and_the_words_of_its_frame(
    site: Path, pages: dict[str, HtmlElement]
) -> None:
    for name in book_pages(site):
        page = pages[name]
        assert len(page.xpath("//h1")) == 1, name
        assert page.find(".//main") is not None, name
        assert "New Quality Productive Forces" in page.findtext(".//title"), name
        assert "CC BY 4.0" in page.find(".//footer").text_content(), name


def test_no_link_to_itself_is_read_out_with_a_heading(pages: dict[str, HtmlElement]) -> None:
    links = [link for page in pages.values() for link in with_class(page, "headerlink", "a")]
    assert len(links) > 100
    hidden = {(link.get("aria-hidden"), link.get("tabindex")) for link in links}
    assert hidden == {("true", "-1")}


def test_a_known_sentence_stands_on_its_page(pages: dict[str, HtmlElement]) -> None:
    known = {
        "chapters/reference/glossary.html": "新质生产力",
        "chapters/part1/ch02.html": "total factor productivity",
        "search.html": "Search the book, in English or Chinese",
    }
    for name, sentence in known.items():
        assert sentence in pages[name].text_content(), name


def test_titles_differ(pages: dict[str, HtmlElement]) -> None:
    titles = [
        page.findtext(".//title")
        for name, page in pages.items()
        if "/generated/" not in name and name not in FRONT_DOORS
    ]
    assert len(titles) == len(set(titles))
