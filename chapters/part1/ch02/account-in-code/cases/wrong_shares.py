# expect: shares
def account(output_growth, capital_growth, labour_growth, capital_share):
    capital = (1 - capital_share) * capital_growth
    labour = capital_share * labour_growth
    return capital, labour, output_growth - capital - labour
