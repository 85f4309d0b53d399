#!/usr/bin/env bash
# vl-convert: a chart given as text comes back with one number in ten off by its last digit.
#
# vl-convert-python 1.9.0. It takes a specification as a dict or as JSON text, and JSON from Python
# holds each number with all the digits that it needs. Guess: both ways draw the same. Seen: of 20,000
# numbers all come back from a dict as they were, and some 2,000 from text do not. The last digit
# shows where a value lies at the edge of rounding: a share of 1.485 per cent less one bit is 1.48%,
# and 1.49% in the chart's own data.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check vl-convert-python==1.9.0
cd "$folder"
environment/bin/python - <<'PYTHON'
import json
import random

import vl_convert

numbers = random.Random(1)
values = [0.014849999999999999, *(numbers.random() for _ in range(20_000))]
chart = {
    "data": {"values": [{"share": value} for value in values]},
    "mark": "point",
    "encoding": {"x": {"field": "share", "type": "quantitative"}},
}


def drawn(specification):
    made = vl_convert.vegalite_to_vega(specification)
    return [record["share"] for record in made["data"][0]["values"]]


print("vl-convert-python", vl_convert.__version__)
assert json.loads(json.dumps(values)) == values, "the text itself would be at fault"
assert drawn(chart) == values, "a dict loses digits now"
seen = drawn(json.dumps(chart))
off = sum(one != other for one, other in zip(values, seen))
print("of", len(values), "numbers", off, "come back otherwise from text; the first as", seen[0])
assert seen[0] == 0.01485, "the first comes back as it was now"
assert 1_000 < off < 4_000, "text keeps its digits now"
assert max(abs(one - other) / one for one, other in zip(values, seen)) < 1e-15
PYTHON
