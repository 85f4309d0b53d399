"""Mean growth a year of one country."""

from math import prod


def mean_growth(rows, country, start, end):
    ### BEGIN SOLUTION
    found = {
        row["year"]: row["gdp_growth_percent"] for row in rows if row["country_code"] == country
    }
    years = [found.get(year) for year in range(start + 1, end + 1)]
    if None in years:
        return None
    return 100 * (prod(1 + growth / 100 for growth in years) ** (1 / len(years)) - 1)
    ### END SOLUTION
