"""What chapter 4 says in words about its explorers and data holds in them."""

import pytest
from nqpf import data
from nqpf.explorers import explorer
from nqpf.explorers.ch04 import labour_share_record
from nqpf.explorers.ch04.six_factors import FACTORS, RULES

COUNTRIES = list(labour_share_record.COUNTRIES)


def said(slug: str, **values: float) -> dict[str, float]:
    """Return what an explorer says at a setting."""
    return explorer(slug).readouts(**values)


def paid(rule: int, **values: float) -> list[float]:
    """Return what a rule pays the six factors."""
    bars = explorer("six-factors").at(**values).tables["bars"].fixed
    return [row["paid"] for row in bars if row["rule"] == RULES[rule]]


@pytest.mark.parametrize("country", COUNTRIES)
def test_each_labour_share_moves_by_points_within_ten_years_and_ends_lower(country: str) -> None:
    record = labour_share_record.record(country)
    assert record[-1][1] < record[0][1]
    shares = dict(record)
    within_ten_years = [
        abs(shares[year + step] - share)
        for year, share in record
        for step in range(1, 11)
        if year + step in shares
    ]
    assert max(within_ten_years) > 0.02


def test_china_is_on_record_from_1992_to_2016() -> None:
    china = {r["year"]: r["labour_share"] for r in data.rows("labour_share") if is_china(r)}
    assert {china[year] for year in china if year <= 1992} == {china[1992]}
    assert {china[year] for year in china if year >= 2016} == {china[2016]}
    assert china[1993] != china[1992]
    assert china[2015] != china[2016]


def is_china(row: data.Row) -> bool:
    """Return whether a row is China's."""
    return row["country_code"] == "CHN"


def test_worker_and_machine_are_lifted_by_the_same_percentage_at_every_stop() -> None:
    for setting in explorer("data-as-a-bond").settings_grid(200):
        bars = explorer("data-as-a-bond").at(**setting).tables["bars"].fixed
        worker, worker_after, machine, machine_after = (row["adds"] for row in bars)
        assert worker_after / worker == pytest.approx(machine_after / machine)


def test_a_tenth_shared_among_a_hundred_firms_brings_about_half_of_the_gain() -> None:
    tenth, whole = (said("data-as-a-bond", data_sharing=part)["gain"] for part in (0.1, 1.0))
    assert 0.45 < tenth / whole < 0.55


def test_more_data_save_less_each_time_and_never_pass_the_floor() -> None:
    for setting in explorer("floor-under-error").settings_grid(300):
        found = said("floor-under-error", **setting)
        assert found["floor"] < found["more"] < found["now"]
        flows = explorer("floor-under-error").at(**setting).tables["flows"].fixed
        errors = [row["error"] for row in flows]
        assert errors == sorted(errors, reverse=True)


def test_two_rules_agree_at_the_start_and_six_factors_are_alike_without_substitutes() -> None:
    assert paid(0) == pytest.approx(paid(1))
    for elasticity in (0.5, 0.75, 1.0):
        alike = paid(1, elasticity_of_substitution=elasticity, labour=2.0)
        assert alike == pytest.approx([1 / len(FACTORS)] * len(FACTORS))


def test_scarce_labour_gets_more_below_an_elasticity_of_one_and_less_above() -> None:
    for elasticity, sign in ((0.5, 1), (0.75, 1), (1.5, -1), (5.0, -1)):
        few, many = (
            paid(0, elasticity_of_substitution=elasticity, labour=labour)[0]
            for labour in (0.5, 1.0)
        )
        assert sign * (few - many) > 0


def test_the_bill_exceeds_output_whenever_data_matter() -> None:
    for setting in explorer("six-factors").settings_grid(300):
        bill = sum(paid(3, **setting))
        assert bill == pytest.approx(1 + setting["elasticity_of_data"])


def test_ownership_moves_shares_alone_until_owners_decide_how_widely_to_share() -> None:
    for setting in explorer("who-owns-the-data").settings_grid(300):
        wholes = explorer("who-owns-the-data").at(**setting).tables["wholes"].fixed
        before, changed, decided = (row["whole"] for row in wholes)
        assert before == changed
        assert (decided - before) * (setting["people_share"] - 0.1) >= 0


def test_with_nothing_to_fall_back_on_ownership_pays_nothing() -> None:
    for people in (0.1, 0.5, 0.9):
        found = said("who-owns-the-data", people=people, outside_value=0.0)
        assert found["people_after"] == pytest.approx(found["people_before"])


def test_moves_out_of_farming_alone_lower_the_share_by_about_three_points() -> None:
    found = said("share-without-a-pay-cut")
    assert -0.035 < found["change"] < -0.025
    part_between_sectors = 0.6131 * 0.0548
    assert found["change"] == pytest.approx(-part_between_sectors, abs=0.005)
