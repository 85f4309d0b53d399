"""Every text of the pages passes through the catalogue: with nonsense in it, nothing else is left.

The whole edition is built from messages that a machine "translated" into one character a word. One
message is left out, on purpose: the build refuses the page by name, and says nothing of any other.
"""

import json
import os
import re
import shutil
import subprocess
import sys

import pseudo_language
import pytest
from nqpf.places import ROOT
from nqpf.site.languages import order, translated
from nqpf.site.languages.catalogue import compiled
from nqpf.site.languages.parts import keep_titles
from nqpf.site.translating import extract
from nqpf.site.translating.checking import read_file

LEFT_OUT = "A word and where it comes from"


@pytest.fixture(scope="module")
def refused(site, tmp_path_factory):
    """Return what a build of all translatable pages says that lacks one message."""
    folder = tmp_path_factory.mktemp("pseudo")
    locale, work = folder / "locale", folder / "work"
    pseudo_language.write(locale, extract.PAGES)
    shutil.copy(ROOT / "locale" / "zh_CN" / "names.toml", locale / "zh_CN")
    found = {path.stem: read_file(path) for path in sorted(locale.rglob("*.po"))}
    found["ch01"].get(LEFT_OUT).string = ""
    extract.write(locale / "zh_CN" / "LC_MESSAGES", found)
    made = compiled(sorted(locale.rglob("*.po")), work / "locale")
    assert made.exists()
    keep_titles({page: "Title" for page in order.order()}, work / "titles.json")
    asked = {"site": str(site), "into": str(folder / "zh"), "pages": extract.PAGES,
             "work": str(work), "cells": ""}  # fmt: skip
    names = {"NQPF_LANGUAGE": translated.LANGUAGE, "NQPF_LOCALE": str(locale),
             "NQPF_CATALOGUES": str(work / "locale")}  # fmt: skip
    command = [sys.executable, "-m", "nqpf.site.languages.edition", json.dumps(asked)]
    done = subprocess.run(
        command, cwd=ROOT, env=os.environ | names, capture_output=True, text=True, check=False
    )
    return work / "html" / "zh", done


def test_only_what_was_left_out_is_still_english(refused):
    _edition, done = refused
    assert done.returncode != 0
    said = re.findall(r"(zh/\S+) says in English: (.*)", done.stderr)
    assert said, done.stderr[-3000:]
    assert {text for _page, text in said} == {LEFT_OUT}
    assert {page for page, _text in said} == {
        "zh/chapters/part1/ch01.html",
        "zh/downloads/ch01.ipynb",
    }


def test_all_pages_were_made(refused):
    edition, _done = refused
    for page in extract.PAGES:
        html = (edition / f"{page}.html").read_text(encoding="utf-8")
        assert '<html lang="zh-CN"' in html
        assert len(re.findall("[\u6000-\u6fff]", html)) > 100, page
