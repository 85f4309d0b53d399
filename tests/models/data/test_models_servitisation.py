"""A maker with services: worked figures, limits and signs."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from nqpf.models.data.servitisation import (
    income_risk,
    margin_with_services,
    share_of_least_risk,
    share_that_pays,
)

SHARE = st.floats(0, 1)
CASE = {"product_margin": 0.08, "service_margin": 0.2, "service_overhead": 0.03}


def risk(share, correlation, product=0.2, service=0.1):
    return income_risk(
        service_share=share,
        product_risk=product,
        service_risk=service,
        customer_correlation=correlation,
    )


def test_a_little_service_earns_less_than_none_and_much_earns_more():
    margins = [margin_with_services(service_share=share, **CASE) for share in (0.1, 0.25, 0.5)]
    assert margins == pytest.approx([0.062, 0.08, 0.11])
    assert share_that_pays(**CASE) == pytest.approx(0.25)


@given(st.floats(0, 0.15), st.floats(0.16, 0.4), st.floats(0, 0.1))
def test_at_the_share_that_pays_the_margin_is_that_of_the_product(product, service, overhead):
    case = {
        "product_margin": product,
        "service_margin": service,
        "service_overhead": overhead,
    }
    share = share_that_pays(**case)
    assume(share <= 1)
    assert margin_with_services(service_share=share, **case) == pytest.approx(product, abs=1e-12)


def test_services_that_earn_no_more_never_pay():
    with pytest.raises(ValueError, match="no share of services pays"):
        share_that_pays(product_margin=0.1, service_margin=0.1, service_overhead=0.02)


def test_one_source_of_income_alone_varies_as_it_does():
    assert risk(0.0, 0.5) == pytest.approx(0.2)
    assert risk(1.0, 0.5) == pytest.approx(0.1)
    assert risk(0.5, 0.0, product=0.12, service=0.16) == pytest.approx(0.1)


@given(SHARE, st.floats(-0.5, 0.95), st.floats(0.05, 0.4), st.floats(0.02, 0.4))
def test_no_share_varies_less_than_the_calmest(share, correlation, product, service):
    calmest = share_of_least_risk(
        product_risk=product, service_risk=service, customer_correlation=correlation
    )
    assert 0 <= calmest <= 1
    least = risk(calmest, correlation, product, service)
    assert least <= risk(share, correlation, product, service) + 1e-9


@given(SHARE, st.floats(-0.5, 0.85))
def test_the_more_customers_stop_at_once_the_more_income_varies(share, correlation):
    assert risk(share, correlation + 0.05) >= risk(share, correlation) - 1e-12
