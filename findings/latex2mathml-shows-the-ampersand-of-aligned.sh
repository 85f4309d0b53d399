#!/usr/bin/env bash
# latex2mathml: an aligned derivation becomes one line with a visible ampersand.
#
# latex2mathml 3.81.1. Guess: `aligned` becomes a table of two rows, as `align*` and `split` do.
# Seen: no mtable; the ampersand that marks where rows align is an identifier, as if it were
# a variable. (Our hand-outs write such rows as `split`; a test keeps it so.)
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check latex2mathml==3.81.1
cd "$folder"
environment/bin/python - <<'PYTHON'
from latex2mathml.converter import convert

rows = r"Y &= A L \\ y &= A"
made = {name: convert(rf"\begin{{{name}}}{rows}\end{{{name}}}") for name in ("aligned", "align*", "split")}
for name, text in made.items():
    print(f"{name}: a table {'<mtable' in text}, a visible ampersand {'<mi>&' in text}")
assert "<mtable" not in made["aligned"] and "<mi>&" in made["aligned"]
assert "<mtable" in made["split"]
PYTHON
