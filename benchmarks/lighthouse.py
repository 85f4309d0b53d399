"""Ask Lighthouse what it thinks of the home page and the chapters, on a phone and on a desk.

Run ``python benchmarks/lighthouse.py`` in the book's environment, after ``npm ci --ignore-scripts``
in ``benchmarks/``; name pages to ask about fewer. The aim is 95 of 100 in each category. Lighthouse
plays a slow phone on this machine: what else the machine does counts against the page. Files are
sent compressed, as hosts of pages do.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, BinaryIO

from nqpf import building, chromium
from nqpf.places import ROOT, SITE
from nqpf.server import Handler, serving
from nqpf.site.build.node import executable

PROGRAM = ROOT / "benchmarks" / "node_modules" / "lighthouse" / "cli" / "index.js"
FORMS: dict[str, list[str]] = {"phone": [], "desk": ["--preset=desktop"]}
AIM = 95


class Compressing(Handler):
    """Send text compressed, as hosts of pages do."""

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the headers of a file, and return what is to be sent after them."""
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".html", ".css", ".js", ".mjs", ".svg", ".json"}:
            return super().send_head()
        if not path.is_file():
            self.send_error(404)
            return None
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return io.BytesIO(content)


def main() -> None:
    """Measure, print a table with what fell short, and keep the figures as JSON."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", nargs="*", help="paths inside the site; all chapters without")
    pages = parser.parse_args().pages
    if not PROGRAM.exists():
        sys.exit("Run `npm ci --ignore-scripts` in benchmarks/ first: Lighthouse is not there.")
    building.build()
    chapters = (path.relative_to(SITE).as_posix() for path in SITE.glob("chapters/part*/ch*.html"))
    pages = pages or ["chapters/index.html", *sorted(chapters)]
    with serving(SITE, handled_by=Compressing) as address:
        found = [asked(address, page, form) for page in pages for form in FORMS]
    kept = ROOT / "_build" / "benchmarks" / "lighthouse.json"
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def asked(address: str, page: str, form: str) -> dict[str, Any]:
    """Return, and print, the scores of a page out of 100 and the audits that cost it any."""
    report = run(f"{address}/{page}", FORMS[form])
    scores = {name: round(100 * part["score"]) for name, part in report["categories"].items()}
    short = {
        reference["id"]: audit["score"]
        for name, part in report["categories"].items()
        for reference in part["auditRefs"]
        if scores[name] < AIM and reference["weight"]
        for audit in [report["audits"][reference["id"]]]
        if audit["score"] is not None and audit["score"] < 0.9
    }
    print(f"{page:32s} {form:6s}", "  ".join(f"{name} {score}" for name, score in scores.items()))
    for audit, score in short.items():
        print(f"{'':39s} {audit}: {score} {report['audits'][audit].get('displayValue', '')}")
    return {"page": page, "form": form, **scores, "fell short": short}


def run(address: str, options: list[str]) -> dict[str, Any]:
    """Return Lighthouse's report on an address."""
    path = chromium.executable()
    if not path:
        sys.exit(chromium.ADVICE)
    flags = " ".join(["--headless=new", *chromium.arguments()])
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "report.json")
        command = [executable(), PROGRAM, address, "--quiet", "--output=json", *options]
        command += [f"--output-path={output}", f"--chrome-flags={flags}"]
        subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": str(path)})
        report: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return report


if __name__ == "__main__":
    main()
