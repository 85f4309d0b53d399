def proximity(rows, country, against):
    figures = {(row["country_code"], row["year"]): row["rd_intensity_percent"] for row in rows}
    years = {when for code, when in figures if code == country}
    years &= {when for code, when in figures if code == against}
    latest = sorted(years)[-1]
    return figures[country, latest] / figures[against, latest]
