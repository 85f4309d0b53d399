"""Twelve rankings of the provinces: by four ways of adding up, and three rules of weights."""

from nqpf.explorers.ch18._provinces import SCALES, SPREAD, TABLE
from nqpf.models.measurement.composite import topsis, weighted_sums
from nqpf.models.measurement.index_weights import critic_weights, entropy_weights, equal_weights
from nqpf.models.measurement.indicators import ranks
from nqpf.words import _

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
