"""The bibliography: one page with every work, and a list a chapter."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nqpf.site.reference.bibliography import KINDS
from nqpf.site.reference.citations import bibliography
from small_book import build_small_book

CHAPTER = """# P

{cite:t}`solow1957` says; others agree {cite:p}`klenow1997`.

```{bibliography}
:filter: docname in docnames
:list: bullet
```
"""
WHOLE = """---
orphan: true
---

# All

```{bibliography}
:all:
```
"""


@pytest.fixture(scope="module")
def works(site: Path) -> list[BeautifulSoup]:
    page = site / "chapters" / "reference" / "bibliography.html"
    return BeautifulSoup(page.read_text(encoding="utf-8"), "html.parser").select(".citation")


def test_every_work_is_listed_once(works):
    assert len(works) == len(bibliography())


def test_no_work_has_two_names():
    named: dict[str, list[str]] = {}
    for key, entry in bibliography().items():
        for field in ("doi", "url"):
            if field in entry.fields:
                named.setdefault(entry.fields[field].lower(), []).append(key)
    assert [keys for keys in named.values() if len(keys) > 1] == []


def test_every_kind_of_work_has_a_form():
    assert {entry.type for entry in bibliography().values()} <= set(KINDS)


def test_a_work_leads_to_its_doi_or_address(works):
    addresses = {link["href"] for work in works for link in work.select("a[href]")}
    for key, entry in bibliography().items():
        if "doi" in entry.fields:
            assert f"https://doi.org/{entry.fields['doi']}" in addresses, key
        elif "url" in entry.fields:
            assert entry.fields["url"] in addresses, key


def test_a_chapter_lists_the_works_that_it_cites(tmp_path):
    built = build_small_book(tmp_path, {"index": CHAPTER, "all": WHOLE})
    assert not built.said
    page = built.page("index")
    assert "Solow (1957) says; others agree (Klenow and Rodríguez-Clare, 1997)." in page.get_text()
    first, second = page.select("div.body li")
    assert second.get_text().startswith("Solow, Robert\xa0M. (1957). Technical Change")
    assert second.a["href"] == "https://doi.org/10.2307/1926047"
    assert "Rodríguez-Clare, Andrés (1997)." in first.get_text()
