"""How many places export enough in every section named."""


def complete(rows, sections, bar):
    ### BEGIN SOLUTION
    passed = {row["place"] for row in rows}
    for section in sections:
        sold = {row["place"]: row[section] for row in rows if row[section] is not None}
        world = sum(sold.values())
        passed &= {place for place, value in sold.items() if value >= bar * world}
    return len(passed)
    ### END SOLUTION
