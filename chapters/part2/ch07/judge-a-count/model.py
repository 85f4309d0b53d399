"""The two gauges that the question sets against each other."""

from nqpf import data


def output_a_worker(country):
    """Return output a worker in 2023."""
    for row in data.rows("growth_inputs_11"):
        if (row["country_code"], row["year"]) == (country, 2023):
            return row["real_gdp"] / row["employment"]
    raise LookupError(country)


def given():
    """Return the technologies led, of how many, and output a worker against the leader's."""
    led = {
        row["country_code"]: row["value"]
        for row in data.rows("innovation_gauges_2025")
        if row["unit"] == "of 74 technologies"
    }
    return {
        "led": led["CHN"],
        "all": led["CHN"] + led["USA"],
        "output": output_a_worker("CHN") / output_a_worker("USA"),
    }
