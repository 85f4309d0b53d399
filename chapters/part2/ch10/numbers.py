"""The numbers in the sentences of chapter 10, from its data and its models."""

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.innovation import owners, patience, selection, trial_and_error
from nqpf.numbers import percent, plain
from nqpf.prose import figure

GRID = {
    "discount_rate": 0.08,
    "first_return": 2.0,
    "years_of_return": 15.0,
    "yearly_return": 0.12,
    "gain_of_others": 0.8,
}
SIGNS = {"signs_for": 0.5, "signs_against": 0.75}


def found(source_id: str, decimals: int = 0, **where: str) -> str:
    """Return a figure of the findings as text."""
    value = figure("patience_findings", "value", source_id=source_id, **where)
    return plain(decimals).text(value)


def cities() -> dict[str, str]:
    """Return the texts of the two cities and of the state firms."""
    assets, profits = (
        figure("patience_findings", "value", source_id="wam_2025", measure=measure)
        for measure in ("assets", "profits")
    )
    return {
        "line": found("asiaict_2024", 1, measure="cost of the display line"),
        "revenue": found("asiaict_2024", measure="revenue of the city"),
        "times": found("seattletimes_2022", 1),
        "wuhan": found("caixin_2021"),
        "assets": plain(0).text(assets),
        "profits": plain(1).text(profits),
        "ratio": percent(1).text(profits / assets),
        "emerging": found("wam_2025", 1, measure="investment in strategic emerging industries"),
        "state_change": found(
            "nbs_profits_2024", 1, measure="change of profits of state-controlled firms"
        ),
        "private_change": found(
            "nbs_profits_2024", 1, measure="change of profits of private firms"
        ),
        "funds": plain(0).text(
            figure(
                "patience_findings",
                "value",
                source_id="yicai_2025_funds",
                measure="number of funds",
            )
        ),
        "subscribed": found("yicai_2025_funds", 1, measure="money subscribed"),
        "fund_life": found("xinhua_2025_fund"),
        "soe_life": found("sasac_2024"),
        "forgiven": found("nanshan_2025"),
    }


def drugs() -> dict[str, str]:
    """Return the texts of the three studies of the cost of a drug."""
    last = data.rows("drug_costs")[-1]
    wait = patience.mean_wait(
        paid_out=last["paid_out"],
        cost_with_time=last["cost_with_time"],
        discount_rate=last["discount_rate"],
    )
    return {
        "with_time": plain(0).text(last["cost_with_time"]),
        "asked": percent(1).text(last["discount_rate"]),
        "time_part": percent(0).text(1 - last["paid_out"] / last["cost_with_time"]),
        "wait": plain(1).text(wait),
        "cheap": plain(0).text(last["paid_out"] * 1.03**wait),
    }


def owned(**owner: float) -> float:
    """Return what the grid is worth to an owner, of 100 invested."""
    return 100 * float(owners.value_to_owner(**GRID, **owner))


def projects() -> dict[str, str]:
    """Return the texts of the projects and of the worked example."""
    late = explorer("how-far-to-look")
    five = explorer("which-projects-survive")
    far, wide, covered = (
        five.readouts(**case)
        for case in (
            {"horizon": 20},
            {"horizon": 20, "objective_weight": 1.0},
            {"horizon": 12, "covered_part": 0.5},
        )
    )
    selfish = {"objective_weight": 0.0, "covered_part": 0.0}
    short, whole = owned(horizon=8.0, **selfish), owned(horizon=20.0, **selfish)
    counting = owned(horizon=20.0, objective_weight=1.0, covered_part=0.0)
    carried = owned(horizon=8.0, objective_weight=0.0, covered_part=0.5)
    signed = plain(0, signed=True)
    return {
        "late_five": signed.text(late.readouts()["value"]),
        "late_whole": signed.text(late.readouts(horizon=20)["value"]),
        "begun": plain(0).text(five.readouts()["begun"]),
        "worth": plain(0).text(five.readouts()["worth"]),
        "far_begun": plain(0).text(far["begun"]),
        "wide_begun": plain(0).text(wide["begun"]),
        "covered_begun": plain(0).text(covered["begun"]),
        "covered_wasted": plain(0).text(covered["wasted"]),
        "w_short": signed.text(short),
        "w_whole": signed.text(whole),
        "w_returns": plain(0).text(100 + whole),
        "w_factor": plain(1).text(1 + GRID["gain_of_others"]),
        "w_counting": signed.text(counting),
        "w_carried": signed.text(carried),
        "w_least": percent(0).text(100 / (100 + whole) - 1),
        "w_slip": signed.text(100 * (GRID["years_of_return"] * GRID["yearly_return"] - 1)),
    }


