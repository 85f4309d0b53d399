def is_hump(slope, slope_error, bend, bend_error, covariance, low, high):
    def at(x):
        variance = slope_error**2 + 4 * x * covariance + 4 * x * x * bend_error**2
        return slope + 2 * x * bend, variance**0.5

    rises, error_low = at(low)
    falls, error_high = at(high)
    return rises - 1.96 * error_low > 0 and falls + 1.96 * error_high < 0
