# expect: weights
def account(output_growth, capital_growth, labour_growth, capital_share):
    return capital_growth, labour_growth, output_growth - capital_growth - labour_growth
