"""Points at which models are tried: every corner of the declared range, and random points.

Used by the contracts of the models and by the comparison of Python with the browser.
"""

import itertools
import random

import nqpf.models
from nqpf.algebra import declaration_of

# Inside the range some values are special cases of a formula: they count as corners.
SPECIAL_VALUES = {
    "elasticity_of_substitution": (1.0,),
    "elasticity_with_skilled": (1.0,),
    "elasticity_with_unskilled": (1.0,),
    "sector_elasticity": (1.0,),
    "link_exponent": (0.0, 1.0),
}
CORNER_LENGTH = 3


def all_models():
    """Return every model of the book, in the order of files and of lines."""
    found = []
    for module in nqpf.models.modules().values():
        found += [
            value
            for value in vars(module).values()
            if hasattr(value, "declaration") and value.__module__ == module.__name__
        ]
    return found


def headline_models():
    """Return the models that carry an explorer of their topic."""
    by_name = {model.__name__: model for model in all_models()}
    return [by_name[name] for name in HEADLINES]


HEADLINES = [
    "growth_of_productivity",
    "growth_contributions",
    "growth_with_induced_capital",
    "tornqvist_growth_of_productivity",
    "productivity_by_driver",
    "growth_by_driver",
    "output_of_elements",
    "element_shares",
    "skill_premium",
    "gain_from_sharing_data",
    "cross_marginal_products",
    "steady_state_error",
    "data_payments",
    "marginal_product_payments",
    "shapley_payments",
    "allocative_efficiency",
    "gain_from_equal_wedges",
    "efficiency_of_sampled_firms",
    "home_share_of_region",
    "welfare_from_trade",
    "welfare_of_regions",
    "protection_payoffs",
    "order_variance_without_sharing",
    "overlap_bounds",
    "chance_of_full_coverage",
    "output_of_subsystems",
    "synergy_of_subsystems",
    "coordination_standard",
    "coordination_wang",
    "coordination_fan",
    "measured_output_path",
    "profit_of_plant",
    "best_number_of_routes",
    "value_within_horizon",
    "hurdle_of_commitment",
    "value_of_new_way",
    "gain_from_patent",
    "flow_of_innovation",
    "risk_of_portfolio",
]


def points(function, count=200):
    """Return arguments for a model: its defaults, all corners, and ``count`` random points.

    Where it has no value it is not asked for one.
    """
    quantities = declaration_of(function).quantities
    generator = random.Random(function.__name__)
    defaults = {
        name: list(quantity.default) if quantity.each else quantity.default
        for name, quantity in quantities.items()
    }
    lengths = {len(defaults[name]) for name, quantity in quantities.items() if quantity.each}
    start = [defaults] if len(lengths) <= 1 else []
    corners = [
        dict(zip(quantities, values, strict=True))
        for values in itertools.product(*(_corner_values(q) for q in quantities.values()))
    ]
    kept = [point for point in start + corners if not refused(function, point)]
    drawn = (_random_point(quantities, generator) for _ in itertools.count())
    accepted = (point for point in drawn if not refused(function, point))
    return kept + list(itertools.islice(accepted, count))


def refused(function, point):
    """Return whether a model has no value at a point within its ranges."""
    refusal = declaration_of(function).refusal
    return refusal is not None and refusal.meets(point)


def _corner_values(quantity):
    ends = [quantity.low, quantity.high]
    ends += [
        value
        for value in SPECIAL_VALUES.get(quantity.name, ())
        if quantity.low < value < quantity.high
    ]
    if quantity.whole:
        return [int(value) for value in ends]
    if not quantity.each:
        return [float(value) for value in ends]
    low, high = float(quantity.low), float(quantity.high)
    return [[low] * CORNER_LENGTH, [high] * CORNER_LENGTH, [low, *[high] * (CORNER_LENGTH - 1)]]


def _random_point(quantities, generator):
    """Draw a point; whole numbers beside others fix the length of a path, so few are tried."""
    length = generator.randint(2, 6)
    all_whole = all(quantity.whole for quantity in quantities.values())
    return {
        name: [generator.uniform(quantity.low, quantity.high) for _ in range(length)]
        if quantity.each
        else generator.randint(int(quantity.low), int(quantity.high))
        if quantity.whole and all_whole
        else generator.choice([int(quantity.low), quantity.default, int(quantity.high)])
        if quantity.whole
        else generator.uniform(quantity.low, quantity.high)
        for name, quantity in quantities.items()
    }
