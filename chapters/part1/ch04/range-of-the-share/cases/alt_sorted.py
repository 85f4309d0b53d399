def capital_share_range(rows, country):
    labour = sorted(row["labour_share"] for row in rows if row["country_code"] == country)
    return (1 - labour[-1], 1 - labour[0])
