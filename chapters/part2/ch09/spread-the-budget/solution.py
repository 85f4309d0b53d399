"""A budget over resources of equal weight, filled up from the lowest."""


def spread(budget, stocks):
    ### BEGIN SOLUTION
    served = sorted(stocks)
    while served[-1] > (budget + sum(served)) / len(served):
        served.pop()
    level = (budget + sum(served)) / len(served)
    return [max(0, level - stock) for stock in stocks]
    ### END SOLUTION
