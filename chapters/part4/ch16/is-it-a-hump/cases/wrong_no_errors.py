# expect: errors
def is_hump(slope, slope_error, bend, bend_error, covariance, low, high):
    return slope + 2 * bend * low > 0 and slope + 2 * bend * high < 0
