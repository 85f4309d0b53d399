def account(output_growth, capital_growth, labour_growth, capital_share):
    parts = []
    for weight, growth in ((capital_share, capital_growth), (1 - capital_share, labour_growth)):
        parts.append(weight * growth)
    parts.append(output_growth - sum(parts))
    return parts
