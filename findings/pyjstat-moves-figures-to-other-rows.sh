#!/usr/bin/env bash
# pyjstat: a table that goes out as JSON-stat and comes back has its figures beside other years.
#
# pyjstat 2.4.0. JSON-stat is what several statistical offices publish. A table whose rows do not lie
# in the order of its columns' first appearances is written as it lies, so figures change places;
# a table with a gap is written with fewer values than its cube has cells, and no word is said.
# Guess: rows are put into the cube by their names, and gaps become null.
# Seen: 2019 a = 4 and 2019 b = 3 come back as 3 and 4; size [2, 2] with three values.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check pyjstat==2.4.0
cd "$folder"
environment/bin/python - <<'PYTHON'
import json

import pandas as pd
from pyjstat import pyjstat

rows = [("2020", "a", 1.0), ("2020", "b", 2.0), ("2019", "b", 3.0), ("2019", "a", 4.0)]
table = pd.DataFrame(rows, columns=["year", "product", "value"])
written = pyjstat.Dataset.read(table, source="example").write()
back = pyjstat.Dataset.read(written).write("dataframe")
for shown in (table, back):
    print(shown.sort_values(["year", "product"]).to_string(index=False))
found = back.set_index(["year", "product"])["value"].to_dict()
assert found["2019", "a"] == 3.0 and found["2019", "b"] == 4.0, found

gap = json.loads(pyjstat.Dataset.read(table.drop(index=2), source="example").write())
print("size", gap["size"], "values", gap["value"])
assert gap["size"] == [2, 2] and gap["value"] == [1.0, 2.0, 4.0], gap
PYTHON
