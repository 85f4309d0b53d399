"""Twelve indicators of thirty-one provinces, and the ways in which explorers here rank them."""

from nqpf import data
from nqpf.models.measurement.composite import topsis, weighted_sums
from nqpf.models.measurement.index_weights import critic_weights, entropy_weights, equal_weights
from nqpf.models.measurement.indicators import min_max, rank_scores, ranks, standard_scores
from nqpf.words import _

PROVINCES = data.rows("provinces_2021")
NAMES = [row["province"] for row in PROVINCES]
TABLE = [[v for v in row.values() if isinstance(v, (int, float))] for row in PROVINCES]
SPREAD = min_max(TABLE)
SCALES = [SPREAD, rank_scores(TABLE), standard_scores(TABLE)]

WAYS = [
    _("spread from worst to best, added up"),
    _("ranks, added up"),
    _("standard deviations, added up"),
    _("distance from best and worst (TOPSIS)"),
]
RULES = [_("equal"), _("entropy"), _("CRITIC")]
WEIGHTS = [equal_weights(len(TABLE[0])), entropy_weights(SPREAD), critic_weights(SPREAD)]

RANKS = [[ranks(weighted_sums(scale, weights)) for weights in WEIGHTS] for scale in SCALES]
RANKS.append([ranks(topsis(TABLE, weights)) for weights in WEIGHTS])
"""The rank of each province: by way, then by rule of weights, then in the order of the names."""

EQUAL = RANKS[0][0]
"""The rank of each province by the plainest index: spread, equal weights, added up."""
