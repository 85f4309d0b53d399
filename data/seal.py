"""Write the size and checksum of every CSV file into ``datapackage.json``.

Run ``python data/seal.py`` after a file has been changed on purpose; the tests compare.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
DESCRIPTOR = HERE / "datapackage.json"


def seal(resource: dict[str, Any]) -> dict[str, Any]:
    """Return the resource with the size and SHA-256 of the bytes of its file."""
    if "path" not in resource:
        return resource
    raw = (HERE / resource["path"]).read_bytes()
    return resource | {"bytes": len(raw), "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}"}


def sealed() -> str:
    """Return the text of the descriptor with every file's seal brought up to date."""
    package = json.loads(DESCRIPTOR.read_text(encoding="utf-8"))
    package["resources"] = [seal(resource) for resource in package["resources"]]
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    DESCRIPTOR.write_text(sealed(), encoding="utf-8", newline="")
