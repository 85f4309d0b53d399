# expect: valley
def is_hump(slope, slope_error, bend, bend_error, covariance, low, high):
    def away(x):
        variance = slope_error**2 + 4 * x * covariance + (2 * x * bend_error) ** 2
        return (slope + 2 * bend * x) / variance**0.5

    return abs(away(low)) > 1.96 and abs(away(high)) > 1.96 and away(low) * away(high) < 0
