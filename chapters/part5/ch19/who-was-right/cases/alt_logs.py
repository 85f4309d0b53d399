from math import exp, log


def mean_growth(rows, country, start, end):
    logs = []
    for row in rows:
        if row["country_code"] == country and start + 1 <= row["year"] <= end:
            if row["gdp_growth_percent"] is None:
                return None
            logs.append(log(1 + row["gdp_growth_percent"] / 100))
    if len(logs) < end - start:
        return None
    return (exp(sum(logs) / len(logs)) - 1) * 100
