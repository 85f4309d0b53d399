"""Every explorer on its page in a real browser: it says and draws what Python computes."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from explorer_page import Live, draws_the_still, embed, near, opened, said, visited
from nqpf.explorers import Explorer, explorers
from nqpf.explorers.core.compiled import compiled
from nqpf.site.build.stills import WIDTHS
from nqpf.site.explorer.html import drawing, page_plan, script
from playwright.sync_api import Browser, Page

ALL = list(explorers().values())
SETTINGS = 25


def every(test):
    return pytest.mark.parametrize("one", ALL, ids=lambda one: one.slug)(test)


def test_the_page_says_what_python_computes(live: Live) -> None:
    one = live.one
    settings = [one.start, *one.settings_grid(SETTINGS)]
    for setting, seen in zip(settings, visited(live.page, one, settings), strict=True):
        assert seen["values"] == pytest.approx(one.readouts(**setting), rel=1e-9, abs=1e-12)
        assert seen["sentences"] == one.sentences(**setting)
        assert "NaN" not in seen["chart"]
        for name, table in one.at(**setting).tables.items():
            assert len(seen["tables"][name]) == len(table.fixed)
            for cells, shown, record in zip(
                seen["tables"][name], seen["shown"][name], table.fixed, strict=True
            ):
                for cell, text, (key, column) in zip(
                    cells, shown, table.columns.items(), strict=True
                ):
                    if column.form is None:
                        assert cell == str(record[key])
                        continue
                    assert cell == pytest.approx(record[key], rel=1e-9, abs=1e-12), (name, key)
                    assert text == column.form.text(record[key])


@every
def test_before_any_script_the_page_shows_the_same_numbers(one: Explorer, site: Path) -> None:
    html = (site / "embed" / f"{one.slug}.html").read_text(encoding="utf-8")
    figure = BeautifulSoup(html, "html.parser").select_one(f"figure#{one.slug}")
    assert figure is not None
    outputs = figure.select(".explorer-readouts output")
    said = {str(output["name"]): float(str(output["data-value"])) for output in outputs}
    assert said == pytest.approx(one.readouts(), rel=1e-12)
    assert [p.get_text() for p in figure.select(".explorer-readouts p")] == one.sentences()
    for name, table in one.at().tables.items():
        cells = [
            [cell.get_text() for cell in row.select("th, td")]
            for row in figure.select(f'table[data-table="{name}"] tbody tr')
        ]
        expected = [
            [c.form.text(record[key]) if c.form else str(record[key]) for key, c in columns]
            for record in table.fixed
            for columns in [list(table.columns.items())]
        ]
        assert cells == expected


def test_the_contract_of_the_page(live: Live) -> None:
    one, figure = live.one, live.figure
    assert figure.get_attribute("data-ready") == "true"
    for control in one.controls:
        inputs = figure.locator(f'.explorer-controls [name="{control.name}"]')
        assert inputs.count() == (len(control.options) if control.kind == "radio" else 1)
        for field in inputs.all():
            name = field.evaluate("(input) => input.labels[0]?.innerText.trim()")
            assert name, f"{control.name} has no label"
    names = figure.locator(".explorer-readouts output").evaluate_all(
        "(all) => all.map(o => o.name)"
    )
    # Sentences name their values in the order of reading, which is no part of the contract.
    assert sorted(names) == sorted(one.readouts())
    assert figure.locator(".explorer-chart svg").count() == 1
    assert figure.locator("table.explorer-data").count() == len(one.at().tables)
    assert figure.locator(".explorer-question").inner_text() == one.question
    listed = figure.locator(".explorer-left-out li").all_text_contents()
    assert listed == list(one.left_out)
    assert one.description in str(figure.locator(".explorer-chart").get_attribute("aria-label"))
    ids = live.page.evaluate("() => [...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_what_it_links_to_is_there(live: Live, site_url: str, site: Path) -> None:
    links = live.figure.locator(".explorer-take-along a").evaluate_all(
        "(all) => all.map(a => a.href)"
    )
    own = [link for link in links if link.startswith(site_url)]
    assert len(own) >= 2
    for link in own:
        assert (site / link.removeprefix(site_url + "/")).exists()


@every
def test_it_is_light(one: Explorer) -> None:
    """A lattice has 60 KB at the most; a traced explorer stays far below."""
    plan = json.dumps(page_plan(compiled(one.slug)), ensure_ascii=False)
    assert len(gzip.compress((plan + script(one.slug)).encode())) <= 60_000


@every
def test_it_works_from_an_unzipped_folder(one: Explorer, page: Page, site: Path) -> None:
    figure = opened(page, (site / "embed" / f"{one.slug}.html").as_uri(), one.slug)
    assert said(figure) == pytest.approx(one.readouts(), rel=1e-9, abs=1e-12)
    draws_the_still(figure, one, "wide")
    setting = list(one.settings_grid(3))[-1]
    [seen] = visited(page, one, [setting])
    assert seen["sentences"] == one.sentences(**setting)


def test_it_works_in_a_frame_and_leaves_the_other_page_alone(page: Page, site_url: str) -> None:
    one = ALL[0]
    page.goto(f"{site_url}/chapters/index.html")
    page.evaluate(
        """(address) => {
          const frame = document.createElement("iframe");
          Object.assign(frame, { src: address, width: 600, height: 700, title: "explorer" });
          document.querySelector("article, main, body").prepend(frame);
        }""",
        embed(site_url, one),
    )
    frame = page.frame_locator("iframe[title=explorer]")
    frame.locator("figure.explorer[data-ready=true]").wait_for()
    control = next(c for c in one.controls if c.kind == "range")
    slider = frame.locator(f'input[name="{control.name}"]')
    slider.focus()
    slider.press("End")
    expected = one.sentences(**{control.name: control.high})[0]
    frame.locator(".explorer-readouts p", has_text=expected).wait_for()
    page.wait_for_timeout(600)  # longer than the pause before the address is written
    assert "?" not in page.url
    assert "#" not in page.url


def chapters_with_explorers(site: Path) -> dict[str, list[str]]:
    """Return the pages of chapters that hold explorers, with the slugs in reading order."""
    found = {}
    for path in sorted((site / "chapters").rglob("*.html")):
        slugs = re.findall(r'<figure class="explorer" id="([\w-]+)"', path.read_text("utf-8"))
        if slugs:
            found[path.relative_to(site).as_posix()] = slugs
    return found


def test_every_explorer_of_every_chapter_is_live_and_right(
    page: Page, site: Path, site_url: str
) -> None:
    chapters = chapters_with_explorers(site)
    assert chapters
    for path, slugs in chapters.items():
        page.goto(f"{site_url}/{path}")
        for slug in slugs:
            one = explorers()[slug]
            near(page, slug)
            settings = list(one.settings_grid(7))
            setting = settings[len(settings) // 2]
            [seen] = visited(page, one, [setting])
            assert seen["values"] == pytest.approx(one.readouts(**setting), rel=1e-9, abs=1e-12)


def test_what_draws_comes_once_and_only_when_an_explorer_is_near(
    browser: Browser, site: Path, site_url: str
) -> None:
    path, slugs = max(chapters_with_explorers(site).items(), key=lambda item: len(item[1]))
    assert len(slugs) >= 2
    context = browser.new_context(viewport={"width": 1000, "height": 500})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    html = (site / path).read_text(encoding="utf-8")
    mark = '<figure class="explorer"'
    pushed_down = html.replace(mark, f'<div style="height: 3000px"></div>{mark}', 1)
    page.route("**/*.html", lambda route: route.fulfill(body=pushed_down, content_type="text/html"))
    page.goto(f"{site_url}/{path}")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "charts.js" in url or "/embed/" in url]
    for slug in slugs:
        page.locator(f"#{slug}").scroll_into_view_if_needed()
        page.locator(f'figure[data-explorer="{slug}"][data-ready="true"]').wait_for()
    for slug in slugs:
        assert len([url for url in asked if f"/embed/{slug}.js" in url]) == 1
    by_vega = [slug for slug in slugs if drawing(slug).make is None]
    assert len([url for url in asked if "charts.js" in url]) == (1 if by_vega else 0)
    context.close()


def test_a_chart_that_cannot_be_loaded_is_admitted(browser: Browser, site_url: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/embed/*.js*", lambda route: route.abort())
    page.goto(embed(site_url, ALL[0]))
    note = page.locator(".explorer-note")
    note.filter(has_text="could not be loaded").wait_for()
    assert page.locator(".explorer-still svg").count() == len(WIDTHS)
    context.close()
