"""The laws of the book's models, by their topics."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from nqpf.laws.law import CLOSE, Law, Point, alike, halves, is_part, near, stays
from nqpf.words import _

STILL_INPUTS = {"capital_growth": 0.0, "labour_growth": 0.0, "human_capital_growth": 0.0}


def laws(names: Collection[str]) -> list[Law]:
    """Return the laws that speak of no other functions than these."""
    return [law for law in LAWS if set(law.names) <= set(names)]


def _law(*models: str) -> Callable[[str, Callable[..., bool]], Law]:
    """Return what makes a law of models of its words and its test."""
    return lambda words, test: Law(models, words, test)


def _unmoved(p: Point) -> dict[str, Any]:
    return {"sector_employment_end": p["sector_employment_start"]}


def _swapped(p: Point, one: str, other: str) -> dict[str, Any]:
    return {one: p[other], other: p[one]}


def _is_slope(level: Callable[..., Any], growth: Callable[..., Any], p: Point) -> bool:
    """Return whether the last result of one model is how fast that of another rises with time."""
    step = 1e-4
    year = p["year"] * 0.9 + 2 * step
    if abs(year - p["transition_years"]) < 2 * step:
        return True
    rise = level(**p | {"year": year + step})[-1] - level(**p | {"year": year - step})[-1]
    return near(rise / (2 * step), growth(**p | {"year": year})[-1], 1e-6)


LAWS: list[Law] = [
    # Growth.
    _law("growth.growth.growth_contributions")(
        _("the parts of growth add up to the growth of output"),
        lambda parts, p: near(sum(parts(**p)), p["output_growth"]),
    ),
    _law("growth.growth.growth_contributions", "growth.growth.growth_of_productivity")(
        _("the part of productivity is what growth leaves once inputs are counted"),
        lambda parts, residual, p: near(parts(**p).productivity, residual(**p)),
    ),
    _law("growth.growth.growth_of_productivity")(
        _("with inputs that do not grow, all growth is productivity’s"),
        lambda f, p: near(f(**p | STILL_INPUTS), p["output_growth"]),
    ),
    _law("growth.growth_conventions.growth_with_induced_capital")(
        _("without capital in production, nothing is credited beyond productivity itself"),
        lambda f, p: near(f(**p | {"capital_share": 0.0}), p["productivity_growth"]),
    ),
    _law("growth.drivers.growth_from_breakthroughs")(
        _("half the researchers make half the growth"),
        lambda f, p: halves(f, p, "researchers"),
    ),
    _law("growth.drivers.gain_from_reallocation")(
        _("firms that stay as unequal as they were gain nothing"),
        lambda f, p: near(f(**p | {"dispersion_end": p["dispersion_start"]}), 0),
    ),
    _law("growth.drivers.gain_from_upgrading")(
        _("labour that stays where it is gains nothing"),
        lambda f, p: near(f(**p | {"advanced_share_end": p["advanced_share_start"]}), 0),
    ),
    _law("growth.drivers.productivity_by_driver")(
        _("the three drivers add up to the whole"),
        lambda f, p: near(sum(f(**p)[:3]), f(**p)[3]),
    ),
    _law("growth.drivers.productivity_by_driver")(
        _("in year 0 nothing is gained yet"),
        lambda f, p: near(f(**p | {"year": 0.0})[3], 0),
    ),
    _law("growth.drivers.growth_by_driver")(
        _("the growth by three drivers adds up to the whole"),
        lambda f, p: near(sum(f(**p)[:3]), f(**p)[3]),
    ),
    _law("growth.drivers.productivity_by_driver", "growth.drivers.growth_by_driver")(
        _("growth is the slope of productivity"),
        lambda level, growth, p: _is_slope(level, growth, p),
    ),
    # Allocation.
    _law("allocation.allocation.allocative_efficiency")(
        _("a wedge that all firms pay alike costs nothing"),
        lambda f, p: near(f(**p | {"wedges": [p["wedges"][0]] * len(p["wedges"])}), 1),
    ),
    _law("allocation.allocation.allocative_efficiency")(
        _("no allocation makes more than the best one"),
        lambda f, p: f(**p) <= 1 + CLOSE,
    ),
    _law("allocation.allocation.labour_shares")(
        _("the shares of labour add up to one"),
        lambda f, p: near(sum(f(**p)), 1),
    ),
    _law("allocation.divided_factors.output_of_divided_factors")(
        _("half of all capital and labour makes half the output"),
        lambda f, p: halves(f, p, "capital_by_firm", "labour_by_firm"),
    ),
    _law("allocation.market_regions.home_shares_of_regions")(
        _("what a region buys at home lies between nothing and all"),
        lambda f, p: all(map(is_part, f(**p))),
    ),
    # Data.
    _law("data.data_factor.gain_from_more_data")(
        _("as much data as before gains nothing"),
        lambda f, p: near(f(**p | {"data_multiple": 1.0}), 1),
    ),
    _law("data.data_ownership.data_payments")(
        _("what owners are paid adds up to the surplus"),
        lambda f, p: near(sum(f(**p)), p["data_surplus"]),
    ),
    _law("data.servitisation.margin_with_services")(
        _("without services a firm earns the margin of its product, less what they cost"),
        lambda f, p: near(
            f(**p | {"service_share": 0.0}), p["product_margin"] - p["service_overhead"]
        ),
    ),
    _law("data.servitisation.income_risk")(
        _("a firm without services has the risk of its product"),
        lambda f, p: near(f(**p | {"service_share": 0.0}), p["product_risk"]),
    ),
    # Elements and pay.
    _law("elements.elements.output_of_elements")(
        _("half of every input makes half the output"),
        lambda f, p: halves(f, p, "amounts"),
    ),
    _law("elements.remuneration.shapley_payments")(
        _("payments do not change when the inputs are listed the other way round"),
        lambda f, p: alike(f(**p), f(**p | {n: p[n][::-1] for n in ("amounts", "weights")})[::-1]),
    ),
    _law("elements.tasks.labour_share_of_tasks")(
        _("labour gets something between nothing and all"),
        lambda f, p: is_part(f(**p)),
    ),
    _law("elements.tasks.output_of_tasks", "elements.tasks.wage_of_tasks")(
        _("wages never add up to more than output"),
        lambda f, wage, p: wage(**p) * p["employment_rate"] <= f(**p) * (1 + CLOSE),
    ),
    _law("elements.skill_premium.skill_premium")(
        _("a larger weight of labour without skills lowers the premium"),
        lambda f, p: f(**p | {"unskilled_weight": 0.3}) > f(**p | {"unskilled_weight": 0.6}),
    ),
    # Innovation.
    _law("innovation.ladders.chance_of_no_breakthrough")(
        _("at the start no breakthrough has come yet"),
        lambda f, p: near(f(**p | {"year": 0.0}), 1),
    ),
    _law("innovation.parallel_paths.chance_of_success")(
        _("one route succeeds with the chance of a route"),
        lambda f, p: near(f(**p | {"routes": 1.0}), p["route_chance"]),
    ),
    _law("innovation.parallel_paths.chance_of_success")(
        _("a chance lies between nothing and certainty"),
        lambda f, p: is_part(f(**p)),
    ),
    _law("innovation.parallel_paths.expected_years_of_race")(
        _("twice the racers halve the time"),
        lambda f, p: near(2 * f(**p | {"racers": 2.0}), f(**p | {"racers": 1.0})),
    ),
    _law("innovation.lists_in_common.shared_part")(
        _("it does not matter which list comes first"),
        lambda f, p: near(f(**p), f(**p | _swapped(p, "named_by_first", "named_by_second"))),
    ),
    _law("innovation.absorption.knowledge")(
        _("who does no research of its own knows nothing"),
        lambda f, p: near(f(**p | {"own_research": 0.0}), 0),
    ),
    # Learning.
    _law("learning.learning.cost_after_experience")(
        _("without new experience the cost stays"),
        lambda f, p: near(f(**p | {"experience_multiple": 1.0}), 1),
    ),
    _law("learning.learning.cost_after_experience")(
        _("with each doubling of experience the cost falls by the learning rate"),
        lambda f, p: near(f(**p | {"experience_multiple": 2.0}), 1 - p["learning_rate"]),
    ),
    _law("learning.early_start.world_price")(
        _("the world’s price begins at one"),
        lambda f, p: near(f(**p | {"year_of_making": 0.0}), 1),
    ),
    # Structure.
    _law("structure.structural_change.employment_shares")(
        _("the shares of employment add up to one"),
        lambda f, p: near(sum(f(**p)), 1),
    ),
    _law("structure.structural_change.two_parts_of_growth")(
        _("where nobody moves, moving adds nothing"),
        lambda f, p: near(f(**p | _unmoved(p))[1], 0),
    ),
    _law("structure.structural_change.three_parts_of_growth")(
        _("where nobody moves, moving adds nothing"),
        lambda f, p: near(f(**p | _unmoved(p))[1], 0) and near(f(**p | _unmoved(p))[2], 0),
    ),
    _law("structure.shocks.exact_loss")(
        _("where productivity does not fall, nothing is lost"),
        lambda f, p: near(f(**p | {"productivity_fall": 0.0}), 0),
    ),
    _law("structure.shocks.first_order_loss")(
        _("where productivity does not fall, nothing is lost"),
        lambda f, p: near(f(**p | {"productivity_fall": 0.0}), 0),
    ),
    _law("structure.bottlenecks.best_split")(
        _("the whole budget is spent"),
        lambda f, p: near(sum(f(**p)), p["resource_budget"], 1e-6),
    ),
    _law("structure.synergy.output_of_subsystems")(
        _("subsystems that are all alike make together what each makes"),
        lambda f, p: near(f(**p | {"scores": [p["scores"][0]] * 3}), p["scores"][0]),
    ),
    _law("structure.completeness.overlap_bounds", "structure.completeness.overlap_if_independent")(
        _("what two lists share by chance lies between the bounds"),
        lambda f, mean, p: f(**p)[0] - CLOSE <= mean(**p) <= f(**p)[1] + CLOSE,
    ),
    _law("structure.completeness.chance_of_complete_set")(
        _("a chance lies between nothing and certainty"),
        lambda f, p: is_part(f(**p)),
    ),
    _law("structure.completeness.chance_of_complete_set")(
        _("who holds every capability lacks none"),
        lambda f, p: near(f(**p | {"capability_chance": 1.0}), 1),
    ),
    _law("structure.structure_measures.advancement")(
        _("an economy half as large has the same structure"),
        lambda f, p: stays(f, p, "services_output", "industry_output"),
    ),
    _law(
        "structure.chain.order_variance_without_sharing",
        "structure.chain.order_variance_with_sharing",
    )(
        _("sharing what is sold never makes orders vary more"),
        lambda f, shared, p: shared(**p) <= f(**p) * (1 + CLOSE),
    ),
    _law("structure.layers.emissions_with_layers", "structure.layers.output_with_layers")(
        _("where nothing is saved, emissions are output"),
        lambda f, output, p: near(
            f(**p | {"layer_cuts": [0.0] * len(p["layer_cuts"])}),
            output(**{name: p[name] for name in ("layer_effect", "layer_gains")}),
        ),
    ),
    # Measurement.
    _law("measurement.coupling.coordination_standard")(
        _("coordination lies between nothing and one"),
        lambda f, p: all(map(is_part, f(**p))),
    ),
    _law("measurement.coupling.coordination_standard")(
        _("scores that agree are fully coupled"),
        lambda f, p: near(f(**p | {"scores": [0.4] * len(p["scores"])})[0], 1),
    ),
    _law("measurement.three_groups.gini_of_three_groups")(
        _("a Gini index lies between equality and one"),
        lambda f, p: is_part(f(**p)),
    ),
    # Security.
    _law("security.openness.real_income_after_price_rise")(
        _("where prices abroad stay, income stays"),
        lambda f, p: near(f(**p | {"foreign_price_multiple": 1.0}), 1),
    ),
    _law("security.openness.gains_from_trade")(
        _("who buys nothing abroad gains nothing by trade"),
        lambda f, p: near(f(**p | {"home_expenditure": 1.0}), 0),
    ),
    _law("security.least_cost.loss_left")(
        _("who spends nothing on protection keeps the whole loss"),
        lambda f, p: alike(
            f(**p | {"protection_spending": [0.0] * len(p["danger_loss"])}), p["danger_loss"]
        ),
    ),
    _law("security.security.chance_of_losing_all")(
        _("a chance lies between nothing and certainty"),
        lambda f, p: is_part(f(**p)),
    ),
    _law("security.security.chance_of_losing_all")(
        _("no number of suppliers makes losing all less likely than the common event"),
        lambda f, p: f(**p) >= p["common_chance"] - CLOSE,
    ),
    _law("security.infrastructure.use_by_region")(
        _("no region uses more than it has or needs"),
        lambda f, p: all(
            use <= min(need, has) + CLOSE
            for use, need, has in zip(
                f(**p), p["regional_demand"], p["regional_capacity"], strict=True
            )
        ),
    ),
    _law("security.infrastructure.part_of_demand_served")(
        _("what is served lies between nothing and all"),
        lambda f, p: is_part(f(**p)),
    ),
    _law("security.chain_stop.days_stopped")(
        _("longer outages never stop a chain for fewer days"),
        lambda f, p: f(**p | {"outage_days": 90.0}) >= f(**p | {"outage_days": 30.0}),
    ),
    _law("security.infrastructure_projects.realised_ratio")(
        _("a project that costs and brings what was planned is worth what was planned"),
        lambda f, p: near(
            f(**p | {"cost_overrun": 0.0, "benefit_shortfall": 0.0}), p["planned_ratio"]
        ),
    ),
    # The scenario.
    _law("scenario.scenario_parts.growth_by_invention_and_absorption")(
        _("at the frontier there is nothing to take over"),
        lambda f, p: near(f(**p | {"relative_productivity": 1.0}), f(**p | {"absorption": 0.0})),
    ),
    _law("scenario.scenario_parts.clean_share")(
        _("the clean share begins where it is said to begin"),
        lambda f, p: near(f(**p | {"year": 0.0}), p["clean_share_start"]),
    ),
    _law("scenario.scenario_parts.clean_share")(
        _("a share lies between nothing and all"),
        lambda f, p: is_part(f(**p)),
    ),
    _law("scenario.scenario_parts.efficiency_of_dispersion")(
        _("firms that are all alike lose nothing"),
        lambda f, p: near(f(**p | {"log_variance": 0.0}), 1),
    ),
]
