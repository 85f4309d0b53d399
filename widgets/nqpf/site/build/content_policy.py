"""Every page carries a Content-Security-Policy that lets nothing in but the site itself.

The policy stands in the page, so that it holds on any host and in an unzipped folder. Scripts that
a page holds in itself are named by their hashes, computed from the page as it was written.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from nqpf.site.build.parallel import side_by_side

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

AFTER_EVERY_PAGE = 1500
# KaTeX places letters by inline styles; Python in the page is WebAssembly in a worker made of a
# blob. Nothing may be evaluated from a string.
POLICY = (
    "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{hashes}; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:; "
    "object-src 'none'; base-uri 'self'; form-action 'self'"
)
META = '<meta http-equiv="Content-Security-Policy" content="{policy}">'
WRITTEN = re.compile(r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>')
START = re.compile(r'<meta charset="utf-8"\s*/?>', re.IGNORECASE)
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
RUNS = re.compile(r'\btype="(?!text/javascript|module)', re.IGNORECASE)


def setup(app: Sphinx) -> ExtensionMetadata:
    """Write the policies when all pages are there."""
    app.connect("build-finished", write_policies, priority=AFTER_EVERY_PAGE)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_policies(app: Sphinx, exception: Exception | None) -> None:
    """Put its policy into each page of the site."""
    if exception is not None or app.builder.format != "html":
        return
    side_by_side(guard, sorted(Path(app.outdir).rglob("*.html")))


def guard(path: Path) -> None:
    """Put its policy into a page."""
    page = path.read_text(encoding="utf-8")
    guarded = with_policy(page)
    if guarded != page:
        path.write_text(guarded, encoding="utf-8")


def with_policy(page: str) -> str:
    """Return a page with the policy that allows its own inline scripts and no other.

    Raises ``ValueError`` if the page does not declare its encoding, before which nothing may stand.
    """
    page = WRITTEN.sub("", page)
    hashes = "".join(f" '{hash_of(script)}'" for script in inline_scripts(page))
    meta = META.format(policy=POLICY.format(hashes=hashes))
    guarded, places = START.subn(lambda start: f"{start[0]}\n{meta}", page, count=1)
    if not places:
        raise ValueError('a page of the site lacks <meta charset="utf-8">.')
    return guarded


def inline_scripts(page: str) -> list[str]:
    """Return the text of each script that a page holds in itself, without data blocks."""
    found = [
        script
        for attributes, script in SCRIPT.findall(page)
        if " src=" not in attributes and not RUNS.search(attributes)
    ]
    return list(dict.fromkeys(found))


def hash_of(script: str) -> str:
    """Return the hash by which a policy names a script.

    >>> hash_of("")
    'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    digest = hashlib.sha256(script.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"
