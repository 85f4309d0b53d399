# expect: labour
def account(output_growth, capital_growth, labour_growth, capital_share):
    capital = capital_share * capital_growth
    return capital, 0.0, output_growth - capital
