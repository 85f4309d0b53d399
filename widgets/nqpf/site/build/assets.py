"""The page's own scripts and styles: bundled from the site's parts and npm packages at build."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.explorers.core.style import TOKENS
from nqpf.fingerprint import fingerprint
from nqpf.places import NODE_MODULES, ROOT
from nqpf.site.build.node import executable
from nqpf.site.exercise.words import words
from nqpf.site.own_model.words import words as own_model_words

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

PARTS = Path(__file__).parents[1]
BUNDLES = ROOT / "_build" / "bundles"
# Entry point of each script, and the name under which it is found by another script, if any.
SCRIPTS = {
    "page.js": None,
    "scorm.js": None,
    "charts.js": "nqpfCharts",
    "hands.js": "nqpfHands",
    "sketch.js": "nqpfSketch",
    "editor.js": "nqpfEditor",
    "final-test.js": "nqpfFinalTest",
    "lecture.js": "nqpfLecture",
    "statement.js": "nqpfStatement",
    "own-table.js": "nqpfOwnTable",
    "own-model.js": "nqpfOwnModel",
    "formula.js": "nqpfFormula",
    "bank.js": "nqpfBank",
    "take-along.js": "nqpfTakeAlong",
    "offline.js": "nqpfOffline",
}
ENTRIES = {
    "page.js": "frame/page.js",
    "scorm.js": "scorm/scorm.js",
    "charts.js": "explorer/runtime.js",
    "hands.js": "hands/hands.js",
    "sketch.js": "sketch/sketch.js",
    "editor.js": "python/editor.js",
    "final-test.js": "final_test/final_test.js",
    "lecture.js": "lecture/lecture.js",
    "statement.js": "statement/statement.js",
    "own-table.js": "own_table/own_table.js",
    "own-model.js": "own_model/own_model.js",
    "formula.js": "own_model/formula.js",
    "bank.js": "bank/bank.js",
    "take-along.js": "take_along/take_along.js",
    "offline.js": "offline/offline.js",
}


def setup(app: Sphinx) -> ExtensionMetadata:
    """Bundle at the start of a build, and let every page load the small script."""
    app.connect("builder-inited", add_assets)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def add_assets(app: Sphinx) -> None:
    """Put the bundles among the site's static files."""
    if app.builder.format != "html":
        return
    app.config.html_static_path.append(str(bundle()))
    app.add_css_file("nqpf/book.css")
    # Not deferred: an explorer answers while the rest of its page still arrives.
    app.add_js_file("nqpf/page.js", loading_method="async")


def bundle() -> Path:
    """Return the folder with the bundled scripts and styles, made again if a source changed."""
    stamp = BUNDLES / "made-from"
    made_of = fingerprint([*sources(), Path(__file__), ROOT / "package-lock.json"])
    wanted = made_of + sentences() + sentences_on_models() + styles()
    if stamp.exists() and stamp.read_text(encoding="utf-8") == wanted:
        return BUNDLES / "static"
    stamp.unlink(missing_ok=True)
    target = BUNDLES / "static" / "nqpf"
    target.mkdir(parents=True, exist_ok=True)
    for script, name in SCRIPTS.items():
        esbuild(PARTS / ENTRIES[script], target / script, name)
    (target / "book.css").write_text(styles(), encoding="utf-8")
    stamp.write_text(wanted, encoding="utf-8")
    return BUNDLES / "static"


def esbuild(entry: Path, output: Path, name: str | None) -> None:
    """Bundle a script and what it imports into one classic script, which also runs from a file."""
    command = [
        str(executable()),
        str(NODE_MODULES / "esbuild" / "bin" / "esbuild"),
        str(entry),
        "--bundle",
        "--minify",
        "--format=iife",
        "--target=es2021",
        "--legal-comments=eof",
        "--log-level=error",
        f"--define:NQPF_EXERCISE_WORDS={sentences()}",
        f"--define:NQPF_OWN_MODEL_WORDS={sentences_on_models()}",
        f"--outfile={output}",
        *([f"--global-name={name}"] if name else []),
    ]
    subprocess.run(command, cwd=ROOT, check=True)


def sentences() -> str:
    """Return the sentences of exercises as the scripts hold them."""
    return json.dumps(words(), ensure_ascii=False)


def sentences_on_models() -> str:
    """Return the sentences of the panel in which a model is changed, as its script holds them."""
    return json.dumps(own_model_words(), ensure_ascii=False)


def sources() -> list[Path]:
    """Return every script and style sheet of the pages, whichever part it belongs to."""
    return sorted(path for kind in ("css", "js", "mjs") for path in PARTS.rglob(f"*.{kind}"))


def styles() -> str:
    """Return the style sheet: the colour tokens in both themes, then the parts."""
    sheets = sorted(PARTS.rglob("*.css"), key=lambda path: path.name)
    parts = [path.read_text(encoding="utf-8") for path in sheets]
    return "\n".join([tokens(), *parts])


def tokens() -> str:
    """Return the colour tokens as CSS variables: the system's theme, the reader's, and paper."""
    light, dark = (
        "".join(f"--nqpf-{name}:{pair[place]};" for name, pair in TOKENS.items())
        for place in (0, 1)
    )
    return (
        f":root{{color-scheme:light;{light}}}\n"
        "@media (prefers-color-scheme:dark)"
        f"{{:root:not([data-theme=light]){{color-scheme:dark;{dark}}}}}\n"
        f":root[data-theme=dark]{{color-scheme:dark;{dark}}}\n"
        f"@media print{{:root:root:root{{color-scheme:light;{light}}}}}\n"
    )
