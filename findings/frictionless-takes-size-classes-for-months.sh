#!/usr/bin/env bash
# frictionless: size classes are months of the first century, and decimal commas are places on earth.
#
# frictionless 5.21.0, the tool for data packages. A table has firms by size class (1-9, 10-12) and a
# share with a comma, as many offices write it. Guess: what is described is text, or a number at best,
# and what is read is what stands there. Seen: the classes are a `yearmonth`, and 1-9 is September of
# the year 1; "3,5" is a `geopoint` and comes out as the two numbers 3 and 5. The table is called
# valid; the types go into the package, where whoever uses it after us reads months and places.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0
cd "$folder"
cat > firms.csv <<'CSV'
employees,share
1-9,"3,5"
10-12,"40,5"
CSV
environment/bin/python - <<'PYTHON'
from importlib.metadata import version

from frictionless import describe, extract, validate

print("frictionless", version("frictionless"))
types = {field.name: field.type for field in describe("firms.csv").schema.fields}
print("types", types)
assert types == {"employees": "yearmonth", "share": "geopoint"}, "it describes otherwise now"

row = extract("firms.csv")["firms"][0]
print("first row", row, "valid", validate("firms.csv").valid)
assert (row["employees"].year, row["employees"].month) == (1, 9)
assert [float(part) for part in row["share"]] == [3.0, 5.0]
assert validate("firms.csv").valid
PYTHON
