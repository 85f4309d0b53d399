"""Cases sorted by kinds of novelty: how many kinds, how many cases, which kinds go together.

A case has one mark for each kind: 1 where that kind was new, 0 where it was not, 0.5 where this is
disputed. Policies are sorted alike by what they look to, with -1 where one works the other way
(chapter 11).
"""

from __future__ import annotations

from itertools import combinations

from nqpf.models.measurement.tables import Table, checked_table

NOT_NEW, DISPUTED, NEW = 0.0, 0.5, 1.0
MARKS = (NOT_NEW, DISPUTED, NEW)
AGAINST, NEITHER, SERVES = -1.0, 0.0, 1.0
DIRECTIONS = (AGAINST, NEITHER, SERVES)


def counted_marks(marks: Table, *, disputed: bool) -> list[list[int]]:
    """Return 1 for each mark that counts as new, else 0.

    Parameters: ``marks``, one row a case and one column a kind, each 0, 0.5 or 1; ``disputed``,
    whether disputed marks count. Returns a table of the same shape. Raises ``ValueError`` for any
    other mark, for no case and for rows of unequal length. Source: derived here; the five kinds
    that chapter 11 sorts by are those of :cite:t:`gan2024`.

    >>> counted_marks([[1, 0.5], [0, 1]], disputed=False)
    [[1, 0], [0, 1]]
    """
    rows = checked_table(marks, name="marks")
    for place, row in enumerate(rows):
        for kind, mark in enumerate(row):
            if mark not in MARKS:
                raise ValueError(f"marks[{place}][{kind}] = {mark} is not 0, 0.5 or 1.")
    least = DISPUTED if disputed else NEW
    return [[int(mark >= least) for mark in row] for row in rows]


def kinds_of_each(marks: Table, *, disputed: bool) -> list[int]:
    """Return how many kinds were new in each case.

    Parameters, errors: as for :func:`counted_marks`. Source: derived here, by counting.

    >>> kinds_of_each([[1, 0.5], [0, 1]], disputed=True)
    [2, 1]
    """
    return [sum(row) for row in counted_marks(marks, disputed=disputed)]


def cases_by_threshold(marks: Table, *, disputed: bool) -> list[int]:
    """Return how many cases have at least one new kind, at least two, and so on to all.

    Parameters, errors: as for :func:`counted_marks`. Returns one count for each threshold, which
    never rises. Source: derived here, by counting.

    >>> cases_by_threshold([[1, 0.5], [0, 1]], disputed=True)
    [2, 1]
    """
    found = kinds_of_each(marks, disputed=disputed)
    return [sum(kinds >= least for kinds in found) for least in range(1, len(marks[0]) + 1)]


def kinds_together(marks: Table, *, disputed: bool) -> dict[tuple[int, int], int]:
    """Return in how many cases two kinds were new at once, for each pair of kinds.

    Parameters, errors: as for :func:`counted_marks`. Returns a count under the places of the two
    kinds, the lower place first. Source: derived here, by counting.

    >>> kinds_together([[1, 0.5], [0, 1]], disputed=True)
    {(0, 1): 1}
    """
    rows = counted_marks(marks, disputed=disputed)
    pairs = combinations(range(len(rows[0])), 2)
    return {(one, two): sum(row[one] * row[two] for row in rows) for one, two in pairs}


def most_together(marks: Table, *, disputed: bool) -> tuple[tuple[int, int], int]:
    """Return the pair of kinds that were new at once most often, and in how many cases.

    Of pairs that are level the first is given. Parameters, errors: as for :func:`counted_marks`,
    and ``ValueError`` for fewer than two kinds. Source: derived here, by counting.

    >>> most_together([[1, 1, 0], [0, 1, 1], [1, 1, 1]], disputed=False)
    ((0, 1), 2)
    """
    found = kinds_together(marks, disputed=disputed)
    if not found:
        raise ValueError("marks have one kind: a pair takes two.")
    return max(found.items(), key=lambda pair: pair[1])


def pulling_apart(marks: Table) -> dict[tuple[int, int], int]:
    """Return how many policies serve one orientation and work against another, for each pair.

    Parameters: ``marks``, one row a policy and one column an orientation, each 1, 0 or -1. Returns
    a count under the places of the two orientations, the lower place first. Raises ``ValueError``
    for any other mark, for no policy and for rows of unequal length. Source: derived here.

    >>> pulling_apart([[1, -1, 0], [1, 1, 0]])
    {(0, 1): 1, (0, 2): 0, (1, 2): 0}
    """
    rows = checked_table(marks, name="marks")
    for place, row in enumerate(rows):
        for column, mark in enumerate(row):
            if mark not in DIRECTIONS:
                raise ValueError(f"marks[{place}][{column}] = {mark} is not 1, 0 or -1.")
    pairs = combinations(range(len(rows[0])), 2)
    return {pair: sum(row[pair[0]] * row[pair[1]] < 0 for row in rows) for pair in pairs}
