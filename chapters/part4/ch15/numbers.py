"""The numbers in the sentences of chapter 15, from its data and its models."""

from math import log

from nqpf.explorers import explorer
from nqpf.models.data.digital import dip_of_measured_output, long_run_of_measured_output
from nqpf.models.security.infrastructure_loops import loop_multiplier
from nqpf.models.security.infrastructure_projects import (
    cost_of_funds,
    margin_needed,
    realised_ratio,
    return_on_infrastructure,
)
from nqpf.numbers import percent, plain
from nqpf.prose import figure

HOURS = 9 * 24
GRANARY = {"public_elasticity": 0.1, "public_capital": 0.8, "public_depreciation": 0.05}


def value(source_id: str, **where: str | int) -> float:
    """Return a figure of the findings."""
    return figure("infrastructure_findings", "value", source_id=source_id, **where)


def found(source_id: str, decimals: int = 0, **where: str | int) -> str:
    """Return a figure of the findings as text."""
    return plain(decimals).text(value(source_id, **where))


def use() -> dict[str, str]:
    """Return the texts of how full things are."""
    rented = "racks filled, of racks standing"
    tokens = [
        value("tmtpost_2026", measure="tokens a day", period_end=year) for year in (2024, 2026)
    ]
    energy = value("nea_2026_festival")
    points = value("xinhua_2026_charging", measure="charging points")
    rated = value("xinhua_2026_charging", measure="mean rated power")
    drawn = energy * 1e6 / (HOURS * points * 1e3)
    return {
        "rented_2022": found("xinhua_2024_hubs", measure=rented, period_end=2022),
        "rented_2023": found("xinhua_2024_hubs", 1, measure=rented, period_end=2023),
        "rented_2024": found("scio_2024_data", 1, measure=rented),
        "west": found("gt_2021_dc", measure="capacity used"),
        "west_target": found("gt_2021_dc", measure="capacity used, target"),
        "unused": found("mittr_2025"),
        "local_low": found("reuters_2025_dc", measure="capacity used, low"),
        "local_high": found("reuters_2025_dc", measure="capacity used, high"),
        "off_2023": found("reuters_2025_dc", measure="projects called off", period_end=2023),
        "off_later": found("reuters_2025_dc", measure="projects called off", period_end=2025),
        "ai_low": found("tech360_2026", measure="capacity used, low"),
        "ai_high": found("tech360_2026", measure="capacity used, high"),
        "tokens": plain(0).text(tokens[1] / tokens[0]),
        "drawn": plain(1).text(drawn),
        "rated": plain(1).text(rated),
        "drawn_part": percent(0).text(drawn / (rated)),
    }


def built() -> dict[str, str]:
    """Return the texts of what was built and where."""
    kinds = explorer("built-and-used")
    start = kinds.readouts()
    ahead = explorer("built-ahead")
    now = ahead.readouts()
    double = ahead.readouts(capacity=2.0)
    coast = explorer("coast-and-inland").readouts()
    loop = (
        value("li_2017_ev", measure="part of that rise due to the loop with charging stations")
        / 100
    )
    return {
        "points_times": plain(0).text(start["multiple"]),
        "ratio_first": plain(0).text(start["before"]),
        "ratio_last": plain(0).text(start["ratio"]),
        "inland_before": percent(0).text(now["before"]),
        "inland_ten": percent(0).text(now["inland"]),
        "met_first": percent(0).text(now["first"]),
        "met_ten": percent(0).text(now["served"]),
        "double_coast": percent(0).text(double["coast"]),
        "double_inland": percent(0).text(double["inland"]),
        "half_first": percent(2).text(coast["first"]),
        "half_second": percent(2).text(coast["second"]),
        "mass": percent(0).text(explorer("enough-users").readouts()["threshold"]),
        "grown": percent(0).text(explorer("enough-users").readouts()["grown"]),
        "credit": found("li_2017_ev", measure="sales due to the tax credit"),
        "loop": percent(0).text(loop),
        "loop_times": plain(2).text(loop_multiplier(car_response=loop / 0.8, point_response=0.8)),
        "broad_low": found(
            "czernich_2011", 1, measure="growth for ten points more of the people with it, low"
        ),
        "broad_high": found(
            "czernich_2011", 1, measure="growth for ten points more of the people with it, high"
        ),
    }


