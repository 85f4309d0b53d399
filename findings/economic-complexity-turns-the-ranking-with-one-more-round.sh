#!/usr/bin/env bash
# economic-complexity: one round more, and the least complex economy is the most complex.
#
# economic-complexity 0.3.0 (not the package ecomplexity), the method of reflections. `iterations` is
# called a limit of the calculation. Guess: more rounds bring a result nearer to its limit. Seen: with
# 20 rounds the country that makes everything is first, with 21 it is last, and so on for each odd
# number: what is left for countries is then a mean of how common their products are, not of how diverse
# those are who make them. Both come back as the index, standardised, so nothing shows it. And one
# product that nobody makes turns every country's index into nan, though `drop` is on.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check \
  economic-complexity==0.3.0 pandas==2.3.3
cd "$folder"
environment/bin/python - <<'PYTHON'
from importlib.metadata import version

import pandas as pd
from economic_complexity import complexity

print("economic-complexity", version("economic-complexity"))
makes = {"all": "abcd", "three": "abc", "two": "ab", "one": "a"}
table = pd.DataFrame(
    {product: [float(product in made) for made in makes.values()] for product in "abcd"},
    index=list(makes),
)
for rounds, first in ((20, "all"), (21, "one"), (40, "all"), (41, "one")):
    countries, _ = complexity(table, iterations=rounds)
    print(rounds, "rounds:", countries.round(2).to_dict())
    assert countries.idxmax() == first, "the ranking no longer turns"

with_unmade = table.assign(unmade=0.0)
countries, _ = complexity(with_unmade, drop=True)
print("with a product that nobody makes:", countries.to_dict())
assert countries.isna().all(), "it leaves such products out now"
PYTHON
