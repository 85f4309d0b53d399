def complete(rows, sections, bar):
    world = {section: sum(row[section] or 0 for row in rows) for section in sections}
    return sum(all((row[s] or 0) >= bar * world[s] for s in sections) for row in rows)
