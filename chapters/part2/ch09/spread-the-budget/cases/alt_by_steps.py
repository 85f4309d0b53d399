def spread(budget, stocks):
    low, high = min(stocks), max(stocks) + budget
    for _ in range(200):
        level = (low + high) / 2
        if sum(max(0, level - stock) for stock in stocks) > budget:
            high = level
        else:
            low = level
    return [max(0, level - stock) for stock in stocks]
