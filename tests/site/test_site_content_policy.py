"""Every page guards itself: a strict policy, no complaint, and no request to anyone else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from nqpf.site.build.content_policy import hash_of, inline_scripts, with_policy
from playwright.sync_api import Browser, Page
from scrolling import scroll_past_all
from site_pages import FRONT_DOORS, all_pages

# The pages are many: each part of them is a test of its own, for workers to share.
PARTS = 4
BARE = '<!DOCTYPE html><html><head><meta charset="utf-8">{}</head><body></body></html>'


def open_and_scroll(page: Page, site: str, name: str) -> None:
    page.goto(f"{site}/{name}")
    if name in FRONT_DOORS:
        # A front door goes on to the home page: nothing is asked of it before it has.
        page.wait_for_url("**/chapters/index.html")
    scroll_past_all(page, name)


@pytest.mark.parametrize("name", FRONT_DOORS)
def test_a_front_door_is_quiet_over_http(page: Page, site_url: str, name: str) -> None:
    """Of all other pages the test by axe sees it, since it goes to each of them as well."""
    open_and_scroll(page, site_url, name)


@pytest.mark.parametrize("part", range(PARTS))
def test_every_page_is_quiet_from_an_unzipped_folder(page: Page, site: Path, part: int) -> None:
    for name in all_pages(site)[part::PARTS]:
        open_and_scroll(page, site.as_uri(), name)


def test_every_page_forbids_evaluation_and_other_origins(site: Path) -> None:
    for name in all_pages(site):
        head = (site / name).read_text(encoding="utf-8").split("</head>")[0]
        policies = re.findall(r'Content-Security-Policy" content="([^"]*)"', head)
        assert len(policies) == 1, name
        assert "default-src 'self'" in policies[0], name
        scripts = re.search(r"script-src ([^;]*)", policies[0])
        assert scripts is not None, name
        assert "'unsafe-inline'" not in scripts[1], name
        assert "'unsafe-eval'" not in scripts[1], name
        assert head.index("Content-Security-Policy") < head.index("<title>"), name


def test_a_script_that_the_build_did_not_write_does_not_run(browser: Browser, site: Path) -> None:
    page = browser.new_page()
    page.goto((site / "chapters" / "index.html").as_uri())
    refused = page.evaluate(
        """() => new Promise((done) => {
            document.addEventListener("securitypolicyviolation", (event) => {
              done(event.effectiveDirective);
            });
            const script = document.createElement("script");
            script.textContent = "window.intruder = true";
            document.body.append(script);
        })"""
    )
    assert refused == "script-src-elem"
    assert page.evaluate("() => window.intruder === undefined")
    page.close()


def test_policy_names_inline_scripts_and_leaves_data_alone() -> None:
    script = "let answer = 42;"
    page = BARE.format(
        f'<script>{script}</script><script type="application/json">{{}}</script>'
        '<script src="page.js"></script>'
    )
    assert inline_scripts(page) == [script]
    assert f"'{hash_of(script)}'" in with_policy(page)
    assert with_policy(with_policy(page)) == with_policy(page)


def test_a_changed_script_gets_another_hash() -> None:
    assert hash_of("let answer = 42;") != hash_of("let answer = 43;")


def test_a_page_without_its_encoding_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks"):
        with_policy(BARE.format("").replace("utf-8", "latin-1"))
