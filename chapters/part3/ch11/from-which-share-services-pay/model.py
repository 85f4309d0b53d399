"""The share from which services pay, drawn."""

from itertools import pairwise

from nqpf.models.data.servitisation import share_that_pays


def given(draw):
    """Return two margins and the cost of a second organisation."""
    return {
        "product": draw.step(0.06, 0.1, 0.01),
        "service": draw.step(0.15, 0.24, 0.01),
        "overhead": draw.step(0.015, 0.04, 0.005),
    }


def answer(product, service, overhead):
    """Return the share that pays."""
    return share_that_pays(
        product_margin=product, service_margin=service, service_overhead=overhead
    )


def wrong_displaced(service, overhead):
    """Return the share without the margin that is displaced."""
    return overhead / service


def wrong_overhead(overhead):
    """Return the cost."""
    return overhead


def wrong_gap(product, service):
    """Return the difference of the margins."""
    return service - product


def reject(product, service, overhead):
    """Return whether two answers are alike, or no share is enough."""
    found = sorted(
        [
            answer(product, service, overhead),
            wrong_displaced(service, overhead),
            wrong_overhead(overhead),
            wrong_gap(product, service),
        ]
    )
    return found[-1] > 0.7 or min(b - a for a, b in pairwise(found)) < 0.012
