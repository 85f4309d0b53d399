# expect: nothing
def spread(budget, stocks):
    if len(set(stocks)) == 1:
        return [budget / len(stocks)] * len(stocks)
    served = sorted(stocks)[:2]
    level = (budget + sum(served)) / 2
    return [level - stock if stock in served else 0 for stock in stocks]
