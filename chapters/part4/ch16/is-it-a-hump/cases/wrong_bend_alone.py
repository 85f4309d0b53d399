# expect: ends
def is_hump(slope, slope_error, bend, bend_error, covariance, low, high):
    return bend < -1.96 * bend_error
