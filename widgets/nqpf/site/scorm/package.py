"""A SCORM 1.2 package: one page with what it needs, and the manifest by which platforms know it.

The page is put together from pages of the built site and runs their scripts; one more script, the
package's own, stands between them and the platform. There is no library for the format: a manifest
is a template, and kept packagers zip a folder.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from bs4 import BeautifulSoup
from markupsafe import Markup

from nqpf.exercises import Exercise
from nqpf.exercises.kinds import CODE
from nqpf.site.build.content_policy import with_policy
from nqpf.site.exercise.words import words as exercise_words
from nqpf.site.frame.frame import ICONS, NEEDED_FOR, THEME_SCRIPT
from nqpf.site.frame.headings import with_headings
from nqpf.site.python.assets import folder_name
from nqpf.site.scorm.contained import NotBuilt, Part, contain
from nqpf.site.scorm.contents import Contents
from nqpf.site.take_along.citing import book, year
from nqpf.site.templating import json_for_script, templates
from nqpf.whole import entry
from nqpf.words import EDITION, TAG, _

LAUNCH = "index.html"
OURS = "_static/nqpf"
# Scripts beside the page's own, and what on a page makes it load them.
SCRIPTS = {
    "take-along.js": "figure.explorer",
    "hands.js": "figure.explorer",
    "sketch.js": "form.sketch",
    "statement.js": "form.statement",
    "own-table.js": "form.own-table",
    "editor.js": "textarea.exercise-code, details.own-model",
    "own-model.js": "details.own-model",
    "formula.js": "details.own-model",
    "charts.js": "details.own-model",
}
ROOM = 4096
"""Signs that a platform keeps of each student by SCORM 1.2."""


class NotForScorm(ValueError):
    """A package cannot be made of this; the message says what to do."""


def needs_python(exercise: Exercise) -> bool:
    """Return whether an exercise stays behind where a package has no Python."""
    return exercise.is_code


def write_package(
    contents: Contents, site: Path, target: Path, *, address: str = "", python: bool = False
) -> Path:
    """Write a package and return its path; whole or not at all.

    ``address`` is that of the book's site, to which links out of the package lead; ``python``
    takes the page's Python along, 7 MB. The contents' parts are changed.
    Raises `NotForScorm` for more exercises than a platform can remember, and `NotBuilt` if the
    site lacks a file.
    """
    left_out = [] if python else [one for one in contents.exercises if needs_python(one)]
    reported = [one for one in contents.exercises if one not in left_out]
    check_room(reported)
    if not python:
        leave_out_python(contents, address)
    for part in contents.parts:
        for words in part.select("#nqpf-exercise-words"):
            words.decompose()  # the package's page has them
    contain(contents.parts, address)
    say_where_it_is_kept(contents.parts)
    page = rendered(contents, points_of(reported), left_out, address)
    files = {LAUNCH: page.encode("utf-8")}
    for name in needed(page, contents.parts, site, python=python):
        if not (site / name).is_file():
            raise NotBuilt(f"the site has no {name}: run `nqpf build`, then export again.")
        files[name] = (site / name).read_bytes()
    return _written(target, {"imsmanifest.xml": manifest(contents, files), **files})


def points_of(exercises: list[Exercise]) -> dict[str, int]:
    """Return what each exercise counts; nothing where readers assess themselves."""
    return {one.slug: 0 if one.kind == "open" else one.points for one in exercises}


def check_room(exercises: list[Exercise]) -> None:
    """Raise `NotForScorm` if what was tried and solved would not fit what a platform keeps."""
    most = len('{"version":1,"exercises":{}}')
    most += sum(len(f'"{one.slug}":[9999,1,99,99],') for one in exercises)
    if most > ROOM:
        raise NotForScorm(
            f"{len(exercises)} exercises are too many for one package, of which a platform keeps "
            f"{ROOM} signs for each student: make several, of a chapter each or of fewer exercises."
        )


def leave_out_python(contents: Contents, address: str) -> None:
    """Put a sentence where an exercise, or a table of the reader's own, needs Python.

    The panels in which models are changed go without one: nobody is asked to.
    """
    for part in contents.body:
        for panel in part.select("details.own-model"):
            panel.decompose()
    kinds = [f'section.exercise[data-kind="{kind}"]' for kind in CODE]
    for part in contents.body:
        for one in part.select(", ".join([*kinds, "form.own-table"])):
            title = one.select_one(".exercise-title, .own-table-title")
            words = " ".join(title.get_text().split()) if title else ""
            mark = str(one.get("id", ""))
            said = _("{title}: needs Python, and is left out of this package.").format(title=words)
            one.clear()
            one.name = "p"
            one.attrs = {}
            one["class"] = "scorm-left-out"
            if mark:
                one["id"] = mark
            one.append(said)
            if address:
                there = f"{address.rstrip('/')}/{part.page}#{mark}"
                link = BeautifulSoup("", "html.parser").new_tag("a", href=there)
                link.string = _("In the book")
                one.extend([" ", link])


def say_where_it_is_kept(parts: list[Part]) -> None:
    """Change what the form for statements says about the browser's store."""
    told = {
        "kept": _("Kept by your learning platform."),
        "not_kept": _("This was not kept: copy the text before you leave the page."),
    }
    for part in parts:
        for words in part.select(".statement-words"):
            words.string = json_for_script(json.loads(words.text) | told)


