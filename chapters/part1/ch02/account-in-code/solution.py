def account(output_growth, capital_growth, labour_growth, capital_share):
    """Return what capital, labour and the residual add to growth."""
    ### BEGIN SOLUTION
    capital = capital_share * capital_growth
    labour = (1 - capital_share) * labour_growth
    return capital, labour, output_growth - capital - labour
    ### END SOLUTION
