"""How common the products of each country are."""


def common(held):
    ### BEGIN SOLUTION
    result = []
    for row in held:
        total = 0
        for place, mark in enumerate(row):
            if mark == 1:
                total += sum(other[place] for other in held)
        result.append(total / sum(row))
    return result
    ### END SOLUTION
