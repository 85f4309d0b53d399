#!/usr/bin/env bash
# Pyfrontier: two forms of one linear programme call different firms efficient.
#
# Pyfrontier 1.1.1. Data envelopment analysis with variable returns. The second firm is on the frontier
# (no other makes 2); the fourth makes as much with 2 units of input too many. Guess: the envelopment
# and the multiplier form agree, being duals, or at least a slack of 2 counts. Seen: the first
# form calls the second firm inefficient, for a slack of 8e-12; the second form calls
# the fourth efficient, slack and all. Outputs' scores are 1 or more, not shares.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/environment"
"$folder/environment/bin/pip" install --quiet --disable-pip-version-check Pyfrontier==1.1.1 "pulp<3"
cd "$folder"
environment/bin/python - <<'PYTHON'
import os
import sys

import numpy as np
from Pyfrontier.frontier_model import EnvelopDEA, MultipleDEA

inputs, outputs = np.array([[2.0], [4.0], [3.0], [6.0]]), np.array([[1.0], [2.0], [1.0], [2.0]])


def solved(model):
    # The solver prints from a process of its own.
    kept = os.dup(1)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    try:
        model.fit(inputs, outputs)
    finally:
        sys.stdout.flush()
        os.dup2(kept, 1)
    return [(round(float(one.score), 3), bool(one.is_efficient)) for one in model.result]


envelopment, multiplier = solved(EnvelopDEA("VRS", "out")), solved(MultipleDEA("VRS", "out"))
print("envelopment", envelopment)
print("multiplier ", multiplier)
assert [score for score, _ in envelopment] == [score for score, _ in multiplier] == [1, 1, 1.5, 1]
assert [flag for _, flag in envelopment] == [True, False, False, False]
assert [flag for _, flag in multiplier] == [True, True, False, True]
PYTHON
