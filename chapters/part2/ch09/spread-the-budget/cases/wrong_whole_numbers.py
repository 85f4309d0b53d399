# expect: halves
def spread(budget, stocks):
    served = sorted(stocks)
    while served[-1] > (budget + sum(served)) / len(served):
        served.pop()
    level = (budget + sum(served)) // len(served)
    return [max(0, level - stock) for stock in stocks]
