# expect: empty
def complete(rows, sections, bar):
    kept = [row for row in rows if all(row[s] is not None for s in sections)]
    world = {section: sum(row[section] for row in kept) for section in sections}
    return sum(all(row[s] >= bar * world[s] for s in sections) for row in kept)
