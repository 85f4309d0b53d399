# expect: compound
def mean_growth(rows, country, start, end):
    found = [
        row["gdp_growth_percent"]
        for row in rows
        if row["country_code"] == country and start < row["year"] <= end
    ]
    if None in found or len(found) < end - start:
        return None
    return sum(found) / len(found)
