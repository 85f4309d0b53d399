"""Twelve indicators of thirty-one provinces, on three scales, and ranked the plainest way."""

from nqpf import data
from nqpf.models.measurement.composite import weighted_sums
from nqpf.models.measurement.index_weights import equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks, standard_scores

PROVINCES = data.rows("provinces_2021")
NAMES = [row["province"] for row in PROVINCES]
TABLE = [[v for v in row.values() if isinstance(v, (int, float))] for row in PROVINCES]
SPREAD = min_max(TABLE)
SCALES = [SPREAD, rank_scores(TABLE), standard_scores(TABLE)]

EQUAL = ranks(weighted_sums(SPREAD, equal_weights(len(TABLE[0]))))
"""The rank of each province by the plainest index: spread, equal weights, added up."""
