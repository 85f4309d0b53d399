#!/usr/bin/env bash
# povertyInequalityMeasures: equals are unequal, and a richer rich household makes poverty worse.
#
# povertyInequalityMeasures 1.1.1, which names the World Bank's handbook as its source. Guess: Gini's
# coefficient is 0 where all have the same, and 0.19 for 7, 10, 15, 18 as its own description says.
# Seen: four equal households have 0.0625 and two equal groups 0.0625 or 0.5625, by which row is the
# larger, for the area below the first piece of Lorenz's curve is left out; 7, 10, 15, 18 give 0.225
# (0.19 in 1.0.1). Sen's index of poverty takes inequality among the poor; here it takes everybody's, so
# that it more than doubles when one household far above the line grows richer and no poor one changes.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check \
  povertyInequalityMeasures==1.1.1 pandas==2.3.3 numpy==2.2.6
cd "$folder"
environment/bin/python - <<'PYTHON'
from importlib.metadata import version

import pandas as pd
from povertyInequalityMeasures import inequality, poverty

print("povertyInequalityMeasures", version("povertyInequalityMeasures"))


def households(incomes, weights=None):
    return pd.DataFrame({"income": incomes, "weight": weights or [1] * len(incomes)})


for incomes, weights, expected in (
    ([7, 10, 15, 18], None, 0.225),
    ([5, 5, 5, 5], None, 0.0625),
    ([5, 5], [25, 75], 0.0625),
    ([5, 5], [75, 25], 0.5625),
):
    found = inequality.get_gini(households(incomes, weights), "income", "weight")
    print("incomes", incomes, "weights", weights, "Gini", found)
    assert abs(found - expected) < 1e-6, "it counts the first piece now"

sen = [
    float(poverty.get_sen_index(125, households([100, 110, 150, richest]), "income", "weight"))
    for richest in (160, 16000)
]
print("Sen's index, the richest with 160 and with 16000:", sen)
assert sen[1] > 2 * sen[0], "it looks at the poor alone now"
PYTHON
