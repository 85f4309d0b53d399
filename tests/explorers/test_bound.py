"""Sentences of chapters that follow an explorer: true at the start, and rewritten when it moves."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nqpf.explorers import explorer
from nqpf.explorers.core.bound import bound
from playwright.sync_api import Page

PAGE = "chapters/part1/ch02.html"


def test_a_bound_sentence_says_what_the_explorer_says_at_the_start() -> None:
    sentence = bound("sources-of-growth", "**{share}** of {growth}")
    assert sentence.plain() == "**37.5%** of 6.0%"
    outputs = BeautifulSoup(sentence.markdown(), "html.parser").find_all("output")
    assert [(o["name"], o["data-bound-to"], o.text) for o in outputs] == [
        ("share", "sources-of-growth", "37.5%"),
        ("growth", "sources-of-growth", "6.0%"),
    ]


@pytest.mark.parametrize("template", ["It is {nothing_of_the_kind}.", "It binds no value."])
def test_a_name_that_the_explorer_lacks_is_refused(template: str) -> None:
    with pytest.raises(ValueError, match="share"):
        bound("sources-of-growth", template)


def test_the_page_tells_the_start_before_any_script_runs(site: Path) -> None:
    soup = BeautifulSoup((site / PAGE).read_text(encoding="utf-8"), "html.parser")
    found = soup.select("article p output[data-bound-to]")
    assert found
    for output in found:
        slug, name = str(output["data-bound-to"]), str(output["name"])
        value = explorer(slug).at().values()[name]
        assert output.text == value.text(value.value)


def test_the_sentence_follows_the_explorer(page: Page, site_url: str) -> None:
    page.goto(f"{site_url}/{PAGE}")
    figure = page.locator("figure.explorer[data-explorer=sources-of-growth]")
    figure.scroll_into_view_if_needed()
    page.wait_for_selector("figure[data-explorer=sources-of-growth][data-ready=true]")
    figure.locator("input[name=credit]").check()
    bound_outputs = page.locator("output[name=share][data-bound-to=sources-of-growth]")
    bound_outputs.first.filter(has_text="75.0%").wait_for()
    assert set(bound_outputs.all_inner_texts()) == {"75.0%"}