def trials() -> dict[str, str]:
    """Return the texts of tolerance, and of races and choices."""

    def begins(**case: float) -> str:
        return plain(2).text(trial_and_error.weights_that_turn(**SIGNS, **case).new_begins)

    race = explorer("four-teams-one-goal")
    start = race.readouts()
    return {
        "strict": begins(known_chance=0.45, tolerance=0.0, ease=0.3),
        "mild": begins(known_chance=0.45, tolerance=1.0, ease=0.3),
        "alone": plain(0).text(start["alone"]),
        "four_years": plain(1).text(start["years"]),
        "best_teams": plain(0).text(start["most"]),
        "open_teams": plain(0).text(start["start"]),
        "best_worth": plain(0).text(start["best_value"]),
        "turns_at": turn(),
        "cheap_at": turn(route_cost=1.0),
        "split_at": turn(split_loss=0.1),
    }


def turn(**moved: float) -> str:
    """Return the reliability at which the lead of picking over trying turns."""
    case = {"routes": 6.0, "route_cost": 3.0, "split_loss": 0.0} | moved
    best = selection.mean_of_best(6)
    return percent(0).text(
        selection.reliability_that_decides(
            mean_worth=100.0,
            worth_spread=50.0,
            result_reliability=0.9,
            drop_cost=2.0,
            best_seen=best,
            best_tried=best,
            **case,
        )
    )


def rules() -> dict[str, str]:
    """Return the texts of certain and uncertain rules, lists and duties."""
    hurdle, lists = explorer("certainty-of-rules"), explorer("what-lists-share")
    shares = lists.readouts()
    places = {row["place"] for row in data.rows("future_industry_lists")}
    named: dict[str, set[str]] = {}
    for row in data.rows("future_industry_lists"):
        named.setdefault(row["field"], set()).add(row["place"])
    return {
        "sure": plain(2).text(hurdle.readouts()["sure"]),
        "doubt": plain(2).text(hurdle.readouts()["here"]),
        "tax": percent(0).text(hurdle.readouts()["tax"]),
        "low_sure": plain(2).text(hurdle.readouts(market_uncertainty=0.1)["sure"]),
        "high_sure": plain(2).text(hurdle.readouts(market_uncertainty=0.4)["sure"]),
        "tutoring": plain(1).text(figure("patience_findings", "value", source_id="fool_2021")),
        "threat_low": found(
            "handley_2013",
            measure="part explained by the end of a yearly threat of tariffs, low",
        ),
        "threat_high": found(
            "handley_2013",
            measure="part explained by the end of a yearly threat of tariffs, high",
        ),
        "lists": plain(0).text(len(places)),
        "on_all": plain(0).text(sum(named_by == places for named_by in named.values())),
        "both": plain(0).text(shares["both"]),
        "shared": percent(0).text(shares["share"]),
        "half": percent(0).text(owners.weight_that_decides(innovation_lead=6.0, duties_lead=4.0)),
    }


def evidence() -> dict[str, str]:
    """Return the texts of the contested claim."""
    return {
        "cost": found("garcia_macia_2025", 1, measure="cost of industrial policy"),
        "lost": found(
            "garcia_macia_2025",
            1,
            measure="loss of total factor productivity from misallocation",
        ),
        "first_money": found("sccei_2024"),
        "reform": found("hsieh_song_2015"),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 10 use, by its name."""
    return cities() | drugs() | projects() | trials() | rules() | evidence()
