#!/usr/bin/env bash
# pymcdm: weights by standard deviation follow the unit of a column, those by variance do not.
#
# pymcdm 1.4.0, and pyrepo-mcda 0.1.15 alike. Published indices weight indicators by how much they
# spread, each brought to one scale before. Guess: both functions do that, or neither. Seen: variance
# weights are the same in tonnes and in kilogrammes; deviation weights go to the column with the
# larger numbers, 0.16 before and 0.99 after, without a warning.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check pymcdm==1.4.0 pyrepo-mcda==0.1.15
cd "$folder"
environment/bin/python - <<'PYTHON'
import numpy as np
from pymcdm.weights import standard_deviation_weights, variance_weights
from pyrepo_mcda.weighting_methods import stat_var_weighting, std_weighting

tonnes = np.array([[1.0, 5.0, 0.2], [2.0, 6.0, 0.5], [4.0, 5.0, 1.0]])
kilogrammes = tonnes * np.array([1, 1, 1000])
for deviation, variance in (
    (standard_deviation_weights, variance_weights),
    (std_weighting, stat_var_weighting),
):
    print(deviation.__name__, deviation(tonnes).round(2), deviation(kilogrammes).round(2))
    print(variance.__name__, variance(tonnes).round(2), variance(kilogrammes).round(2))
    assert np.allclose(variance(tonnes), variance(kilogrammes))
    assert deviation(tonnes)[2] < 0.17 and deviation(kilogrammes)[2] > 0.99
PYTHON
