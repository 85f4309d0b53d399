"""Pages written by several processes are those that one would write, and so is their index."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from nqpf.site.build.parallel import side_by_side

CONFIGURATION = """
import nqpf.site.build.parallel as parallel

parallel.processors = lambda: {processors}
extensions = ["myst_parser", "nqpf.site.build.parallel"]
html_theme = "basic"
"""
PAGES = 23
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


def built(root: Path, processors: int) -> dict[str, str]:
    """Return what a book of some pages becomes, by file, built by so many processes."""
    root.mkdir()
    configuration = CONFIGURATION.format(processors=processors)
    (root / "conf.py").write_text(configuration, encoding="utf-8")
    (root / "one.svg").write_text(PICTURE, encoding="utf-8")
    names = [f"page{number}" for number in range(PAGES)]
    for number, name in enumerate(names):
        text = f"# Page {number}\n\n## Part of {number}\n\nWords of {name}.\n" * (1 + number % 3)
        picture = "![A picture](one.svg)\n" if number == PAGES - 1 else ""
        (root / f"{name}.md").write_text(f"{text}\n{picture}", encoding="utf-8")
    listed = "\n".join(names)
    (root / "index.md").write_text(f"# All\n\n```{{toctree}}\n{listed}\n```\n", encoding="utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(root), str(root / "made")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return {
        path.relative_to(root / "made").as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((root / "made").rglob("*"))
        if path.suffix in {".html", ".svg"} or path.name == "searchindex.js"
    }


def test_several_processes_write_what_one_does(tmp_path: Path) -> None:
    one, several = built(tmp_path / "one", 1), built(tmp_path / "several", 3)
    assert "_images/one.svg" in one
    assert one.keys() == several.keys()
    index = "searchindex.js"
    assert one.pop(index) == several.pop(index)
    assert one == several


def halved(number: int) -> int:
    if number % 2:
        raise ValueError(f"{number} is odd")
    return number // 2


def test_tasks_side_by_side_keep_their_order_and_say_what_went_wrong() -> None:
    assert side_by_side(halved, range(0, 60, 2)) == list(range(30))
    with pytest.raises(ValueError, match="7 is odd"):
        side_by_side(halved, [2, 4, 7, 8])
