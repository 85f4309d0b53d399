"""The numbers in the sentences of chapter 17, from its data and its models."""

from nqpf import data
from nqpf.explorers import explorer
from nqpf.models.elements import tasks
from nqpf.models.innovation import green
from nqpf.models.measurement.inequality import income_of_lower_class
from nqpf.models.measurement.three_groups import gini_of_three_groups
from nqpf.numbers import percent, plain, year
from nqpf.prose import figure


def found(measure: str, decimals: int = 0, *, size: bool = False, **where: str) -> str:
    """Return a figure of the findings as text; ``size`` drops its sign."""
    value = figure("inclusion_findings", "value", measure=measure, **where)
    return plain(decimals).text(abs(value) if size else value)


def cases() -> dict[str, str]:
    """Return the texts of Kunshan, of robots and of the studies."""
    before = figure("inclusion_findings", "value", measure="workers before the robots")
    after = figure("inclusion_findings", "value", measure="workers after")
    return {
        "workers_before": plain(0).text(before),
        "workers_after": plain(0).text(after),
        "workers_gone": plain(0).text(before - after),
        "kunshan_subsidy": found("yearly subsidy for firms that install robots"),
        "robots": found("industrial robots installed"),
        "robots_world": found("part of the world’s installations"),
        "density_old": found("robots for 10,000 employees, as first published"),
        "density_new": found("robots for 10,000 employees, as corrected"),
        "robot_jobs": found("change of employment", size=True),
        "robot_pay": found("change of hourly earnings", size=True),
        "robot_hours": found("change of hours of those who kept working"),
        "ai_office": found("change of issues resolved an hour"),
        "risk_low": found("hours of work displaced"),
        "risk_high": found("jobs at high risk of automation"),
        "pilot_low": found("rise of low-carbon patents, low"),
        "pilot_high": found("rise of low-carbon patents, high"),
    }


def incomes() -> dict[str, str]:
    """Return the texts of the published coefficient."""
    official = [row for row in data.rows("inequality_china") if row["series"] == "official"]
    top = max(official, key=lambda row: row["gini"])
    low = min((row for row in official if row["year"] > top["year"]), key=lambda row: row["gini"])
    last = official[-1]
    people = 0.6
    share = income_of_lower_class(lower_people=people, gini_index=last["gini"])
    return {
        "gini_top": plain(3).text(top["gini"]),
        "gini_top_year": year().text(top["year"]),
        "gini_low": plain(3).text(low["gini"]),
        "gini_low_year": year().text(low["year"]),
        "gini_last": plain(3).text(last["gini"]),
        "gini_last_year": year().text(last["year"]),
        "classes_people": percent(0).text(people),
        "classes_income": percent(1).text(share),
    }


def automation() -> dict[str, str]:
    """Return the texts of one step of automation, and of the worked example."""

    def outcome(part: float) -> tuple[float, float]:
        case = {"automated_tasks": part, "capital_per_person": 1.0, "employment_rate": 1.0}
        return tasks.output_of_tasks(**case), tasks.wage_of_tasks(**case)

    (output, wage), (more, less) = outcome(0.3), outcome(0.4)
    gain, loss = (more - less) - (output - wage), wage - less
    two = plain(2)
    return {
        "step_output": percent(1).text(more / output - 1),
        "step_wage": percent(1).text(1 - less / wage),
        "for_output": two.text(tasks.capital_for_output_to_rise(automated_tasks=0.3)),
        "for_wages": two.text(tasks.capital_for_wages_to_rise(automated_tasks=0.3)),
        "ai_gain": percent(2).text(
            tasks.productivity_from_tasks(
                task_share=0.046, labour_saving=0.27, labour_cost_share=0.535
            )
        ),
        "ex_y0": two.text(output),
        "ex_y1": two.text(more),
        "ex_w0": two.text(wage),
        "ex_w1": two.text(less),
        "ex_loss": two.text(loss),
        "ex_r0": two.text(output - wage),
        "ex_r1": two.text(more - less),
        "ex_gain": two.text(gain),
        "ex_net": two.text(gain - loss),
    }


def groups() -> dict[str, str]:
    """Return the texts of the three groups."""
    shown = explorer("who-gets-what")
    now, free = shown.readouts(), shown.readouts(wage_floor=0.2)
    before = float(now["gini_before"])
    transfer = 1 - before / gini_of_three_groups(
        employment_rate=1.0, labour_income_share=0.5, owner_people=0.1, transfer_rate=0.0
    )
    return {
        "idle": percent(0).text(1 - now["employed"]),
        "gini_now": plain(2).text(now["gini"]),
        "gini_before": plain(2).text(before),
        "free_wage": plain(2).text(free["wage"]),
        "gini_free": plain(2).text(free["gini"]),
        "jobs_part": percent(0).text((now["gini"] - free["gini"]) / (now["gini"] - before)),
        "transfer": percent(0).text(transfer),
    }


def emissions() -> dict[str, str]:
    """Return the texts of emissions and of energy in provinces."""
    made, leaner = explorer("what-emissions-are-made-of"), explorer("leaner-or-larger")
    parts = made.readouts()
    carbon = "carbon for a unit of output"
    return {
        "kaya_energy": plain(0).text(-parts["energy"]),
        "kaya_income": plain(0).text(parts["income"]),
        "larger_2018": plain(0).text(leaner.readouts(when=0)["count"]),
        "larger_2020": plain(0).text(leaner.readouts(when=1)["count"]),
        "provinces": plain(0).text(leaner.readouts()["all"]),
        "needed_fall": percent(1).text(
            -green.needed_change_of_intensity(emissions_growth=-0.02, output_growth=0.048)
        ),
        "plan_asked": found("change that the plan aimed at", size=True, scope=carbon),
        "plan_found": found("change as estimated from outside", size=True, scope=carbon),
        "plan_next": found("change that the next plan aims at", size=True, scope=carbon),
        "fossil_2025": found("change of emissions from fossil fuels", 1),
    }


def research() -> dict[str, str]:
    """Return the texts of directed research."""
    shown = explorer("turn-the-research")
    ten = green.subsidy_that_turns_research(
        clean_lag=0.5, clean_elasticity=10.0, capital_share=1 / 3
    )
    return {
        "needed": plain(2).text(shown.readouts()["needed"]),
        "lasting": plain(0).text(shown.readouts()["lasting"]),
        "lasting_late": plain(0).text(shown.readouts(turn_year=10)["lasting"]),
        "needed_five": plain(1).text(shown.readouts(clean_elasticity=5.0)["needed"]),
        "needed_ten": plain(0).text(ten),
        "electricity_elasticity": found(
            "elasticity of substitution of clean for dirty capacity", 1
        ),
    }


def texts() -> dict[str, str]:
    """Return every text that the sentences of chapter 17 use, by its name."""
    return cases() | incomes() | automation() | groups() | emissions() | research()
