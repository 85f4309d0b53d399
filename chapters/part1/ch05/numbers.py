"""The numbers in the sentences of chapter 5."""

from collections.abc import Sequence
from math import log
from typing import Any

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models import allocation
from nqpf.models.allocation import market_regions, protection
from nqpf.numbers import amount, percent, plain
from nqpf.prose import figure, years


def border(scope: str, source_id: str, measure: str = "effect_on_price_gap") -> float:
    return figure("border_effects", "value_high", scope=scope, source_id=source_id, measure=measure)


def opening() -> dict[str, str]:
    """Return the numbers of the opening."""
    car = ("cars, protection of local brands", "barwick_cao_li_2021")
    borders = ["Shanghai-Zhejiang", "Shanghai-Jiangsu", "Jiangsu-Zhejiang"]
    studies = {
        "nine products, 2011–13": "huang_chen_2014",
        "37 products, 2011–14": "border_erj_2014",
    }
    gaps = {
        study: [border(f"farm products, {line} border", key) for line in borders]
        for study, key in studies.items()
    }
    found = [gap for listed in gaps.values() for gap in listed]
    return {
        "car_loss": amount("billion yuan", decimals=1).text(border(*car, "consumer_loss")),
        "car_ratio": plain(0, after="%").text(border(*car, "consumer_loss_over_subsidy")),
        "gap_times": plain(1).text(
            max(max(pair) / min(pair) for pair in zip(*gaps.values(), strict=True))
        ),
        "gap_low": plain(0, after="%").text(min(found)),
        "gap_high": plain(0, after="%").text(max(found)),
    }


two: dict[str, Any] = dict(productivities=[1.0, 2.0], elasticity_of_substitution=3.0)


def efficiency(weaker: float, better: float) -> float:
    return float(allocation.allocative_efficiency(wedges=[weaker, better], **two))


def placed(weaker: float, better: float) -> Sequence[float]:
    return allocation.labour_shares(wedges=[weaker, better], **two)


def why_the_move_is_not_made() -> dict[str, str]:
    """Return the numbers of: Why the move is not made: a wedge."""
    half, only = (
        explorer("move-the-factors").readouts(),
        explorer("move-the-factors").readouts(labour=0.8),
    )
    return {
        "half_efficiency": percent(1).text(half["efficiency"]),
        "half_ratio": plain(2).text(half["workers"]),
        "only_efficiency": percent(1).text(only["efficiency"]),
        "only_machines": plain(2).text(only["machines"]),
        "loss_better": percent(1).text(1 - efficiency(0.0, 0.5)),
        "loss_weaker": percent(1).text(1 - efficiency(0.5, 0.0)),
        "best_share": percent(0).text(placed(0.0, 0.0)[1]),
        "rest_share": percent(0).text(placed(0.0, 0.0)[0]),
        "with_wedge": percent(1).text(placed(0.0, 0.5)[1]),
        "made": percent(1).text(efficiency(0.0, 0.5)),
        "cube": plain(3).text(1.5**3),
        "relative": plain(3).text(4 / 1.5**3),
        "same": percent(1).text(1 - efficiency(1 / 1.5 - 1, 0.0)),
    }


def study(measure: str, source_id: str, end: str = "value_low", **where: str | int) -> float:
    return figure("misallocation_estimates", end, measure=measure, source_id=source_id, **where)


hk: dict[str, Any] = dict(measure="tfp_gain_at_us_dispersion", source_id="hk_2009")


def from_two_firms_to_a_country() -> dict[str, str]:
    """Return the numbers of: From two firms to a country."""
    ends = {
        (code, end): study(end=f"value_{end}", country_code=code, **hk)
        for code in ("CHN", "IND")
        for end in ("low", "high")
    }
    pay = protection.protection_payoffs(barrier=0.5)
    return {
        **{
            f"{code.lower()}_{end}": plain(0, after="%").text(value)
            for (code, end), value in ends.items()
        },
        "yearly": percent(1).text(log(1 + ends["CHN", "high"] / 100) / 10),
        **{
            name: plain(0, after="%").text(study("tfp_loss_from_misallocation", key))
            for name, key in {"btz": "btz_2013", "btz_draft": "btz_2011_wp"}.items()
        },
        **{name: percent(1).text(value) for name, value in pay._asdict().items()},
        "joint": percent(1).text(1 - pay.both_protect),
        "tempt": percent(1).text(pay.protects_alone - 1),
    }


four: dict[str, Any] = dict(sizes=[8.0, 4.0, 2.0, 1.0], trade_elasticity=5.0)


def regions(costs: Sequence[float]) -> Sequence[float]:
    return market_regions.welfare_of_regions(border_costs=costs, **four)


