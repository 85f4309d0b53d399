#!/usr/bin/env bash
# Altair beside JupyterLab: to import it, or anything that reads notebooks, builds a parser first.
#
# altair 6.3.0, jsonschema 4.26.0, rfc3987-syntax 1.1.0. Guess: `import altair` loads schemas and what
# checks them, and checkers of formats that no schema names cost nothing. Seen: JupyterLab asks for
# jsonschema's extra `format-nongpl` (for its own events), whose checker of international addresses
# builds a grammar with Lark when it is imported, whether or not an `iri` is ever checked; so each
# `import altair` or `import nbformat` in such an environment does, and most of its time goes there:
# commands of ours that took 2.0 s of processor time for their help took 0.8 s without it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
install() { "$folder/environment/bin/pip" install --quiet --disable-pip-version-check "$@"; }
loaded() {
  "$folder/environment/bin/python" -c "
import sys, time
start = time.process_time()
import altair
print(round(time.process_time() - start, 2), 's; a parser of grammars:', 'lark' in sys.modules)
"
}
install altair==6.3.0 jsonschema==4.26.0
echo "alone: $(loaded)"
[[ $(loaded) == *False ]] || { echo "it builds a grammar by itself now"; exit 1; }
install 'jsonschema[format-nongpl]==4.26.0' rfc3987-syntax==1.1.0
echo "with what JupyterLab asks for: $(loaded)"
[[ $(loaded) == *True ]] || { echo "it builds none any more"; exit 1; }