def words_of_exercises() -> dict[str, str]:
    """Return what exercises say of the store in place of what they say in the book."""
    full = _(
        "Your platform keeps {room} signs for each student, and a long answer on this page found "
        "no room: keep a copy of it."
    )
    alone = _("Nothing is kept here: your answers last until you leave.")
    shared = exercise_words() if EDITION else {}  # English ones are in the script itself
    return shared | {"full": full.format(room=ROOM), "not_kept": alone}


def rendered(
    contents: Contents, points: dict[str, int], left_out: list[Exercise], address: str
) -> str:
    """Return the package's page, with the policy that lets in nothing but its own files."""
    body = markup(contents.body)
    if "<h1" not in body:
        body = Markup("<h1>{}</h1>\n").format(contents.title) + body
    body = Markup(with_headings(body))
    root = f"{address.rstrip('/')}/" if address else ""
    icon = '<svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">'
    page = (
        templates()
        .get_template("scorm/package.html")
        .render(
            title=contents.title,
            body=body,
            sections=markup(contents.sections),
            print_links=markup(contents.links),
            left_out=[one.title for one in left_out],
            points=Markup(json_for_script(points)),
            words=Markup(json_for_script(words_of_exercises())),
            styles=[*styles(body), f"{OURS}/book.css"],
            site=root,
            address=f"{root}{contents.page}",
            icon=Markup(f'{icon}<path d="{ICONS["theme"]}"/></svg>'),
            theme_script=Markup(THEME_SCRIPT),
            book=book(),
            year=year(),
            language=TAG,
        )
    )
    return with_policy(page)


def markup(parts: list[Part]) -> Markup:
    """Return parts as HTML; of a chapter's text what is in it, since the page has its own frame."""
    return Markup("\n").join(
        Markup(part.body.decode_contents() if part.body.name == "article" else str(part.body))
        for part in parts
    )


def styles(body: str) -> Iterator[str]:
    """Yield the style sheets of libraries that a text needs."""
    places = {"katex.min.css": "_static/katex/", "sphinx-design.min.css": "_static/"}
    for name, mark in NEEDED_FOR.items():
        if mark in body:
            yield f"{places[name]}{name}"


def needed(page: str, parts: list[Part], site: Path, *, python: bool) -> list[str]:
    """Return the files of the site that a page needs, by their paths from the root."""
    tree = BeautifulSoup(page, "html.parser")
    found = {str(one["href"]) for one in tree.select("link[rel=stylesheet]")}
    found |= {str(one["src"]) for one in tree.select("script[src], img[src]")}
    found |= {f"{OURS}/{name}" for name, user in SCRIPTS.items() if tree.select_one(user)}
    changing = tree.select("figure.explorer:has(details.own-model)")
    found |= {f"embed/{one['data-explorer']}.frame.js" for one in changing}
    scripts = [str(one["data-explorer"]) for one in tree.select("figure.explorer")]
    for name in (f"{EDITION}embed/{slug}.js" for slug in scripts):
        found.add(name)
        # What the build could not write as functions is drawn by the library.
        if (site / name).exists() and '"specification":' in (site / name).read_text("utf-8"):
            found.add(f"{OURS}/charts.js")
    if python:
        folder = site / folder_name()
        found |= {path.relative_to(site).as_posix() for path in folder.iterdir()}
    return sorted(found | set(_of_styles(site, found)))


def _of_styles(site: Path, found: set[str]) -> Iterator[str]:
    """Yield the fonts and pictures that style sheets ask for."""
    for name in (name for name in found if name.endswith(".css") and (site / name).exists()):
        for asked in re.findall(r"url\(([^)]+)\)", (site / name).read_text(encoding="utf-8")):
            path = asked.strip("\"'")
            if not path.startswith(("data:", "#")):
                yield (Path(name).parent / path).as_posix()


def manifest(contents: Contents, files: Mapping[str, bytes]) -> bytes:
    """Return the manifest: what the package is called, where it starts, and each file."""
    template = templates().get_template("scorm/imsmanifest.xml")
    identifier = f"nqpf-{re.sub(r'[^A-Za-z0-9.-]+', '-', contents.name)}"
    made = template.render(
        identifier=identifier, title=contents.title, book=book(), launch=LAUNCH, files=sorted(files)
    )
    return made.encode("utf-8")


def _written(target: Path, files: Mapping[str, bytes]) -> Path:
    """Write the archive beside its place, and move it there."""
    target.parent.mkdir(parents=True, exist_ok=True)
    half = target.with_suffix(".half")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(entry(name), content, zipfile.ZIP_DEFLATED, compresslevel=9)
    half.replace(target)
    return target
