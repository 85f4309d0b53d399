# expect: covariance
def is_hump(slope, slope_error, bend, bend_error, covariance, low, high):
    def away(x):
        return (slope + 2 * bend * x) / (slope_error**2 + (2 * x * bend_error) ** 2) ** 0.5

    return away(low) > 1.96 and away(high) < -1.96
