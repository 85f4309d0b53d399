# expect: pair
def pay(alone, others, whole):
    payments = []
    for i in range(3):
        j, k = [other for other in range(3) if other != i]
        first = alone[i] / 3
        second = (others[k] - alone[j] + others[j] - alone[k]) / 6
        payments.append(first + second + (whole - others[i]) / 3)
    return payments