def shares() -> dict[str, str]:
    """Return the texts of how much of output, and of what it returns."""
    hump = explorer("idle-infrastructure")
    now, none = hump.readouts(), hump.readouts(public_use=0.4)
    mean = value("bom_2014", measure="elasticity of output, mean")
    return {
        "best_share": percent(0).text(now["best_share"]),
        "best_share_idle": percent(0).text(none["best_share"]),
        "by_share": plain(2).text(now["by_share"]),
        "by_use": plain(2).text(now["by_use"]),
        "estimates": found("bom_2014", measure="estimates pooled"),
        "mean": plain(3).text(mean),
        "short": found("bom_2014", 3, measure="elasticity of output, short run"),
        "long": found("bom_2014", 3, measure="elasticity of output, long run"),
        "stock_limit": plain(1).text(mean / 0.08),
        "debt_first": found("huang_2020_local", 1, period_end=2006),
        "debt_last": found("huang_2020_local", period_end=2013),
        "rail": found("worldbank_2019_rail"),
    }


def worked() -> dict[str, str]:
    """Return the texts of the worked example and of the road."""
    full = return_on_infrastructure(**GRANARY, public_use=1.0)
    idle = return_on_infrastructure(**GRANARY, public_use=0.6)
    hurdle = cost_of_funds(displaced_part=0.5, private_return=0.1, saving_return=0.03)
    drawn_in = cost_of_funds(displaced_part=-0.25, private_return=0.1, saving_return=0.03)
    road = {
        "cost_overrun": value("economist_2017", measure="cost above the plan") / 100,
        "benefit_shortfall": value("economist_2017", measure="traffic below the forecast") / 100,
    }
    assumed = value("economist_2017", measure="ratio of benefits to costs assumed for every plan")
    return {
        "w_gross": percent(1).text(0.1 / 0.8),
        "w_full": percent(1).text(full),
        "w_idle": percent(1).text(idle),
        "w_hurdle": percent(1).text(hurdle),
        "w_drawn_in": percent(2).text(drawn_in),
        "w_slip": percent(1).text(full - 0.03),
        "w_turns": percent(0).text((hurdle + 0.05) * 0.8 / 0.1),
        "assumed": plain(1).text(assumed),
        "projects": found("economist_2017", measure="projects"),
        "traffic": percent(0).text(road["benefit_shortfall"]),
        "costs": percent(0).text(road["cost_overrun"]),
        "road": plain(2).text(realised_ratio(planned_ratio=assumed, **road)),
        "road_needed": plain(2).text(margin_needed(**road)),
    }


def digital() -> dict[str, str]:
    """Return the texts of the J-curve."""
    curve = explorer("measured-and-true")
    start, slow = curve.readouts(), curve.readouts(intangible_elasticity=0.05, year=3)
    steps = {"investment_before": 0.02, "investment_after": 0.06}
    gaps = [value("brynjolfsson_2021_j", period_end=year) / 100 for year in (2004, 2017)]
    gap = 1 / (1 + dip_of_measured_output(**steps)) - 1
    return {
        "dip": percent(1, signed=True).text(dip_of_measured_output(**steps)),
        "in_year_one": percent(1, signed=True).text(start["seen"]),
        "in_the_end": percent(1, signed=True).text(
            long_run_of_measured_output(**steps, intangible_elasticity=0.1)
        ),
        "least": plain(3).text(start["least"]),
        "slow": percent(1, signed=True).text(slow["seen"]),
        "gap_2004": percent(1).text(gaps[0]),
        "gap_2017": percent(1).text(gaps[1]),
        "gap_a_year": percent(1).text(log((1 + gaps[1]) / (1 + gaps[0])) / 13),
        "gap_ours": percent(1).text(gap),
        "gap_needs": percent(0).text(1 - 0.98 / (1 + gaps[1])),
    }


def layers() -> dict[str, str]:
    """Return the texts of the five layers."""
    five = explorer("five-layers")
    start, narrow = five.readouts(), five.readouts(reach=0.4)
    return {
        "alone": percent(1).text(start["alone"]),
        "behind": plain(0).text(start["behind"]),
        "four": percent(1).text(start["digital"]),
        "five": percent(1).text(start["output"]),
        "dirty": percent(0).text(start["dirty"]),
        "clean": percent(0).text(start["emissions"]),
        "enough": percent(0).text(start["enough"]),
        "narrow": percent(1).text(narrow["output"]),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 15 use, by its name."""
    return use() | built() | shares() | worked() | digital() | layers()
