"""What a SCORM package holds: a manifest by the rules, every file it names, no link that is dead.

The schemas of the manifest are to be had only with a packager and some hundred packages that it
needs, so the rules of theirs that concern this manifest are held here one by one.
"""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from nqpf import building
from nqpf.cli import main
from nqpf.course.platforms.scorm import beside_explorer
from nqpf.exercises import exercises, find
from nqpf.exercises.kinds import CODE
from nqpf.explorers import modules
from nqpf.site.build.assets import SCRIPTS as ALL_SCRIPTS
from nqpf.site.build.content_policy import hash_of, inline_scripts
from nqpf.site.scorm.contents import chapter, picked
from nqpf.site.scorm.package import ROOM, SCRIPTS, NotForScorm, write_package
from site_pages import written_chapters

PACKAGED = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADL = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
BOOK = "https://example.org/book"
NAME = re.compile(r"[A-Za-z_][\w.-]*")
INSTANCE = "{http://www.w3.org/2001/XMLSchema-instance}"
ATTRIBUTES = {
    "manifest": {"identifier", "version", f"{INSTANCE}schemaLocation"},
    "organizations": {"default"},
    "organization": {"identifier"},
    "item": {"identifier", "identifierref", "isvisible"},
    "resource": {"identifier", "type", f"{ADL}scormtype", "href"},
    "file": {"href"},
}
CHILDREN = {
    "manifest": ["metadata", "organizations", "resources"],
    "metadata": ["schema", "schemaversion"],
    "organizations": ["organization"],
    "organization": ["title", "item"],
    "item": ["title"],
    "resources": ["resource"],
}


def unpacked(package: Path) -> dict[str, bytes]:
    """Return the files of a package by name."""
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def held_to_the_rules(files: dict[str, bytes]) -> None:
    """Hold a manifest to its schemas, and to what the package holds."""
    root = ElementTree.fromstring(files["imsmanifest.xml"])
    names = {}
    for element in root.iter():
        assert element.tag.startswith(PACKAGED)
        tag = element.tag.removeprefix(PACKAGED)
        assert set(element.attrib) <= ATTRIBUTES.get(tag, set()), tag
        children = [child.tag.removeprefix(PACKAGED) for child in element]
        if tag == "resource":
            assert set(children) == {"file"}
        else:
            assert children == CHILDREN.get(tag, []), tag
        if "identifier" in element.attrib:
            name = element.attrib["identifier"]
            assert NAME.fullmatch(name)
            assert name not in names
            names[name] = tag
        if tag in ("title", "schema", "schemaversion"):
            assert element.text
            assert element.text.strip()
    assert root.findtext(f".//{PACKAGED}schemaversion") == "1.2"
    resource = root.find(f".//{PACKAGED}resource")
    item = root.find(f".//{PACKAGED}item")
    organizations = root.find(f"{PACKAGED}organizations")
    assert resource is not None
    assert item is not None
    assert organizations is not None
    assert names[item.attrib["identifierref"]] == "resource"
    assert names[organizations.attrib["default"]] == "organization"
    assert (resource.attrib["type"], resource.attrib[f"{ADL}scormtype"]) == ("webcontent", "sco")
    listed = [one.attrib["href"] for one in resource]
    assert resource.attrib["href"] in listed
    assert sorted(listed) == sorted(set(files) - {"imsmanifest.xml"})
    # Moodle would call everybody failed who has just begun.
    assert b"masteryscore" not in files["imsmanifest.xml"]


def dead_ends(page: BeautifulSoup, files: dict[str, bytes], site: str) -> list[str]:
    """Return the links and sources of a page that lead to nothing in the package or outside."""
    ids = {str(one["id"]) for one in page.select("[id]")}
    found = []
    for link in page.select("a[href]"):
        there = str(link["href"])
        if there.startswith("#"):
            if there[1:] not in ids:
                found.append(there)
            continue
        outside = there.startswith(("https://", "http://")) and link.get("target") == "_blank"
        if not outside or (not site and "example.org" in there):
            found.append(there)
    for one in page.select("script[src], link[rel=stylesheet], img[src]"):
        there = str(one.get("src") or one.get("href"))
        if there not in files and not there.startswith("data:"):
            found.append(there)
    return found


@pytest.fixture(scope="module", params=written_chapters())
def packed(request: pytest.FixtureRequest, site: Path, tmp_path_factory) -> dict[str, bytes]:
    """Return the files of each chapter's package in turn, without Python."""
    contents = chapter(site, request.param)
    target = tmp_path_factory.mktemp("scorm") / f"{contents.name}.zip"
    address = BOOK if request.param % 2 else ""
    write_package(contents, site, target, address=address)
    assert target.stat().st_size < 2_000_000
    return {**unpacked(target), "address": address.encode()}


