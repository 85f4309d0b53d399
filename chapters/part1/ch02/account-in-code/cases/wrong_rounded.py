# expect: rounded
def account(output_growth, capital_growth, labour_growth, capital_share):
    capital = round(capital_share * capital_growth, 4)
    labour = round((1 - capital_share) * labour_growth, 4)
    return capital, labour, round(output_growth - capital - labour, 4)
