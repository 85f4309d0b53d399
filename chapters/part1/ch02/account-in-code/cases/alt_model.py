from nqpf.models.growth import growth_contributions


def account(output_growth, capital_growth, labour_growth, capital_share):
    parts = growth_contributions(
        output_growth=output_growth,
        capital_growth=capital_growth,
        labour_growth=labour_growth,
        capital_share=capital_share,
    )
    return parts.capital, parts.labour, parts.productivity