def test_every_chapter_becomes_a_package_by_the_rules(packed: dict[str, bytes]) -> None:
    files = {name: content for name, content in packed.items() if name != "address"}
    held_to_the_rules(files)
    assert not [name for name in files if name.startswith("py/")]
    page = BeautifulSoup(files["index.html"].decode(), "html.parser")
    assert dead_ends(page, files, packed["address"].decode()) == []
    assert len(page.select("h1")) == 1
    assert len({one["id"] for one in page.select("[id]")}) == len(page.select("[id]"))
    for kind in CODE:
        assert not page.select(f'section.exercise[data-kind="{kind}"]')
    policy = page.select_one("meta[http-equiv=Content-Security-Policy]")
    assert policy
    for script in inline_scripts(files["index.html"].decode()):
        assert hash_of(script) in policy["content"]
    assert "unsafe-eval'" not in policy["content"].replace("'wasm-unsafe-eval'", "")


def test_no_word_of_a_chapter_is_lost(site: Path, tmp_path: Path) -> None:
    """What a package shows is what the page shows, but for what leads nowhere."""
    target = write_package(chapter(site, 3), site, tmp_path / "ch03.zip", python=True)
    page = BeautifulSoup(unpacked(target)["index.html"].decode(), "html.parser")
    built = BeautifulSoup((site / "chapters/part1/ch03.html").read_text("utf-8"), "html.parser")

    def paragraphs(tree: BeautifulSoup) -> list[str]:
        told = tree.select("article.prose :is(p, h2, h3, legend, summary)")
        cards = {id(p) for p in tree.select(".gloss-card p, .explorer-edition")}
        return [" ".join(one.get_text().split()) for one in told if id(one) not in cards]

    assert paragraphs(page) == paragraphs(built)


def test_code_stays_behind_with_a_word_or_comes_with_python(site: Path, tmp_path: Path) -> None:
    files = unpacked(write_package(chapter(site, 18), site, tmp_path / "a.zip", address=BOOK))
    page = BeautifulSoup(files["index.html"].decode(), "html.parser")
    said = [one.get_text() for one in page.select(".scorm-left-out")]
    assert len(said) == len(page.select(".scorm-left-out a[target=_blank]")) >= 3
    assert all("needs Python, and is left out" in one for one in said)
    assert any(one.startswith("A table of your own") for one in said)
    box = page.select_one(".scorm-box")
    assert box
    assert find("who-comes-first").title in box.get_text()
    assert "who-comes-first" not in page.select("#nqpf-scorm-points")[0].text
    files = unpacked(write_package(chapter(site, 18), site, tmp_path / "b.zip", python=True))
    page = BeautifulSoup(files["index.html"].decode(), "html.parser")
    assert not page.select(".scorm-left-out")
    assert page.select('section.exercise[data-exercise="who-comes-first"]')
    assert "_static/nqpf/editor.js" in files
    assert not [name for name in files if name.endswith(".mjs")]


def test_open_answers_count_for_completion_alone(site: Path, tmp_path: Path) -> None:
    files = unpacked(write_package(chapter(site, 2), site, tmp_path / "a.zip"))
    page = BeautifulSoup(files["index.html"].decode(), "html.parser")
    points = page.select("#nqpf-scorm-points")[0].text
    assert '"write-the-brief":0' in points
    assert '"must-may-cannot":2' in points


def test_the_same_book_makes_the_same_package(site: Path, tmp_path: Path) -> None:
    packages = [write_package(chapter(site, 1), site, tmp_path / f"{n}.zip") for n in range(2)]
    assert packages[0].read_bytes() == packages[1].read_bytes()
    assert not list(tmp_path.glob("*.half"))


def test_more_than_a_platform_remembers_is_refused(site: Path, tmp_path: Path) -> None:
    chosen = [one for one in exercises().values() if one.is_published][:200]
    with pytest.raises(NotForScorm, match=rf"too many for one package, .* {ROOM} signs"):
        write_package(picked(site, "all", "All", chosen), site, tmp_path / "all.zip", python=True)
    assert not list(tmp_path.iterdir())


def test_each_explorer_has_a_place_to_be_taken_from(site: Path) -> None:
    for slug in list(modules())[::10]:
        contents = picked(site, slug, slug, beside_explorer(slug), [slug])
        assert contents.parts[0].body
        assert sum(len(part.select("figure.explorer")) for part in contents.body) >= 1


