"""The numbers in the sentences of chapter 4."""

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.data import data_bond, data_factor, data_precision
from nqpf.models.elements import remuneration
from nqpf.numbers import percent, plain, points
from nqpf.prose import figure, years


def what_has_labour_received() -> dict[str, str]:
    """Return the numbers of: What has labour received."""
    pwt = {
        y: figure("labour_share", "labour_share", country_code="CHN", year=y) for y in (1995, 2007)
    }
    fell = {
        name: figure("labour_share_china_published", "change_points", measure=measure) / 100
        for name, measure in [
            ("reported", "official, as reported"),
            ("definition", "change of definition"),
            ("real", "structural change and shares within sectors"),
            ("moved", "of it structural change"),
        ]
    }
    fell["pwt"] = pwt[2007] - pwt[1995]
    newer = {
        y: figure("growth_inputs_11", "labour_share", country_code="CHN", year=y)
        for y in (1995, 2007)
    }
    fell["newer"] = newer[2007] - newer[1995]
    paid = {
        y: figure("value_added_20", "compensation", year=y, sector="all")
        / figure("value_added_20", "value_added", year=y, sector="all")
        for y in (2017, 2020, 2023)
    }
    law = {row["measure"]: row for row in data.rows("privacy_law_effects")}
    less = {
        "less_stored": "data stored",
        "less_processed": "data processed",
        "dearer_data": "cost of data",
    }
    return {
        **{f"paid_{y}": percent(1).text(share) for y, share in paid.items()},
        **{
            f"fell_{name}": points(1 if name in ("pwt", "newer") else 2).text(-change)
            for name, change in fell.items()
            if name != "moved"
        },
        "fell_definition_part": percent(0).text(fell["definition"] / fell["reported"]),
        "fell_moved_part": percent(0).text(fell["moved"] / fell["real"]),
        **{
            name: plain(0, after="%").text(abs(law[measure]["change_percent"]))
            for name, measure in less.items()
        },
        **{
            name: plain(digits, after="%").text(-law[measure]["change_percent"])
            for name, digits, measure in [
                ("fewer_views", 0, "recorded page views"),
                ("less_revenue", 0, "recorded revenue"),
                ("fewer_seen", 1, "consumers observed"),
            ]
        },
        "online_firms": plain(0).text(law["recorded revenue"]["firms"]),
        "plants": plain(0).text(figure("studies_cited", "value", measure="establishments asked")),
        "plants_years": years("studies_cited", measure="establishments asked"),
        "estimates": plain(1).text(
            figure(
                "studies_cited",
                "value",
                source_id="gechert_2022",
                measure="elasticity of substitution as corrected",
            )
        ),
    }


def data_serve_many_at_once() -> dict[str, str]:
    """Return the numbers of: Data serve many at once."""
    case = dict(capital_share=0.4, elasticity_of_data=0.06)
    double = data_bond.output_with_data(data=2.0, capital=2.0, labour=2.0, **case)
    alone = dict(
        number_of_firms=100.0, own_data_weight=0.5, own_data_use=1.0, elasticity_of_data=0.06
    )
    growing = dict(labour_growth=0.02, elasticity_of_substitution=5.0)
    return {
        "eta_bare": plain(2).text(0.06),
        "all_doubled": percent(1).text(double - 1),
        "data_doubled": percent(1).text(
            data_factor.gain_from_more_data(data_multiple=2.0, elasticity_of_data=0.06) - 1
        ),
        **{
            name: percent(0).text(
                data_factor.gain_from_sharing_data(data_sharing=part, **alone) - 1
            )
            for name, part in {"shared": 1.0, "tenth": 0.1}.items()
        },
        "people": percent(0).text(growing["labour_growth"]),
        "growth_kept": percent(2).text(data_factor.growth_without_data_sharing(**growing)),
        "growth_shared": percent(2).text(
            data_factor.growth_with_data_sharing(elasticity_of_data=0.06, **growing)
        ),
    }


def a_forecast_has_a_floor() -> dict[str, str]:
    """Return the numbers of: A forecast has a floor."""
    drift = dict(persistence=0.95, drift_variance=1.0)
    error = {
        n: data_precision.steady_state_error(data_points=float(n), **drift) for n in (1, 10, 100)
    }
    return {
        **{f"error_{n}": plain(2).text(value) for n, value in error.items()},
        "first_tenfold": plain(2).text(error[1] - error[10]),
        "next_tenfold": plain(2).text(error[10] - error[100]),
    }


def worked_example_a_bill_of_more() -> dict[str, str]:
    """Return the numbers of: Worked example: a bill of more than everything."""
    bill = remuneration.marginal_product_bill(exponents=[0.6, 0.4], elasticity_of_data=0.06)
    return {
        "bill": plain(0).text(100 * bill),
        "gap": plain(0).text(100 * (bill - 1)),
        "cut": percent(1).text(1 - 1 / bill),
        **{
            f"cut_{name}": plain(1).text(100 * part / bill)
            for name, part in [("labour", 0.6), ("capital", 0.4), ("data", 0.06)]
        },
    }


def farming(year: int) -> float:
    return figure(
        "structure_china",
        "share_percent",
        measure="output",
        sector="agriculture",
        series="WDI",
        year=year,
    )


def a_falling_share_without_a_pay() -> dict[str, str]:
    """Return the numbers of: A falling share without a pay cut."""
    moves = explorer("share-without-a-pay-cut")
    return {
        "move": points(1).text(-moves.readouts()["change"]),
        **{name: percent(0).text(moves.start[name]) for name in ("in_farming", "elsewhere")},
        **{f"farm_{year}": plain(1, after="%").text(farming(year)) for year in (1995, 2003, 2023)},
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of the chapter use, by its name."""
    return {
        **what_has_labour_received(),
        **data_serve_many_at_once(),
        **a_forecast_has_a_floor(),
        **worked_example_a_bill_of_more(),
        **a_falling_share_without_a_pay(),
    }
