from itertools import combinations


def pairs(sizes, joined):
    ideas = [field for field, size in enumerate(sizes) for _ in range(size)]
    return sum(joined or one == other for one, other in combinations(ideas, 2))
