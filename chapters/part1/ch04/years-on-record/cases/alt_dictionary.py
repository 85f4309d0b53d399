def years_on_record(rows, country):
    shares = {row["year"]: row["labour_share"] for row in rows if row["country_code"] == country}
    years = sorted(shares)
    while len(years) > 1 and shares[years[0]] == shares[years[1]]:
        years = years[1:]
    while len(years) > 1 and shares[years[-1]] == shares[years[-2]]:
        years = years[:-1]
    return years[0], years[-1]
