"""A statement that can be shown wrong: refused while it cannot, kept, due on its day, forgotten."""

from __future__ import annotations

import json

import pytest
from exercise_page import AXE, SERIOUS
from exercise_points import in_javascript
from nqpf import data
from nqpf.site.statement.statement import quantities
from playwright.sync_api import Locator, Page, expect

LACKING = """
    import { readFileSync } from "node:fs";
    import { lacking } from "./statement/statement.js";
    const { cases, today } = JSON.parse(readFileSync(0, "utf8"));
    console.log(JSON.stringify(cases.map((one) => lacking(one, today))));
"""
WHOLE = {
    "quantity": "Growth of total factor productivity, China",
    "threshold": "2.4",
    "source": "Penn World Table, the first edition that reaches 2030",
    "released": "2034-06-30",
    "day": "2034-12-31",
}
WITHOUT = [
    ({}, ""),
    ({"quantity": ""}, "no_quantity"),
    ({"threshold": ""}, "no_threshold"),
    ({"threshold": "much"}, "no_threshold"),
    ({"threshold": "−0,5"}, ""),
    ({"source": " "}, "no_source"),
    ({"source": "?"}, "no_source"),
    ({"source": "统计局公报"}, ""),
    ({"released": ""}, "no_release"),
    ({"day": ""}, "no_day"),
    ({"day": "2026-11-29"}, "past"),
    ({"day": "2019-01-01"}, "past"),
    ({"released": "2035-01-01"}, "release_late"),
]


def test_what_cannot_be_shown_wrong_is_refused_by_the_part_that_it_lacks():
    cases = [WHOLE | change for change, _lacks in WITHOUT]
    found = in_javascript(LACKING, {"cases": cases, "today": "2026-11-29"})
    assert found == [lacks for _change, lacks in WITHOUT]


def test_each_quantity_comes_with_the_newest_figure_of_its_data() -> None:
    plant = next(one for one in quantities() if one.dataset == "capacity_utilisation_2026")
    rows = [r for r in data.rows(plant.dataset) if r["branch"] == "industry, all"]
    last = max(rows, key=lambda row: 4 * row["year"] + row["quarter"])
    assert plant.newest.startswith(
        f"{last['utilisation_percent']:.1f} in quarter {last['quarter']} of {last['year']}"
    )
    assert len({one.words for one in quantities()}) == len(quantities())


@pytest.fixture
def form(page: Page, site_url: str) -> Locator:
    """Return the form on its page, with nothing kept."""
    page.goto(f"{site_url}/chapters/part5/ch19.html")
    page.evaluate("() => localStorage.clear()")
    page.reload()
    return page.locator("form.statement")


def write(form: Locator, **changes: str) -> None:
    """Fill the form in by keyboard, and send it."""
    values = WHOLE | changes
    form.locator("[name=quantity]").select_option(values["quantity"])
    for name in ("threshold", "source", "released", "day"):
        form.locator(f"[name={name}]").fill(values[name])
    form.locator("[name=threshold]").press("Enter")


def test_a_refused_statement_leaves_all_as_it_was_written(form: Locator) -> None:
    write(form, threshold="a lot")
    expect(form.locator(".statement-said")).to_contain_text("Write the threshold as a number")
    expect(form.locator("[name=threshold]")).to_be_focused()
    expect(form.locator("[name=source]")).to_have_value(WHOLE["source"])
    expect(form.locator(".statement-kept li")).to_have_count(0)


def test_what_is_kept_comes_back_is_due_on_its_day_and_travels_with_progress(
    form: Locator, page: Page, site_url: str, tmp_path
) -> None:
    write(form)
    kept = form.locator(".statement-kept li")
    expect(kept).to_have_count(1)
    expect(kept).to_contain_text("above 2.4 % a year, by Penn World Table")
    expect(kept.locator(".statement-waiting")).to_contain_text("To be checked on 2034-12-31")
    page.reload()
    expect(kept).to_have_count(1)
    page.goto(f"{site_url}/chapters/progress.html")
    with page.expect_download() as download:
        page.locator(".progress-export").press("Enter")
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    [one] = json.loads(saved.read_text("utf-8"))["statements"]
    assert one["source"] == WHOLE["source"]
    assert one["day"] == "2034-12-31"
    page.evaluate("() => localStorage.clear()")
    # The same statement of one who wrote it long ago.
    saved.write_text(saved.read_text("utf-8").replace("2034-12-31", "2020-01-01"), "utf-8")
    page.locator(".progress-import").set_input_files(saved)
    expect(page.locator(".progress-said")).to_contain_text("Loaded")
    page.goto(f"{site_url}/chapters/part5/ch19.html")
    expect(kept.locator(".statement-due")).to_contain_text("Due since 2020-01-01")
    kept.locator("button", has_text="Forget").press("Enter")
    expect(kept).to_have_count(0)


def test_odd_things_in_the_store_are_left_out(form: Locator, page: Page) -> None:
    page.evaluate(
        """() => localStorage.setItem("nqpf.progress", JSON.stringify({
          version: 1, exercises: {}, statements: [3, null, {quantity: "a"}, "b"]}))"""
    )
    page.reload()
    expect(form.locator(".statement-kept li")).to_have_count(0)
    write(form, quantity="Use of industrial plant, China", threshold="75")
    expect(form.locator(".statement-kept li")).to_contain_text("above 75 %")


def test_the_form_stands_without_a_script(page_without_scripts: Page, site_url: str) -> None:
    page_without_scripts.goto(f"{site_url}/chapters/part5/ch19.html")
    form = page_without_scripts.locator("form.statement")
    expect(form.get_by_label("Threshold")).to_be_visible()
    expect(form.get_by_role("button")).to_have_count(0)


def test_axe_finds_nothing_in_what_is_kept(form: Locator, page: Page) -> None:
    write(form)
    page.evaluate(AXE)
    found = page.evaluate("() => axe.run('form.statement')")
    assert [one["id"] for one in found["violations"] if one["impact"] in SERIOUS] == []
