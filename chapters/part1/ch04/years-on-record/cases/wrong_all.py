# expect: filled
def years_on_record(rows, country):
    years = [row["year"] for row in rows if row["country_code"] == country]
    return min(years), max(years)