@pytest.fixture
def at_work(site: Path, tmp_path: Path, monkeypatch) -> Path:
    """Work in an empty folder, beside a built site."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_lecturer_exports_a_chapter_an_explorer_and_an_assignment(at_work: Path, capsys) -> None:
    assert main(["export", "ch02", "--to", "scorm"]) == 3
    said = capsys.readouterr().out
    assert "-  account-in-code: left out: it needs Python to run; --python takes" in said
    assert re.search(r"Exercises in the package: 2\d of 2\d; points that the score counts: ", said)
    assert re.search(r"^0\.\d MB\.$", said, re.M)
    assert said.endswith("scorm/ch02.zip\n")
    asked = ["export", "explorer:three-drivers", "--to", "scorm", "--out", "there"]
    assert main(asked) == 3
    assert "-  a-gain-that-fades: left out: it needs Python to run" in capsys.readouterr().out
    held_to_the_rules(unpacked(at_work / "there/three-drivers.zip"))
    assert main([*asked, "--python"]) == 0
    assert "+  a-gain-that-fades: change, 3 points" in capsys.readouterr().out
    held_to_the_rules(unpacked(at_work / "there/three-drivers.zip"))
    chosen = "own-residual,more-than-half,write-the-brief,account-in-code"
    assert main(["assign", "第一 homework", "--pick", chosen]) == 0
    assert main(["export", "第一 homework", "--to", "scorm", "--python", "--site", BOOK]) == 0
    said = capsys.readouterr().out
    assert "Many platforms take 2 MB unless their administrator allows more." in said
    files = unpacked(at_work / "第一 homework/scorm/第一 homework.zip")
    held_to_the_rules(files)
    page = BeautifulSoup(files["index.html"].decode(), "html.parser")
    order = [one.get("data-exercise") or one["data-explorer"]
             for one in page.select("section.exercise, figure.explorer")]  # fmt: skip
    first, second, third, fourth = chosen.split(",")
    assert order == [first, "sources-of-growth", second, third, fourth]
    assert dead_ends(page, files, BOOK) == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["nowhere"], "nowhere is no folder that nqpf assign made, no chapter, such as ch02, and"),
        (["ch45"], "ch45 is no folder that nqpf assign made"),
        (["ch2"], "ch2 is no folder"),
        (["../../etc/passwd"], "is no folder that nqpf assign made"),
        (["explorer:three-driver"], "Did you mean three-drivers"),
        (["explorer:"], "There is no explorer ''"),
        (["x" * 5000], "is no folder that nqpf assign made"),
        (["ch\0"], "is no folder that nqpf assign made"),
        (["ch02", "--out", "/dev/null/there"], "the package could not be written: "),
        (["ch02", "--site", "javascript:alert(1)"], "write the whole address, https://"),
        (["ch02", "--site", "www.example.org"], "write the whole address, https://"),
    ],
)
def test_odd_arguments_get_one_sentence(at_work: Path, capsys, words, sentence) -> None:
    assert main(["export", *words, "--to", "scorm"]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert sentence in told.err
    assert len(told.err.strip().splitlines()) == 1
    assert list(at_work.iterdir()) == []


def test_python_is_for_packages_alone(at_work: Path, capsys) -> None:
    assert main(["export", "ch02", "--to", "canvas", "--python"]) == 1
    assert "--python is for --to scorm" in capsys.readouterr().err


def test_a_site_that_is_not_built_says_what_to_run(at_work: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr(building, "STAMP", at_work / "no-stamp")
    assert main(["export", "ch02", "--to", "scorm"]) == 1
    assert "run `nqpf build`, then try again" in capsys.readouterr().err


def test_a_hostile_address_stays_an_address(site: Path, tmp_path: Path) -> None:
    address = 'https://example.org/"><script>alert(1)</script>'
    target = write_package(chapter(site, 2), site, tmp_path / "a.zip", address=address)
    page = BeautifulSoup(unpacked(target)["index.html"].decode(), "html.parser")
    assert not [one for one in page.select("script") if one.text == "alert(1)"]
    outside = {urlsplit(str(one["href"])).hostname for one in page.select("a[target=_blank]")}
    assert "example.org" in outside


def test_every_script_of_the_pages_comes_along_or_has_no_place_in_a_package() -> None:
    of_other_pages = {"bank.js", "final-test.js", "lecture.js", "offline.js"}
    added_by_hand = {"page.js", "scorm.js"}
    assert set(SCRIPTS) == set(ALL_SCRIPTS) - of_other_pages - added_by_hand
