"""Allocation: firms, wedges, borders, one market."""

from nqpf.models.allocation.allocation import (
    allocative_efficiency,
    efficient_productivity,
    gain_from_equal_wedges,
    gain_to_reference_efficiency,
    labour_shares,
    log_efficiency_with_dispersion,
)

__all__ = [
    "allocative_efficiency",
    "efficient_productivity",
    "gain_from_equal_wedges",
    "gain_to_reference_efficiency",
    "labour_shares",
    "log_efficiency_with_dispersion",
]
