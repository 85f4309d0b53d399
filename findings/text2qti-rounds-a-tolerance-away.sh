#!/usr/bin/env bash
# text2qti: a small number's tolerance is rounded to nothing, and right answers lose their points.
#
# text2qti 0.8.0. Rates as fractions are small: a growth of 0.12 % is 0.0012, and one per cent either
# side is 0.001188 to 0.001212. Guess: the quiz holds these bounds. Seen: bounds are written with
# four decimals, so that both are 0.0012 and the tolerance is gone. (Our export to Canvas asks in
# per cent and gives widths that four decimals can hold; a test keeps it so.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check text2qti==0.8.0
cd "$folder"
environment/bin/python - <<'PYTHON'
import re
import subprocess
import sys
import zipfile
from pathlib import Path

Path("quiz.txt").write_text("Quiz title: T\n\n1. How fast?\n= 0.0012 +- 1%\n", encoding="utf-8")
subprocess.run([str(Path(sys.executable).with_name("text2qti")), "quiz.txt"], check=True)
with zipfile.ZipFile("quiz.zip") as made:
    text = "".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))
bounds = dict(re.findall(r"<(vargte|varlte)[^>]*>([^<]+)<", text))
print(bounds)
assert bounds == {"vargte": "0.0012", "varlte": "0.0012"}, bounds
PYTHON