def contracts(way: str) -> dict[str, float]:
    """Return each province's part of the technology ``"sold"`` or ``"bought"`` under contract."""
    amounts = {
        str(row["province"]): float(str(row[f"technology_{way}_100m_cny"]))
        for row in data.rows("provinces_2023")
        if row["region"] != "national"
    }
    return {name: one / sum(amounts.values()) for name, one in amounts.items()}


def borders_one_at_a_time() -> dict[str, str]:
    """Return the numbers of: Borders, one at a time."""
    up, one, free = regions([1.2] * 4), regions([1.0, 1.2, 1.2, 1.2]), regions([1.0] * 4)
    return {
        "large_one": percent(1).text(one[0] / up[0] - 1),
        "small_one": percent(1).text(one[3] / up[3] - 1),
        "large_all": percent(0).text(free[0] / up[0] - 1),
        "small_all": percent(0).text(free[3] / up[3] - 1),
        "small_home": percent(0).text(
            market_regions.home_shares_of_regions(border_costs=[1.2] * 4, **four)[3]
        ),
        "small_part": percent(0).text(1 / 15),
        "small_worth": plain(2).text(up[3]),
        "small_alone": percent(0).text(regions([1.2, 1.2, 1.2, 1.0])[3] / up[3] - 1),
        "three_largest": percent(0).text(
            sum(contracts("bought")[name] for name in ("Xinjiang", "Tibet", "Inner Mongolia"))
        ),
        "beijing_sold": percent(0).text(contracts("sold")["Beijing"]),
    }


def when_industry_moves_a_region_that() -> dict[str, str]:
    """Return the numbers of: When industry moves: a region that loses."""
    moves = explorer("when-industry-moves")
    left, fixed = moves.readouts(), moves.readouts(local_income=0.0)
    near = moves.readouts(local_income=0.04, trade_cost=1.1)
    return {
        "move_small": percent(1).text(left["small"]),
        "move_large": percent(1).text(left["large"]),
        "move_then": percent(0).text(left["then"]),
        "move_now": percent(0).text(left["now"]),
        "move_fixed": percent(1).text(fixed["small"]),
        "move_near": percent(1).text(near["small"]),
        "move_decides": percent(1).text(left["decides"]),
    }


def where_economists_disagree() -> dict[str, str]:
    """Return the numbers of: Where economists disagree."""
    found: dict[str, str] = {}
    for name, where in {
        "hk": dict(**hk, country_code="CHN"),
        "btz": dict(source_id="btz_2013"),
        "tz": dict(source_id="tombe_zhu_2019"),
        "soe": dict(source_id="hsieh_song_2015"),
        "jin": dict(source_id="jin_2018", scope="manufacturing, between provinces"),
    }.items():
        found |= {f"{name}_years": years("misallocation_estimates", **where)}
    fall = "fall_of_potential_gain_when_errors_are_corrected"
    jin = [
        study("tfp_loss_from_misallocation", "jin_2018", scope=f"manufacturing, between {who}")
        for who in ("industries", "provinces")
    ]
    canada = border(
        "trade of provinces with each other over trade with states alike in size and distance",
        "mccallum_1995",
        "trade_within_over_across",
    )
    wall = [
        figure("border_effects", f"value_{end}", source_id="anderson_van_wincoop_2003")
        for end in ("low", "high")
    ]
    return {
        **found,
        "tz": plain(0, after="%").text(
            study(
                "share_of_labour_productivity_growth_from_lower_trade_and_migration_costs",
                "tombe_zhu_2019",
            )
        ),
        "soe": plain(0, after="%").text(
            study("share_of_tfp_growth_from_reform_of_the_state_sector", "hsieh_song_2015")
        ),
        **{
            f"{name}_years": years("studies_cited", source_id=f"{name}_{when}")
            for name, when in [("poncet", 2003), ("fang", 2013)]
        },
        **{
            f"error_{code.lower()}": plain(0, after="%").text(
                study(fall, "bkr_2020", country_code=code)
            )
            for code in ("IND", "USA")
        },
        "jin_industries": plain(2, after="%").text(jin[0]),
        "jin_provinces": plain(2, after="%").text(jin[1]),
        "canada": plain(0).text(canada),
        "wall_low": plain(0, after="%").text(wall[0]),
        "wall_high": plain(0, after="%").text(wall[1]),
        "single": plain(0, after="%").text(
            figure("border_effects", "value_low", source_id="intveld_2019")
        ),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {
        **opening(),
        **why_the_move_is_not_made(),
        **from_two_firms_to_a_country(),
        **borders_one_at_a_time(),
        **when_industry_moves_a_region_that(),
        **where_economists_disagree(),
    }
