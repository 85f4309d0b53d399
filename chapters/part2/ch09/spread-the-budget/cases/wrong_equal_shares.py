# expect: lowest
def spread(budget, stocks):
    return [budget / len(stocks)] * len(stocks)
