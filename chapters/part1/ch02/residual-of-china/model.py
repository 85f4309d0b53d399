"""The same table with other figures, drawn from a seed."""


def other_rows(rows, draw):
    """Return the rows in another order, with other growth and residuals, and one later year."""
    other = []
    for row in draw.shuffled(rows):
        growth = draw.step(0.01, 0.12, 0.001)
        residual = growth * draw.step(0.1, 0.9, 0.01)
        other.append(row | {"gdp_growth": growth, "residual": residual})
    edges = [(1978, 0.08, 0.07), (1979, 0.09, 0.01), (2019, 0.05, 0.04), (2020, 0.03, 0.02)]
    china = {"country_code": "CHN"}
    return other + [
        china | {"year": year, "gdp_growth": growth, "residual": residual}
        for year, growth, residual in edges
    ]
