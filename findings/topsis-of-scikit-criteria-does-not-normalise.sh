#!/usr/bin/env bash
# scikit-criteria: TOPSIS without a scaler ranks by whatever has the largest unit.
#
# scikit-criteria 0.10 beside pymcdm 1.4.0. Hwang and Yoon's method begins by dividing each column by
# its length; an index of provinces in yuan and in per cent needs it. Guess: TOPSIS is the method
# as published. Seen: with weights 0.9 and 0.1 the column of thousands decides alone, and the
# ranking is the reverse of pymcdm's; after VectorScaler both agree. No word is said.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check scikit-criteria==0.10 pymcdm==1.4.0
cd "$folder"
environment/bin/python - <<'PYTHON'
import warnings

warnings.simplefilter("ignore")
import numpy as np
import skcriteria
from pymcdm.helpers import rrankdata
from pymcdm.methods import TOPSIS as Published
from skcriteria.agg.topsis import TOPSIS
from skcriteria.preprocessing.scalers import VectorScaler

matrix, weights = np.array([[1.0, 2000.0], [2.0, 1500.0], [3.0, 1000.0]]), np.array([0.9, 0.1])
decision = skcriteria.mkdm(matrix, [max, max], weights=weights)
alone = TOPSIS().evaluate(decision).rank_
scaled = TOPSIS().evaluate(VectorScaler(target="matrix").transform(decision)).rank_
published = rrankdata(Published()(matrix, weights, np.array([1, 1])))
print("alone", alone, "scaled", scaled, "pymcdm", published)
assert alone.tolist() == [1, 2, 3]
assert scaled.tolist() == published.tolist() == [3, 2, 1]
PYTHON
