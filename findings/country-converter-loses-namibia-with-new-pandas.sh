#!/usr/bin/env bash
# country_converter: with pandas 3 it cannot start, because Namibia's code is read as no value.
#
# country_converter 1.3.2, which pymrio needs, with pandas 3.1.1, which its own requirements allow.
# The table of countries is read with `str` for the column of two-letter codes, so that "NA" stays
# text. Guess: it does. Seen: pandas 3 reads it as missing all the same, and making a converter ends
# in "first argument must be string or compiled pattern", which names neither country nor table.
# With pandas 2.3.3 Namibia is found.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check country_converter==1.3.2 pandas==3.1.1
cd "$folder"
environment/bin/python - <<'PYTHON'
import country_converter
import pandas

print("pandas", pandas.__version__, "country_converter", country_converter.__version__)
try:
    country_converter.convert("Namibia", to="ISO2")
except TypeError as error:
    print("TypeError:", error)
else:
    raise SystemExit("it starts now")
PYTHON
