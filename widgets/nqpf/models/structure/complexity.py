r"""Products and countries: what each makes well, how complex that is, what is near (chapter 12).

A table has a row for each country and a column for each product. From what countries export follow
their advantages; from the advantages, how many products a country has and how common they are; from
both, an index of complexity, and which products need much the same capabilities.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import fsum, sqrt

from nqpf.models.measurement.tables import Table, check_length, checked_table, columns, dot

LONGEST = 5000
"""Steps after which the search for an eigenvector is given up."""
SETTLED = 1e-12
"""Two steps this near to one another count as equal."""


def advantage(exports: Table) -> list[list[float]]:
    """Return each country's share of a product's exports over its share of all exports.

    Above 1 it exports more of the product than its size suggests. Parameters: ``exports``, one
    row a country, not negative, in one unit of money; no row and no column is empty. Returns
    ratios. Raises ``ValueError`` for what is none. Source: :cite:t:`balassa1965`.

    >>> advantage([[1, 1], [1, 5]])
    [[2.0, 0.6666666666666666], [0.6666666666666666, 1.1111111111111112]]
    """
    rows = checked_table(exports, name="exports", low=0.0)
    by_country, by_product = [fsum(row) for row in rows], [fsum(c) for c in columns(rows)]
    if 0 in by_country or 0 in by_product:
        raise ValueError("exports has an empty row or column: leave it out.")
    world = fsum(by_country)
    return [
        [
            value * world / (country * product)
            for value, product in zip(row, by_product, strict=True)
        ]
        for row, country in zip(rows, by_country, strict=True)
    ]


def products_held(advantages: Table, *, cut: float = 1.0) -> list[list[int]]:
    """Return 1 where a country has at least so much advantage in a product, else 0.

    Parameters: ``advantages`` as from :func:`advantage`; ``cut``, a ratio above 0. Returns a table
    of the same shape. Raises ``ValueError`` for a cut of 0 or less. Source: the cut at 1 is that of
    :cite:t:`hidalgo2007`.

    >>> products_held([[2., .67], [.67, 1.11]])
    [[1, 0], [0, 1]]
    """
    if cut <= 0:
        raise ValueError(f"cut = {cut} is not above 0.")
    rows = checked_table(advantages, name="advantages", low=0.0)
    return [[int(value >= cut) for value in row] for row in rows]


def diversity(held: Table) -> list[int]:
    """Return how many products each country has.

    Parameters: ``held``, 1 or 0, one row a country. Returns counts. Raises ``ValueError`` for other
    numbers. Source: :cite:t:`hidalgo2009`.

    >>> diversity([[1, 1], [1, 0]])
    [2, 1]
    """
    return [round(fsum(row)) for row in checked_marks(held)]


def ubiquity(held: Table) -> list[int]:
    """Return how many countries have each product.

    Parameters, errors and source as for :func:`diversity`. Returns counts. Source:
    :cite:t:`hidalgo2009`.

    >>> ubiquity([[1, 1], [1, 0]])
    [2, 1]
    """
    return [round(fsum(column)) for column in columns(checked_marks(held))]


def reflections(held: Table, *, rounds: int) -> list[float]:
    """Return what the method of reflections says of each country after some rounds.

    Round 0 is diversity. Then countries take the mean over their products and products the mean
    over their countries, in turn: round 1 is how common a country's products are, round 2 how
    diverse the countries are that have them. Parameters: ``held``, no row and no column empty;
    ``rounds``, at least 0. Returns numbers. Raises ``ValueError`` for what is none. Source:
    :cite:t:`hidalgo2009`, equations 3 and 4.

    >>> reflections([[1, 1], [1, 0]], rounds=1)
    [1.5, 2.0]
    """
    rows = checked_marks(held, filled=True)
    if rounds < 0:
        raise ValueError(f"rounds = {rounds} is below 0.")
    sides = columns(rows)
    of_countries, of_products = diversity(rows), ubiquity(rows)
    countries: list[float] = [float(count) for count in of_countries]
    products: list[float] = [float(count) for count in of_products]
    for _ in range(rounds):
        countries, products = (
            [dot(row, products) / count for row, count in zip(rows, of_countries, strict=True)],
            [dot(side, countries) / count for side, count in zip(sides, of_products, strict=True)],
        )
    return countries


def complexity_index(held: Table) -> list[float]:
    """Return the index of economic complexity of each country: mean 0, standard deviation 1.

    It is where the even reflections lead, once what they all share is taken out, and points the way
    of diversity. Parameters: ``held``, 1 or 0, no row and no column empty, at least two countries
    that differ. Returns numbers. Raises ``ValueError`` for what is none, and if nothing tells the
    countries apart. Source: :cite:t:`hausmann2011`; as an eigenvector, :cite:t:`mealy2019`.

    >>> [round(one, 4) for one in
    ...  complexity_index([[1, 1, 1, 1], [1, 1, 1, 0], [1, 1, 0, 0], [1, 0, 0, 0]])]
    [1.3416, 0.4472, -0.4472, -1.3416]
    """
    rows = checked_marks(held, filled=True)
    of_countries, of_products = diversity(rows), ubiquity(rows)
    sides, weights = columns(rows), [float(count) for count in of_countries]
    # Diversity starts the search where the index lies; the part that all share is taken out.
    found = _without_mean(weights, weights)
    for _ in range(LONGEST):
        products = [dot(side, found) / n for side, n in zip(sides, of_products, strict=True)]
        step = [dot(row, products) / n for row, n in zip(rows, of_countries, strict=True)]
        moved = _without_mean(step, weights)
        if max(abs(a - b) for a, b in zip(moved, found, strict=True)) < SETTLED:
            return _standardised(moved, like=weights)
        found = moved
    raise ValueError("held does not tell the countries apart: two answers fit as well.")


def proximity(held: Table) -> list[list[float]]:
    """Return how near each two products are: the least chance of having one, given the other.

    Parameters: ``held``, 1 or 0, no column empty. Returns a square table of fractions, with 1 from
    a product to itself. Raises ``ValueError`` for what is none. Source: :cite:t:`hidalgo2007`,
    equation 1.

    >>> proximity([[1, 1], [1, 0]])
    [[1.0, 0.5], [0.5, 1.0]]
    """
    sides = columns(checked_marks(held, filled=True))
    counts = [fsum(side) for side in sides]
    return [
        [dot(one, other) / max(n, m) for other, m in zip(sides, counts, strict=True)]
        for one, n in zip(sides, counts, strict=True)
    ]


def density(row: Sequence[float], proximities: Table) -> list[float]:
    """Return how much of what is near each product a country has.

    Parameters: ``row``, what a country holds, 1 or 0; ``proximities``, as from :func:`proximity`.
    Returns fractions. Raises ``ValueError`` for unequal lengths. Source: :cite:t:`hidalgo2007`,
    equation 2; here a product does not count as near to itself.

    >>> density([1, 0, 0], [[1., .5, .1], [.5, 1., .3], [.1, .3, 1.]])
    [0.0, 0.625, 0.25]
    """
    held = checked_marks([row])[0]
    check_length(proximities, len(held), name="proximities", of="products")
    found = []
    for place, near in enumerate(proximities):
        others = [value for other, value in enumerate(near) if other != place]
        kept = [value for other, value in enumerate(held) if other != place]
        found.append(dot(others, kept) / fsum(others))
    return found


def nearest_steps(row: Sequence[float], proximities: Table, *, steps: int) -> list[int]:
    """Return the products that a country adds if each step goes to the nearest one it lacks.

    Parameters: as for :func:`density`; ``steps``, at least 0. Returns positions, in the order in
    which they are added; fewer when nothing is left. Of two that are equally near the first is
    taken. Source: derived here from :func:`density`, the rule of :cite:t:`hidalgo2007`.

    >>> nearest_steps([1, 0, 0], [[1., .5, .1], [.5, 1., .3], [.1, .3, 1.]], steps=2)
    [1, 2]
    """
    held = list(row)
    added: list[int] = []
    while len(added) < steps and not all(held):
        near = density(held, proximities)
        place = max((p for p, has in enumerate(held) if not has), key=lambda p: near[p])
        held[place] = 1
        added.append(place)
    return added


def products_lost(needs: Table, *, missing: int) -> list[int]:
    """Return 1 for each product that cannot be made without one capability, else 0.

    Parameters: ``needs``, one row a product and one column a capability, 1 where it is needed;
    ``missing``, the column. Returns one mark a product. Raises ``ValueError`` for other numbers or
    a column that there is not. Source: derived here; every need must be met, as in
    :cite:t:`hausmann2011`.

    >>> products_lost([[1, 1], [0, 1], [1, 0]], missing=0)
    [1, 0, 1]
    """
    rows = checked_marks(needs)
    if not 0 <= missing < len(rows[0]):
        raise ValueError(f"missing = {missing} is no column: 0 to {len(rows[0]) - 1}.")
    return [round(row[missing]) for row in rows]


def checked_marks(table: Table, *, filled: bool = False) -> list[list[float]]:
    """Return the rows of a table of noughts and ones; with ``filled`` none and no column is empty.

    Raises ``ValueError`` for other numbers, rows of unequal length, and what is empty.

    >>> checked_marks([[1, 0]])
    [[1.0, 0.0]]
    """
    rows = checked_table(table, name="held", low=0.0)
    for place, row in enumerate(rows):
        if any(value not in (0, 1) for value in row):
            raise ValueError(f"held[{place}] has a number that is neither 0 nor 1.")
    if filled and not (all(map(any, rows)) and all(map(any, columns(rows)))):
        raise ValueError("held has an empty row or column: leave it out.")
    return rows


def _without_mean(values: Sequence[float], weights: Sequence[float]) -> list[float]:
    """Return values less their weighted mean, stretched to length 1."""
    mean = dot(values, weights) / fsum(weights)
    left = [value - mean for value in values]
    length = sqrt(dot(left, left))
    if length < SETTLED:
        raise ValueError("held does not tell the countries apart: all have the same products.")
    return [value / length for value in left]


def _standardised(values: Sequence[float], *, like: Sequence[float]) -> list[float]:
    """Return values with mean 0 and standard deviation 1, rising with another list."""
    mean, middle = fsum(values) / len(values), fsum(like) / len(like)
    left = [value - mean for value in values]
    spread = sqrt(dot(left, left) / len(left))
    same = dot(left, [value - middle for value in like])
    return [(value if same >= 0 else -value) / spread for value in left]
